// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "content/tool/source.h"

namespace touchstone::content {

/// What gives the best choice of a moment away, or leaves it open (learning 1.5 and 1.2), each rule for
/// itself.

/// The card of a choice takes 140 characters, in any language.
inline constexpr std::size_t choice_card = 140;
/// Length: at most a card, and 0.7 to 1.3 of the others' median, in code points.
void check_choice_lengths(const SourceScenario& source, Findings& findings);
/// An apology, or a never/always word, in one choice only: a warning when that is the best one, else a note.
/// `language` is the source language.
void check_cue_words(const SourceScenario& source, const std::string& language, Findings& findings);
/// More than 40 % of the words (of four letters and more) come from what the customer just said, in the best
/// choice only.
void check_overlap(const SourceScenario& source, Findings& findings);
/// The two best choices of a moment, by index, and how far they lie apart in 48ths of quality (12 to a rating
/// point).
struct Lead {
    std::size_t best, second;
    int lead_48;
};
/// Best minus second best must be at least half a rating point; else the moment is arguable, and this says by
/// how much it leads.
std::optional<Lead> arguable_lead(const Moment& moment);
void check_clear_key(const SourceScenario& source, Findings& findings);

/// Index of the best choice by quality; the first of equals.
std::size_t best_choice(const Moment& moment);

}  // namespace touchstone::content
