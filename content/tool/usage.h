// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "content/tool/finding.h"
#include "engine/scenario/scenario.h"

namespace touchstone::content {

/// How often each choice of a scenario was made: `moment/choice` -> times.
using Usage = std::map<std::string, std::int64_t>;

/// Reads a table with the columns `scenario,moment,choice,count`, in any order and with others between them.
/// Rows of other scenarios are passed over; rows of the same choice add up. E328: a column is missing, or a
/// count is no whole number from 0 to a million million. A choice that the scenario does not have (any more)
/// is a note, E329.
Usage read_usage(std::string_view csv, const Scenario& scenario, Findings& findings);

}  // namespace touchstone::content
