// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/learning/next_practice.h"
#include "engine/records/record.h"
#include "engine/scenario/library.h"

namespace touchstone {

/// The candidates of a pack with the days on which this person last played them. Recall and assignments are
/// the caller's to add.
std::vector<Candidate> candidates_for(const Library& library, const std::vector<Record>& records);

/// What of a person's records steers the choice of the next practice, whatever order they arrived in. A
/// session is a day with a choice or a drill answer. Leaving an encounter oneself neither counts as a
/// customer who left nor ends such a row.
PracticeHistory practice_history(const Standard& standard, const std::vector<Candidate>& candidates,
                                 const std::vector<Record>& records);

}  // namespace touchstone
