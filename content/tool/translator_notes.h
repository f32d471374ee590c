// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "content/tool/compile.h"

namespace touchstone::content {

/// The texts of a pack for a translator: who says it, in what mood and under which condition.
std::vector<SourceText> texts_with_notes(const PackSources& sources);

/// The template of a pack: every text, no translation.
PoFile make_template(const PackSources& sources);

}  // namespace touchstone::content
