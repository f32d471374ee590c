// SPDX-License-Identifier: Apache-2.0
#include "game/screens/practise/practise_view.h"

#include <algorithm>

#include "game/screens/common/labels.h"
#include "game/screens/common/scenario_words.h"
#include "game/screens/home/home_view.h"

namespace touchstone::game {
namespace {

std::vector<std::string> sectors_in(const Library& library) {
    std::vector<std::string> sectors;
    for (const Scenario& scenario : library.scenarios)
        if (std::find(sectors.begin(), sectors.end(), scenario.sector) == sectors.end())
            sectors.push_back(scenario.sector);
    return sectors;
}

}  // namespace

PractiseView make_practise_view(const Words& words, const PractiseInput& input) {
    PractiseView view;
    view.header.title = words.tr("nav", "Practise");
    view.header.line = words.count("practise", "{} scenario on this tablet", "{} scenarios on this tablet",
                                   static_cast<long>(input.library.scenarios.size()));
    view.header.pill = input.pill;
    view.sectors.push_back({"", words.tr("sector", "All")});
    for (const std::string& sector : sectors_in(input.library)) {
        if (sector == input.sector) view.chosen = view.sectors.size();
        view.sectors.push_back({sector, sector_name(words, sector)});
        if (!input.sector.empty() && sector != input.sector) continue;
        PractiseView::Group group{sector_name(words, sector), {}};
        for (std::size_t i = 0; i < input.library.scenarios.size(); ++i) {
            const Scenario& scenario = input.library.scenarios[i];
            if (scenario.sector != sector) continue;
            const ScenarioWords said(input.texts, words.language(), scenario);
            group.rows.push_back(
                {i, sector_icon(sector), {said.title(), best_line(words, input.fold, scenario)}});
        }
        view.groups.push_back(std::move(group));
    }
    return view;
}

}  // namespace touchstone::game
