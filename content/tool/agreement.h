// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <vector>

namespace touchstone::content {

/// Krippendorff's alpha for ranked values (ordinal metric), any number of readers and gaps: 1 less the
/// disagreement observed over that expected by chance (K. Krippendorff, "Computing Krippendorff's
/// Alpha-Reliability", 2011). `units` are the values that each judged thing got, one of each reader who
/// judged it; things with a single value do not count. Nothing when there is nothing to compare, or no value
/// differs from another: then agreement cannot be told from habit.
std::optional<double> krippendorff_alpha(const std::vector<std::vector<int>>& units);

/// From here on alpha is good; below the second it is not to be relied on (learning 1.2).
inline constexpr double alpha_good = 0.80, alpha_least = 0.667;

}  // namespace touchstone::content
