// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "engine/basics/result.h"
#include "engine/play/encounter.h"

namespace touchstone {

/// What exact exploration of all reachable play says (moment x state x facts x marks x spent; DEFINITIONS A4,
/// A5).
struct Exploration {
    Loss best = 0;
    Loss worst = 0;
    std::vector<std::string> best_path;   // ids of asks and choices; fewest asks, then the author's order
    std::vector<std::string> worst_path;  // ends with "leave" where leaving loses most
    std::set<std::size_t> moments;        // reached
    std::set<std::pair<std::size_t, std::size_t>> choices;   // (moment, choice) ever shown
    std::set<std::pair<std::size_t, std::size_t>> outcomes;  // (ending, outcome) ever reached
    std::int64_t most_spent = 0;
    std::size_t states = 0;
};

/// Beyond `state_limit` states it refuses with the reason; it never guesses.
Result<Exploration> explore(const Scenario& scenario, std::size_t state_limit = 2'000'000);

/// The least loss still possible from here to the end.
Result<Loss> least_loss_from(const Scenario& scenario, const Encounter& encounter);

}  // namespace touchstone
