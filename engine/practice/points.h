// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/practice/attempts.h"

namespace touchstone {

/// Why one finished scenario earned what it earned, so that every number can be explained.
struct PointsEarned {
    EncounterId encounter;
    Day day = 0;
    int practice = 0;  // for finishing
    int recovery = 0;  // for going beyond the personal best
    int harder = 0;    // for a harder level than any before

    int total() const { return practice + recovery + harder; }
    friend bool operator==(const PointsEarned&, const PointsEarned&) = default;
};

/// Private points (learning 5): 10 for a finished scenario + round(0.5 max(0, score - personal best)) + 5 for
/// a harder level; never for speed. Before the first attempt the personal best is 0, so that a person who
/// begins high and one who climbs there earn the same. A scenario that was left, and a retry from a fork,
/// earn nothing. Levels of difficulty are the author's five labels (learning 2.2): expected quality 85, 75,
/// 65, 55, 45 percent; the first scenario sets the level and earns nothing for it. Oldest first.
std::vector<PointsEarned> points_of(const std::vector<Attempt>& attempts);
int total_of(const std::vector<PointsEarned>& points);

/// 1 (85 percent and easier) to 5 (45): the author's label nearest to this expected quality.
int difficulty_level(int percent);

}  // namespace touchstone
