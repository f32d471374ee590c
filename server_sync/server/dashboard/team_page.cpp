// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/dashboard/team_page.h"

#include <fmt/format.h>

#include "server_sync/server/dashboard/name_order.h"

namespace touchstone::sync {
namespace {

Html week_links(const TeamView& view) {
    Html links;
    links << R"(<nav class="segments" aria-label="Weeks">)";
    for (const int weeks : week_choices) {
        links << R"(<a href="/?weeks=)" << weeks << R"(")";
        if (weeks == view.weeks) links << R"( aria-current="true")";
        links << ">" << weeks << " weeks</a>";
    }
    links << "</nav>";
    return links;
}

Html head(const TeamView& view) {
    Html html;
    html << R"(<div class="page-head"><div><p class="crumbs">)" << Text{view.organisation} << " / "
         << Text{view.site} << "</p><h1>Team</h1></div>" << week_links(view) << "</div>";
    return html;
}

Html sign_of_freshness(bool all_heard) {
    Html sign;
    sign << R"(<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">)";
    if (all_heard)
        sign
            << R"(<circle class="fill-ok" cx="7" cy="7" r="6.4"/><path class="stroke-surface" d="M4 7.2l2.1 2.1L10 5.2"/></svg>)";
    else
        sign
            << R"(<path class="fill-warn" d="M7 .8l6.6 12H.4z"/><path class="stroke-surface" d="M7 5v3.6M7 10.3v.9"/></svg>)";
    return sign;
}

/// What is newest, what is missing, and what that does to the numbers.
Html freshness(const TeamView& view) {
    Html html;
    const bool all_heard = view.tablets > 0 && view.tablets_heard == view.tablets;
    html << R"(<p class="fresh">)" << sign_of_freshness(all_heard) << "<span>" << Text{view.time} << ". ";
    if (view.tablets == 0) {
        html << "<b>No tablet is enrolled here yet.</b> Your administrator makes a code with "
             << "<code>touchstone-server enrol</code>.";
    } else {
        html << "<b>" << static_cast<long long>(view.tablets_heard) << " of "
             << static_cast<long long>(view.tablets)
             << (view.tablets == 1 ? Markup(" tablet") : Markup(" tablets"))
             << " heard from in the last day.</b>";
    }
    if (!view.silent_tablet.empty())
        html << " " << Text{view.silent_tablet} << ", so people may have practised more than shown.";
    html << "</span></p>";
    return html;
}

Html talk_card(const TeamView& view) {
    Html html;
    html << R"(<section class="panel talks"><h2>)";
    if (view.talks.size() == 1)
        html << "Talk to one person today</h2><ul>";
    else
        html << "Talk to " << (view.talks.size() == 2 ? Markup("two") : Markup("three"))
             << " people today</h2><ul>";
    for (const TalkItem& item : view.talks)
        html << R"(<li><span class="disc" aria-hidden="true">)" << Text{initials_of(item.name)}
             << "</span><div><h3>" << Text{item.name} << R"( <span class="soft">· )" << Text{item.what}
             << "</span></h3><p>" << Text{item.reason} << "</p></div></li>";
    html << "</ul></section>";
    return html;
}

Html rhythm_card(const TeamView& view) {
    Html html;
    html
        << R"(<section class="panel"><h2>Weekly rhythm</h2><p class="figure"><b>)"
        << static_cast<long long>(view.practised_last_week) << "</b> of "
        << static_cast<long long>(view.rows.size()) << R"( practised in the last 7 days</p><p class="note">)"
        << static_cast<long long>(view.practised_often)
        << " of them on two days or more. Two short sessions a week do more than one long one.</p></section>";
    return html;
}

Html nobody_yet() {
    Html html;
    html
        << R"(<section class="panel"><h2>Nobody belongs to this team yet</h2><p class="note">Your administrator adds people with )"
        << "<code>touchstone-server init --people people.csv</code>. They appear here and on the tablets of "
           "the site.</p></section>";
    return html;
}

}  // namespace

Html team_main(const TeamView& view) {
    Html html;
    html << head(view) << freshness(view);
    if (view.rows.empty()) return html << nobody_yet();
    html << R"(<div class="row-of-panels">)";
    if (!view.talks.empty()) html << talk_card(view);
    html << rhythm_card(view) << "</div>" << heat_card(view);
    return html;
}

}  // namespace touchstone::sync
