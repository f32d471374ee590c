// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "content/tool/source.h"

namespace touchstone::content {

/// Proves a scenario fair by exploring all play (no errors may have been found before): what is never
/// reached, whether the best choices lead to the best outcome, what may be spent, apologies along paths,
/// robots. Sets Scenario::worst.
void check_paths(SourceScenario& source, const Standard& standard, Findings& findings);

}  // namespace touchstone::content
