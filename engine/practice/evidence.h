// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <vector>

#include "engine/records/record.h"
#include "engine/scoring/score_encounter.h"
#include "engine/standard/standard.h"

namespace touchstone {

/// Too fast to have read: visible time under 0.6 s + 0.08 s per word of the choices on screen (response-time
/// effort, Wise and Kong 2005; learning 1.4).
bool is_rapid(std::int64_t visible_ms, std::size_t words);

/// What a choice says about each tested indicator, as records keep it.
std::vector<RecordedEvidence> recorded_evidence(const Standard& standard, const Moment& moment,
                                                const Choice& choice);
/// What it says to mastery: e = w x `factor` thousandths (learning 1.4).
std::vector<RecordedMastery> recorded_mastery(const Standard& standard, const Moment& moment,
                                              const Choice& choice, int factor);

}  // namespace touchstone
