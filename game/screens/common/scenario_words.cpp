// SPDX-License-Identifier: Apache-2.0
#include "game/screens/common/scenario_words.h"

#include "engine/scoring/score_encounter.h"

namespace touchstone::game {

std::string ScenarioWords::find(const std::string& address) const {
    return texts_.contains(address) ? texts_.find(language_, address) : std::string();
}

std::string ScenarioWords::with_variant(const std::string& path, const std::vector<Condition>& conditions,
                                        const Situation& situation) const {
    const std::size_t variant = says_variant(conditions, situation);
    return variant == 0 ? at(path + "/says") : at(path + "/says-if/" + std::to_string(variant));
}

std::string ScenarioWords::says(std::size_t moment, const Situation& situation) const {
    return with_variant(moment_id(moment), scenario_.moments[moment].says_if, situation);
}

std::string ScenarioWords::choice_says(std::size_t moment, std::size_t choice,
                                       const Situation& situation) const {
    return with_variant(choice_path(moment, choice), scenario_.moments[moment].choices[choice].says_if,
                        situation);
}

std::string ScenarioWords::outcome_says(std::size_t ending, std::size_t outcome) const {
    const Ending& from = scenario_.endings[ending];
    return at(from.id + "/" + from.outcomes[outcome].id + "/says");
}

std::size_t moments_left(const Scenario& scenario, std::size_t moment) {
    constexpr NameSet all_facts = 0xFF;
    std::size_t count = 1;
    for (;; ++count) {
        const Moment& at = scenario.moments[moment];
        const Target next = at.choices[best_choice(at, all_facts)].next;
        if (next.kind == Target::Kind::ending) return count;
        moment = next.index;
    }
}

}  // namespace touchstone::game
