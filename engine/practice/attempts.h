// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/records/record.h"

namespace touchstone {

/// One encounter that came to its end with a score. Abandoned ones have none and are not here.
struct Attempt {
    EncounterId encounter;
    std::string pack, scenario;
    int version = 1;
    Day day = 0;         // when it ended
    int score = 0;       // tenths
    int difficulty = 0;  // expected quality of typical staff, percent: mean over the choices made, rounded
    bool retry = false;  // from a fork: practised, but no attempt at the scenario
    bool left = false;   // the learner left before an outcome
    friend bool operator==(const Attempt&, const Attempt&) = default;
};
/// In the order in which they ended; each encounter once. The records may come in any order.
std::vector<Attempt> attempts_in(const std::vector<Record>& records);

/// Which attempt at a scenario a report counts. The three are kept apart and never mixed: the first measures
/// what somebody brings along, the best what is possible, the last where somebody stands.
enum class AttemptPolicy { first, best, last };

/// Scores in tenths of one scenario; retries count for none.
struct AttemptScores {
    std::optional<int> first, best, last;
    std::optional<Day> best_on;
    int attempts = 0, retries = 0;
    friend bool operator==(const AttemptScores&, const AttemptScores&) = default;
};
std::optional<int> score_by(const AttemptScores& scores, AttemptPolicy policy);

/// `scores` after one more attempt, which came later than the others.
void count_attempt(AttemptScores& scores, const Attempt& attempt);
/// By pack/scenario. Versions of a scenario are one: a score is a share of the worst of its own version.
std::map<std::string, AttemptScores> scores_of(const std::vector<Attempt>& attempts);

}  // namespace touchstone
