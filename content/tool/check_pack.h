// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "content/tool/compile.h"

namespace touchstone::content {

/// Rules that only a whole pack can break; each adds to the findings of pack.yaml.

/// Each level is tested, each behaviour in at least two scenarios, and what `coverage:` asks for besides.
void check_coverage(const PackSources& sources, Findings& findings);
/// A note on each touchpoint of the journey that no scenario plays at: a journey may be longer than a pack.
void check_journey(const PackSources& sources, Findings& findings);
/// The first choice in the file is not the best more often than chance explains (learning 1.5): P(at least so
/// many) must be over 0.05. For length see length_bias.h.
void check_giveaways(const PackSources& sources, Findings& findings);

/// P(X >= x) for a sum of independent events with these chances.
double chance_of_at_least(std::size_t x, const std::vector<double>& chances);

}  // namespace touchstone::content
