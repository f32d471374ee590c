// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "content/tool/compile.h"

namespace touchstone::content {

/// Reads review.md: for each scenario a section `## <title>` with a table of the fifteen criteria of learning
/// 7.2 (`| 3 Key rests on experts | 1 | reason |`) and their `**Sum**`. Each scenario must stand at 24 of 30
/// or more, with no zero in criteria 1 to 4, 9 and 13, and the sum must be the sum.
void check_review(std::string_view review, const PackSources& sources, Findings& findings);

}  // namespace touchstone::content
