// SPDX-License-Identifier: Apache-2.0
#include "game/author/author_start.h"

namespace touchstone::game {
namespace {

NameSet set_of(const std::vector<std::string>& known, const std::set<std::string>& wanted) {
    unsigned set = 0;
    for (std::size_t i = 0; i < known.size(); ++i)
        if (wanted.count(known[i]) != 0) set |= 1U << i;
    return static_cast<NameSet>(set);
}

}  // namespace

std::vector<std::string> names_in(NameSet set, const std::vector<std::string>& names) {
    std::vector<std::string> in;
    for (std::size_t i = 0; i < names.size(); ++i)
        if ((set & (1U << i)) != 0) in.push_back(names[i]);
    return in;
}

AuthorStart natural_start(const Scenario& scenario, std::uint64_t seed) {
    return {scenario.id, {}, scenario.start_state, {}, {}, seed};
}

Encounter begin_there(const Scenario& scenario, const AuthorStart& start) {
    Position position = start_of(scenario);
    bool moved = false;
    for (std::size_t i = 0; i < scenario.moments.size(); ++i)
        if (scenario.moments[i].id == start.moment && i != position.moment) {
            position.moment = i;
            moved = true;
        }
    position.state = start.state;
    position.facts = set_of(scenario.facts, start.facts);
    position.marks = set_of(scenario.marks, start.marks);
    const bool natural = !moved && start.state == scenario.start_state && position.facts == 0 && position.marks == 0;
    return natural ? begin(scenario, start.seed) : begin_at(scenario, start.seed, position);
}

Replay replay(const Scenario& scenario, const Encounter& begun, const std::vector<std::string>& steps) {
    Replay replay{begun, begun, 0, std::nullopt};
    for (const std::string& id : steps) {
        if (replay.encounter.finished()) break;
        const PlayEvent event = event_of(scenario, replay.encounter, id);
        auto next = advance(replay.encounter, scenario, event);
        if (!next) break;
        replay.before = std::exchange(replay.encounter, std::move(next->encounter));
        replay.said.reset();
        if (!std::holds_alternative<ChooseEvent>(event)) continue;
        ++replay.choices_made;
        const auto& choices = scenario.moments[replay.before.moment].choices;
        for (std::size_t i = 0; i < choices.size(); ++i)
            if (choices[i].id == id) replay.said = i;
    }
    return replay;
}

}  // namespace touchstone::game
