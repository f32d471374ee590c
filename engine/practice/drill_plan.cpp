// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/drill_plan.h"

#include <algorithm>

namespace touchstone {

namespace {

/// Known drills that wait for their day, least recall first.
std::vector<std::size_t> not_due(const std::vector<DrillState>& states, Day today) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < states.size(); ++i)
        if (states[i].memory && states[i].due > today && states[i].last_answer != today) all.push_back(i);
    std::stable_sort(all.begin(), all.end(), [&](std::size_t a, std::size_t b) {
        return *states[a].recall_on(today) < *states[b].recall_on(today);
    });
    return all;
}

const DrillState* state_in(const std::vector<DrillState>& states, const std::string& drill) {
    for (const DrillState& state : states)
        if (state.drill == drill) return &state;
    return nullptr;
}

}  // namespace

SessionDrills session_drills(const DrillFold& fold, const std::vector<DrillState>& states,
                             const PersonId& person, Day today) {
    SessionDrills drills;
    drills.due = drills_for_today(fold, states, person, today);
    drills.others = not_due(states, today);
    drills.left_today = std::max(0, drills_a_day - fold.answered_on(today));
    return drills;
}

std::map<std::string, double> recall_by_scenario(const std::vector<DrillState>& states,
                                                 const std::vector<Drill>& drills, Day today) {
    std::map<std::string, double> least;
    for (const Drill& drill : drills) {
        const DrillState* state = state_in(states, drill.id);
        const auto recall = state ? state->recall_on(today) : std::nullopt;
        if (!recall) continue;
        const auto [found, is_new] = least.emplace(drill.from_scenario, *recall);
        if (!is_new) found->second = std::min(found->second, *recall);
    }
    return least;
}

}  // namespace touchstone
