// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "content/tool/drill_source.h"
#include "engine/scenario/library.h"

namespace touchstone::test {

/// A small finished drill of `small_scenario`'s first moment: three variants with three choices each.
extern const std::string_view small_drill;

/// `small_drill` with the first `from` replaced by `to`. Fails the test when `from` is not there.
std::string small_drill_with(std::string_view from, std::string_view to);

/// Reads `text`, with what it finds.
std::optional<content::SourceDrill> read_small_drill(std::string_view text, content::Findings& findings);

/// `small_scenario` and `small_drill`, compiled, as a client would get them.
Library drill_library();

}  // namespace touchstone::test
