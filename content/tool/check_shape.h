// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "content/tool/source.h"

namespace touchstone::content {

/// Size of a scenario (learning 7.1): 12 to 25 moments and outcomes together and 3 to 4 outcomes are the aim
/// (else a note); fewer than 3 outcomes are a warning.
void check_size(const SourceScenario& source, Findings& findings);
/// A scenario that tests level 3 has an improvement that nobody asked for (`extra` or the step `prevent`).
void check_improvement(const SourceScenario& source, const Standard& standard, Findings& findings);
/// `minutes` against the words on the way of the best choices: 80 to 240 a minute. Adults read English
/// silently at 238 words a minute (Brysbaert 2019), slower where they choose.
void check_minutes(const SourceScenario& source, Findings& findings);
/// What is read on the way of the best choices: all choices and asks of each moment, one reply.
std::size_t words_on_best_way(const SourceScenario& source);
/// Losses weigh no less than gains on average.
void check_losses(const SourceScenario& source, Findings& findings);

}  // namespace touchstone::content
