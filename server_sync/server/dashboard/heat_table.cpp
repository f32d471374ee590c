// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/dashboard/team_page.h"

namespace touchstone::sync {
namespace {

constexpr int old_days = 28;

Markup class_of(Band band) {
    switch (band) {
        case Band::starting:
            return "starting";
        case Band::developing:
            return "developing";
        case Band::solid:
            return "solid";
        case Band::strong:
            break;
    }
    return "strong";
}

Html legend() {
    Html html;
    html
        << R"(<ul class="legend"><li><i class="starting"></i>below 50 starting</li><li><i class="developing"></i>50–64 developing</li>)"
        << R"(<li><i class="solid"></i>65–77 solid</li><li><i class="strong"></i>78+ strong</li>)"
        << R"(<li><i class="too-few"></i>n below 3: too few</li></ul>)";
    return html;
}

Html age(const TeamCell& cell) {
    Html html;
    if (!cell.age) return html;
    html << R"(<span class="dot"> · </span><span)";
    if (*cell.age > old_days) html << R"( class="old")";
    html << ">" << *cell.age << " d</span>";
    return html;
}

Html cell_html(const TeamCell& cell) {
    Html html;
    if (!cell.level) {
        html << R"(<td class="cell too-few"><b>)" << cell.n
             << " of 3</b><small><span>too few</span></small></td>";
        return html;
    }
    const Band band = band_of(*cell.level);
    html << R"(<td class="cell )" << class_of(band) << R"("><b>)" << *cell.level << R"(</b><small><span>n )"
         << cell.n << "</span>" << age(cell) << R"(</small><span class="visually-hidden">)"
         << Text{word_of(band)} << "</span></td>";
    return html;
}

Html practised(const TeamRow& row) {
    Html html;
    if (!row.practised)
        html << "not practised yet";
    else if (*row.practised == 0)
        html << "practised today";
    else
        html << "practised " << *row.practised << " d ago";
    return html;
}

Html mean_html(const std::optional<MeanLevel>& mean) {
    Html html;
    if (!mean) {
        html << R"(<td class="cell mean too-few"><b>below 5</b><small><span>people</span></small></td>)";
        return html;
    }
    html << R"(<td class="cell mean"><b>)" << mean->level << "</b><small><span>" << mean->low << "–"
         << mean->high << R"(,</span> <span>)" << static_cast<long long>(mean->people)
         << " p.</span></small></td>";
    return html;
}

Html table_head() {
    Html html;
    html << R"(<thead><tr><th scope="col">Person</th>)";
    for (const BehaviourName& behaviour : behaviour_names)
        html << R"(<th scope="col">)" << Text{behaviour.name} << "</th>";
    html << "</tr></thead>";
    return html;
}

}  // namespace

Html heat_card(const TeamView& view) {
    Html html;
    html << R"(<section class="panel"><div class="panel-head"><h2>Seven behaviours in practice)";
    if (view.key_provisional) html << R"( <span class="tag">key: provisional</span>)";
    html
        << "</h2>" << legend()
        << R"(</div><table class="heat"><caption class="visually-hidden">Level of each person in each behaviour, last )"
        << view.weeks << " weeks</caption>" << table_head() << "<tbody>";
    for (const TeamRow& row : view.rows) {
        html << R"(<tr><th scope="row">)" << Text{row.name} << "<small>" << practised(row) << "</small></th>";
        for (const TeamCell& cell : row.cells) html << cell_html(cell);
        html << "</tr>";
    }
    if (view.show_means) {
        html << R"(<tr class="means"><th scope="row">)" << Text{view.site}
             << "<small>mean, 95 %</small></th>";
        for (const auto& mean : view.means) html << mean_html(mean);
        html << "</tr>";
    }
    html << R"(</tbody></table><p class="note">Level 0–100 from practice in the last )" << view.weeks
         << " weeks: weighted mean quality of the choices. n = weighted evidence, d = days since the newest; "
            "a dotted line "
            "marks evidence older than 28 days. A level shows from n 3 on. People stand in alphabetical "
            "order: a ranking "
            "would be noise.";
    if (view.key_provisional)
        html << " Key provisional: three experts have not yet confirmed the ratings behind these numbers.";
    html << "</p></section>";
    return html;
}

}  // namespace touchstone::sync
