// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/basics/score.h"
#include "engine/play/encounter.h"
#include "engine/standard/standard.h"

namespace touchstone {

/// What a choice says about an indicator: weight in halves and the rating 0..4.
struct Evidence {
    std::size_t indicator;
    int weight_halves;
    int rating;
    friend bool operator==(const Evidence&, const Evidence&) = default;
};
std::vector<Evidence> evidence_of(const Moment& moment, const Choice& choice);

/// What a choice says to mastery, per behaviour in standard order; weight, quality and floor (mean quality of
/// all authored choices) in thousandths (DEFINITIONS A6).
struct MasteryEvidence {
    std::size_t behaviour;
    int weight;
    int quality;
    int floor;
};
std::vector<MasteryEvidence> mastery_evidence_of(const Standard& standard, const Moment& moment,
                                                 const Choice& choice);

/// Weighted mean quality, tenths of a percent 0..1000; nothing without evidence.
using Value = std::optional<int>;

/// The ladder (DEFINITIONS A6): credited level 3 counts in full only when levels 1 and 2 were met.
struct Ladder {
    std::array<Value, level_count> measured;
    std::array<Value, level_count> credited;
    std::array<bool, level_count> met{};
    /// Pieces of evidence per level, and those of them rated 3 or 4 ("4 of 5").
    std::array<int, level_count> shown{}, tested{};
    int reached = 0;  // 0..3
};
Ladder ladder_of(const Standard& standard, const std::vector<Evidence>& evidence);

/// One choice of a played encounter with what it cost.
struct PlayedChoice {
    std::size_t moment, choice;
    Loss loss;
    CustomerState before, after;
    Situation situation_before;  // facts and marks when it was made, for the words that were shown
};

/// Everything the debrief and the records say about a played encounter.
struct Scoring {
    std::vector<PlayedChoice> choices;
    std::vector<Evidence> evidence;
    Loss loss = 0;   // includes the ending's
    Loss worst = 0;  // the most that could be lost from where it began
    Score score;    // 40.0 at most after a critical error
    bool critical = false;
    Ladder ladder;
    std::vector<Value> behaviours;    // per behaviour of the standard
    std::vector<Value> indicators;    // per indicator
    std::vector<Value> expectations;  // per expectation
};

/// Scores a finished encounter by replaying its log; a retry from a fork by the worst that was possible from
/// there (DEFINITIONS A5). An encounter that is still open, or abandoned, is an
/// Error.
Result<Scoring> score_encounter(const Standard& standard, const Scenario& scenario,
                                const Encounter& encounter);

/// 100 (1 - loss/worst), in tenths rounded half up; `worst` > 0.
Score path_score(Loss loss, Loss worst, bool critical);

/// The best choice that was on offer at a played choice: highest quality, the author's first of equals.
std::size_t best_choice(const Moment& moment, NameSet facts);

/// Indices into Scoring::choices: what helped most (largest gain of satisfaction + trust among choices that
/// lost nothing) and where it could turn (largest loss). Either may be missing.
struct TurningPoints {
    std::optional<std::size_t> helped, could_turn;
};
TurningPoints turning_points(const Scoring& scoring);

}  // namespace touchstone
