// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/basics/result.h"
#include "engine/play/encounter.h"

namespace touchstone {

/// Losses of whole encounters that play through one moment, by the best that can still follow there.
struct StillPossible {
    Loss luckiest = 0;          // after the least loss on the way
    Loss unluckiest = 0;        // after the most loss on the way
    bool luckiest_red = false;  // even the luckiest has broken a RED rule: its score is capped
    bool unluckiest_red = false;
};

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
    std::set<std::size_t> dead_ends;  // moments where somebody may stand before no choice at all
    std::vector<std::optional<StillPossible>> still_possible;  // per moment; none where nobody comes
    std::int64_t most_spent = 0;
    std::size_t states = 0;
};

/// How many states exploration looks at before it refuses: about 20 bytes and 0.2 us each.
inline constexpr std::size_t default_state_limit = 12'000'000;

/// Beyond `state_limit` states it refuses with the reason; it never guesses. The graph must be acyclic.
Result<Exploration> explore(const Scenario& scenario, std::size_t state_limit = default_state_limit);

/// The least loss still possible from any position that play can reach: explores once, answers often. The
/// scenario must outlive it.
class LeastLosses {
public:
    static Result<LeastLosses> of(const Scenario& scenario, std::size_t state_limit = default_state_limit);
    /// `position` must be reachable, and not ended; `broke_red_rule` on the way there.
    Loss from(const Position& position, bool broke_red_rule) const;

private:
    std::shared_ptr<const class Explorer> explorer_;
};

/// The most that can still be lost from a position at which play begins.
Result<Loss> most_loss_from(const Scenario& scenario, const Position& start);

/// The least loss still possible from here to the end.
Result<Loss> least_loss_from(const Scenario& scenario, const Encounter& encounter);

}  // namespace touchstone
