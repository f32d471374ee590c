// SPDX-License-Identifier: Apache-2.0
#include "game/screens/stage/stage_view.h"

#include "game/screens/common/labels.h"
#include "game/screens/stage/make_stage.h"

namespace touchstone::game {
namespace {

void add_asks(StageView& view, const ScenarioWords& words, const Encounter& encounter) {
    const Moment& moment = words.scenario().moments[encounter.moment];
    for (std::size_t i = 0; i < moment.asks.size(); ++i) {
        const bool made = (encounter.asked & (1U << i)) != 0;
        view.asks.push_back({moment.asks[i].id, words.ask_says(encounter.moment, i), made});
        if (!made) continue;
        StageView::Heard heard{words.ask_says(encounter.moment, i), words.ask_reply(encounter.moment, i), {}};
        for (std::size_t fact = 0; fact < words.scenario().facts.size(); ++fact)
            if ((moment.asks[i].reveals & (1U << fact)) != 0) heard.fact = words.fact(fact);
        view.heard.push_back(std::move(heard));
    }
}

}  // namespace

HeaderView encounter_header(const Words& words, const ScenarioWords& scenario, const Encounter& encounter,
                            std::size_t made, const SyncPill& pill, bool answered) {
    HeaderView header;
    header.title = scenario.title();
    header.pill = pill;
    header.done = made;
    header.now = !encounter.finished();
    header.steps = made + (encounter.finished() ? 0 : moments_left(scenario.scenario(), encounter.moment));
    const std::string step = std::to_string(answered ? made : made + 1), steps = std::to_string(header.steps);
    header.progress = encounter.finished() && !answered ? words.tr("stage", "All moments played")
                                                        : words.tr("stage", "Moment {} of {}", {step, steps});
    header.line = header.progress;
    if (const std::string place = scenario.touchpoint(); !place.empty()) header.line += " · " + place;
    return header;
}

StageView make_stage_view(const Words& words, const ScenarioWords& scenario, const StageInput& input) {
    const Encounter& encounter = input.encounter;
    StageView view;
    view.header = encounter_header(words, scenario, encounter, input.choices_made, input.pill);
    view.customer = make_customer(words, scenario, input.before, encounter.state);
    if (!input.bars) view.customer.meters.clear();
    view.one_tap = input.one_tap;
    view.scene = scenario.scene(encounter.moment);
    view.says = scenario.says(encounter.moment, encounter.situation());
    view.moment = scenario.scenario().moments[encounter.moment].id;
    add_asks(view, scenario, encounter);
    const std::vector<std::size_t> shown = shown_choices(encounter, scenario.scenario());
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Choice& choice = scenario.scenario().moments[encounter.moment].choices[shown[i]];
        view.choices.push_back({choice.id, letter_of(i),
                                scenario.choice_says(encounter.moment, shown[i], encounter.situation())});
        if (choice.id == input.selected) view.selected = i;
    }
    return view;
}

}  // namespace touchstone::game
