// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "content/tool/source.h"

namespace touchstone::content {

/// Checks the graph, the rules of scoring and the craft of a scenario that was read without errors, explores
/// all play, and sets Scenario::worst. Adds what it finds.
void check_scenario(SourceScenario& source, const Standard& standard, const SourcePack* pack,
                    Findings& findings);
/// The craft of the words and choices alone, as a drill's variant has them.
void check_words(const SourceScenario& source, const SourcePack* pack, Findings& findings);

}  // namespace touchstone::content
