// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "content/tool/compile.h"

namespace touchstone::content {

/// Compares `rated` with ratings.csv (scenario,moment,choice,indicator,reader,kind,rating): it must be the
/// mean of at least three readers, rounded half up (DEFINITIONS A13). A missing rating, one that no reader
/// gave, one of a choice that is not there and one that a reader gave twice are errors; readers who disagree
/// (standard deviation over 1, learning 1.2) are a warning. A pack with `key: confirmed` needs three
/// customer-service experts for each rating. Of a drill the
/// first two columns are `drills/<drill>` and the variant. Lines that begin with `#` are comments.
void check_ratings(std::string_view csv, const PackSources& sources, Findings& findings);

}  // namespace touchstone::content
