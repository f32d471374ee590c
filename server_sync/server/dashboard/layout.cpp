// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/dashboard/layout.h"

namespace touchstone::sync {
namespace {

Html sign_out_form(const SignedIn& who) {
    Html form;
    form << R"(<form method="post" action="/logout"><input type="hidden" name="form_token" value=")"
         << Text{who.session.form_token}
         << R"("><button class="plain" type="submit">Sign out</button></form>)";
    return form;
}

Html about_me(const SignedIn& who, std::string_view site) {
    Html me;
    me << R"(<div class="me"><b>)" << Text{who.user.name} << "</b>" << Text{who.user.role} << ", "
       << Text{site} << sign_out_form(who) << "</div>";
    return me;
}

Html team_link() {
    Html link;
    link
        << R"(<a class="item" href="/" aria-current="page"><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">)"
        << R"(<g fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round"><circle cx="5.6" cy="5.2" r="2.5"/>)"
        << R"(<path d="M1.4 13.4c.2-2.2 1.8-3.6 4.2-3.6s4 1.4 4.2 3.6M10.6 3.1a2.4 2.4 0 0 1 0 4.3M11.9 10c1.6.5 2.5 1.7 2.7 3.4"/>)"
        << R"(</g></svg>Team</a>)";
    return link;
}

}  // namespace

Html brand() {
    Html sign;
    sign
        << R"(<a class="brand" href="/"><svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">)"
        << R"(<rect class="fill-primary" x="1" y="1" width="20" height="20" rx="6"/><g class="fill-on">)"
        << R"(<circle cx="6.8" cy="9.4" r="2"/><rect x="9.3" y="7.5" width="3.7" height="3.7"/><path d="M15.6 7.1l2.2 4.1h-4.4z"/>)"
        << R"(<rect x="4.6" y="13.8" width="12.8" height="1.6" rx=".8"/></g></svg>Touchstone</a>)";
    return sign;
}

std::string document(std::string_view title, std::string_view body_class, const Html& body) {
    Html page;
    page
        << R"(<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">)"
        << R"(<meta name="color-scheme" content="light dark"><title>)" << Text{title}
        << " · Touchstone</title>"
        << R"(<link rel="icon" href="/static/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/static/bootstrap.min.css">)"
        << R"(<link rel="stylesheet" href="/static/touchstone.css"></head><body class=")" << Text{body_class}
        << R"(">)" << body << "</body></html>\n";
    return page.str();
}

std::string signed_in_page(std::string_view title, const SignedIn& who, std::string_view site,
                           const Html& main) {
    Html body;
    body << R"(<a class="skip" href="#main">To the content</a>)"
         << R"(<header class="top">)" << brand() << R"(<details class="menu"><summary>Menu</summary><div>)"
         << team_link() << about_me(who, site) << "</div></details></header>"
         << R"(<nav class="side" aria-label="Main">)" << brand() << team_link() << about_me(who, site)
         << "</nav>"
         << R"(<main id="main">)" << main << "</main>";
    return document(title, "with-side", body);
}

WebResponse html_response(int status, std::string page) {
    return {status, "text/html; charset=utf-8", std::move(page), {{"Cache-Control", "no-store"}}};
}

}  // namespace touchstone::sync
