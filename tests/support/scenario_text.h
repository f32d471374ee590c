// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "content/tool/source.h"
#include "engine/scenario/library.h"

namespace touchstone::test {

/// A small finished scenario in the authoring format: two moments, an ask with a fact, a mark, a red trap.
extern const std::string_view small_scenario;

/// `small_scenario` with the first `from` replaced by `to`. Fails the test when `from` is not there.
std::string small_scenario_with(std::string_view from, std::string_view to);

/// Compiles a scenario text against the default standard, as a client would get it. Fails the test on
/// findings.
Library library_of(std::string_view scenario_text);
Library small_library();

}  // namespace touchstone::test
