// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "content/tool/drill_source.h"

namespace touchstone::content {

/// Checks a drill that was read without errors: its number of variants, what each offers, that they practise
/// the same thing in different words, and their craft. `pack` gives the words that no customer may use; none
/// when a file is checked alone.
void check_drill(SourceDrill& source, const Standard& standard, const SourcePack* pack, Findings& findings);

/// Checks that `from` names a moment of one of these scenarios, and that the drill tests what that moment
/// tests.
void check_drill_origin(const SourceDrill& source, const Standard& standard,
                        const std::vector<SourceScenario>& scenarios, Findings& findings);

}  // namespace touchstone::content
