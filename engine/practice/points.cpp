// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/points.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace touchstone {

namespace {

constexpr int for_finishing = 10, for_harder = 5;

/// round(0.5 x difference), half up; both in tenths of a score of 0..100.
int half_of(int difference) { return (std::max(0, difference) + 10) / 20; }

}  // namespace

int difficulty_level(int percent) {
    constexpr int easiest = 85, step = 10, levels = 5;
    const int below = (easiest - percent + step / 2) / step;
    return 1 + std::clamp(below, 0, levels - 1);
}

std::vector<PointsEarned> points_of(const std::vector<Attempt>& attempts) {
    std::vector<PointsEarned> all;
    std::map<std::string, int> best;
    std::optional<int> hardest;
    for (const Attempt& attempt : attempts) {
        if (attempt.retry) continue;
        int& personal_best = best[attempt.pack + "/" + attempt.scenario];
        const int gain = attempt.score - personal_best;
        personal_best = std::max(personal_best, attempt.score);
        if (attempt.left) continue;
        const int level = difficulty_level(attempt.difficulty);
        all.push_back({attempt.encounter, attempt.day, for_finishing, half_of(gain),
                       hardest && level > *hardest ? for_harder : 0});
        hardest = std::max(hardest.value_or(level), level);
    }
    return all;
}

int total_of(const std::vector<PointsEarned>& points) {
    return std::accumulate(points.begin(), points.end(), 0,
                           [](int sum, const PointsEarned& one) { return sum + one.total(); });
}

}  // namespace touchstone
