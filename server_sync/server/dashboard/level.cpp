// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/dashboard/level.h"

#include <algorithm>
#include <cmath>

namespace touchstone::sync {
namespace {

/// Quantile 0.975 of Student's t for 4 to 30 degrees of freedom; beyond, its approximation 1.96 + 2.4/df.
double t_quantile(std::size_t degrees) {
    constexpr std::array table = {2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179,
                                  2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080,
                                  2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042};
    if (degrees < 4 + table.size()) return table[degrees - 4];
    return 1.96 + 2.4 / static_cast<double>(degrees);
}

int rounded(double level) { return static_cast<int>(std::floor(std::clamp(level, 0.0, 100.0) + 0.5)); }

}  // namespace

Band band_of(int level) {
    if (level < 50) return Band::starting;
    if (level < 65) return Band::developing;
    return level < 78 ? Band::solid : Band::strong;
}

const char* word_of(Band band) {
    constexpr std::array words = {"starting", "developing", "solid", "strong"};
    return words[static_cast<std::size_t>(band)];
}

int level_of(std::int64_t evidence, std::int64_t weighted) {
    return static_cast<int>((2 * weighted + 10 * evidence) / (20 * evidence));
}

std::optional<MeanLevel> mean_of(const std::vector<int>& levels) {
    if (levels.size() < enough_people) return std::nullopt;
    const auto count = static_cast<double>(levels.size());
    double sum = 0, squares = 0;
    for (const int level : levels) sum += level;
    const double mean = sum / count;
    for (const int level : levels) squares += (level - mean) * (level - mean);
    const double half = t_quantile(levels.size() - 1) * std::sqrt(squares / (count - 1) / count);
    return MeanLevel{rounded(mean), rounded(mean - half), rounded(mean + half), levels.size()};
}

}  // namespace touchstone::sync
