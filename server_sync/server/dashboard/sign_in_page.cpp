// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/dashboard/sign_in_page.h"

#include <algorithm>
#include <array>

#include "server_sync/server/dashboard/layout.h"

namespace touchstone::sync {
namespace {

/// One line of the example: three sources on one ruler, 0 to 100.
struct ExampleLine {
    const char* behaviour;
    int floor, practice, customer;
};
constexpr std::array<ExampleLine, 3> example = {
    {{"Respectful", 79, 84, 91}, {"People", 67, 74, 60}, {"Reliable", 48, 74, 52}}};

int ruler_x(int level) { return 140 + level * 43 / 10; }

Html example_line(const ExampleLine& line, int y) {
    const int low = std::min({line.floor, line.practice, line.customer});
    const int high = std::max({line.floor, line.practice, line.customer});
    const int customer = ruler_x(line.customer);
    Html html;
    html << R"(<text class="chart-label" x="0" y=")" << y + 5 << R"(">)" << Text{line.behaviour}
         << R"(</text><path class="axis" d="M)" << ruler_x(low) << " " << y << "H" << ruler_x(high)
         << R"("/><rect class="fill-info" x=")" << ruler_x(line.floor) - 7 << R"(" y=")" << y - 7
         << R"(" width="14" height="14"/><circle class="fill-primary" cx=")" << ruler_x(line.practice)
         << R"(" cy=")" << y << R"(" r="8"/><path class="fill-accent" d="M)" << customer << " " << y - 8
         << "l8 15h-16z"
         << R"("/>)";
    return html;
}

Html ruler() {
    Html html;
    html
        << R"(<svg class="ruler" viewBox="0 0 590 250" role="img" aria-label="Example: levels of three behaviours from 0 to 100, each )"
        << R"(from practice, floor and customer. Reliable stands at 74 in practice, 48 on the floor and 52 with customers.">)";
    for (const int level : {0, 50, 65, 78, 100})
        html << R"(<path class="grid" d="M)" << ruler_x(level) << R"( 30V216"/>)";
    html << R"(<text class="chart-note" x="247" y="20" text-anchor="middle">starting</text>)"
         << R"(<text class="chart-note" x="387" y="20" text-anchor="middle">developing</text>)"
         << R"(<text class="chart-note" x="447" y="20" text-anchor="middle">solid</text>)"
         << R"(<text class="chart-note" x="522" y="20" text-anchor="middle">strong</text>)"
         << R"(<text class="chart-note" x="140" y="238" text-anchor="middle">0</text>)"
         << R"(<text class="chart-note" x="355" y="238" text-anchor="middle">level</text>)"
         << R"(<text class="chart-note" x="570" y="238" text-anchor="middle">100</text>)";
    int y = 64;
    for (const ExampleLine& line : example) {
        html << example_line(line, y);
        y += 62;
    }
    html << "</svg>";
    return html;
}

Html promise() {
    Html html;
    html
        << R"(<section class="promise">)" << brand()
        << "<div><p class=\"headline\">One ruler, three sources.</p>"
        << R"(<p class="lead-in">What people practise, what you see on the floor and what customers say, on the same seven behaviours.</p>)"
        << ruler()
        << R"(<ul class="sources"><li><svg width="16" height="16" aria-hidden="true"><circle class="fill-primary" cx="8" cy="8" r="7"/></svg>practice</li>)"
        << R"(<li><svg width="16" height="16" aria-hidden="true"><rect class="fill-info" x="1" y="1" width="14" height="14"/></svg>floor</li>)"
        << R"(<li><svg width="16" height="16" aria-hidden="true"><path class="fill-accent" d="M8 1l8 14H0z"/></svg>customer</li></ul>)"
        << R"(<p class="note">An example. Reliable: known in practice, not yet seen on the floor.</p></div>)"
        << R"(<p class="note">Touchstone · data kept on your own server</p></section>)";
    return html;
}

Html form(const std::string& login, const std::string& complaint) {
    Html html;
    html << R"(<main class="sign-in">)" << brand()
         << R"(<div><h1>Sign in to the dashboard</h1><p class="soft">For managers and administrators.</p>)";
    if (!complaint.empty()) html << R"(<p class="complaint" role="alert">)" << Text{complaint} << "</p>";
    html
        << R"(<form method="post" action="/login"><label for="login">User name</label>)"
        << R"(<input class="form-control" id="login" name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="100" value=")"
        << Text{login} << R"("><label for="password">Password</label>)"
        << R"(<input class="form-control" id="password" name="password" type="password" autocomplete="current-password" required maxlength="1024">)"
        << R"(<button class="btn" type="submit">Sign in</button></form>)"
        << R"(<p class="note">Practise on a tablet? You need no password here: tap your name on the tablet.</p>)"
        << R"(<p class="note">Forgotten? Your administrator sets a new one with <code>touchstone-server user password</code>.</p></div>)"
        << R"(<p class="note">Data is for coaching only. Each person sees on the tablet what you see here of them.</p></main>)";
    return html;
}

}  // namespace

std::string sign_in_page(const std::string& login, const std::string& complaint) {
    Html body;
    body << promise() << form(login, complaint);
    return document("Sign in", "door", body);
}

std::string error_page(const std::string& title, const std::string& detail, const std::string& remedy) {
    Html body;
    body << R"(<main class="alone">)" << brand() << "<h1>" << Text{title} << "</h1><p>" << Text{detail}
         << "</p><p class=\"note\">" << Text{remedy}
         << R"(</p><p><a href="/">To the Team page</a></p></main>)";
    return document(title, "single", body);
}

}  // namespace touchstone::sync
