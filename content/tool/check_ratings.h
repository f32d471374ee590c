// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "content/tool/compile.h"

namespace touchstone::content {

/// Compares `rated` with ratings.csv (scenario,moment,choice,indicator,reader,kind,rating): it must be the
/// mean of at least three readers, rounded half up (DEFINITIONS A13). Of a drill the first two columns are
/// `drills/<drill>` and the variant. A missing rating, or one that no reader
/// gave, is an error.
void check_ratings(std::string_view csv, const PackSources& sources, Findings& findings);

}  // namespace touchstone::content
