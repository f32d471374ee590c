// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/basics/result.h"
#include "engine/practice/drill_fold.h"
#include "engine/practice/evidence.h"
#include "engine/scenario/drill.h"

namespace touchstone {

/// Everything a step of a drill needs to know besides the event.
struct DrillContext {
    const Standard& standard;
    const Drill& drill;
    std::string pack, pack_hash;
    PersonId person;
    const DrillState& state;  // before this answer
    Day today = 0;
    std::size_t words_on_screen = 0;  // of the choices shown
    bool hint = false;
};

/// One variant on the stage. A value: each step gives the next one. First a choice is picked, which may be
/// changed; `answer_drill` settles it, and only then is anything revealed.
struct DrillRun {
    std::size_t variant = 0;         // index into Drill::variants
    std::vector<std::size_t> shown;  // the author's indices of its choices, in the order on screen
    std::int64_t visible_ms = 0;     // all steps added
    std::optional<std::size_t> picked;
    bool answered = false;
};

/// What is shown after the answer (DEFINITIONS A14: feedback, and which choice the readers found best).
struct DrillReveal {
    std::size_t choice = 0, best = 0;  // the author's indices
    int quality = 0;                   // thousandths
    bool rapid = false;                // answered before it could be read: says nothing about mastery
    bool counts = true;                // false from the second answer of a day on: coaching, not rated
    Rating rating = Rating::again;
    Day due = 0;
};
struct DrillStep {
    DrillRun run;
    DrillAnswered record;  // must be durable before the reveal is shown
    DrillReveal reveal;
};

/// The variant that comes next: one never answered, in the author's order, else the one answered longest ago.
/// So each variant comes before one repeats.
std::size_t next_variant(const Drill& drill, const DrillState& state);

/// Shows the next variant; its choices are in seeded order (DEFINITIONS A8).
DrillRun show_drill(const Drill& drill, const DrillState& state, std::uint64_t seed);

/// `visible_ms` is how long the variant was visible since the last step. A choice that it does not have, or a
/// drill that is answered, is an Error and changes nothing.
Result<DrillRun> pick_in_drill(const DrillContext& context, DrillRun run, const std::string& choice,
                               std::int64_t visible_ms);

/// Settles the picked choice. `confidence` is 1 unsure, 2 rather sure, 3 sure, asked before the reveal, or
/// nothing when it was not given. Rating and evidence: learning 3 and 1.4; evidence weighs half, and nothing
/// from the second answer of a day on.
Result<DrillStep> answer_drill(const DrillContext& context, DrillRun run, std::optional<int> confidence,
                               std::int64_t visible_ms);

}  // namespace touchstone
