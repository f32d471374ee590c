// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace touchstone::game {

/// From now on an exception that nobody catches, a segmentation fault and the like append time, version,
/// reason and a backtrace to `log`, leave the empty file `mark`, and end the program as they would have.
void watch_for_crashes(const std::string& log, const std::string& mark);
/// Whether the program crashed since this was asked last.
bool crashed_before(const std::string& mark);

}  // namespace touchstone::game
