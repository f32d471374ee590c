// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "engine/practice/mastery_fold.h"

namespace touchstone {

enum class BadgeGrade { mastered, gold };

/// What a mastery badge asks for (design study, section 2.2): the lower end of the 80 % band, so that neither
/// luck nor the assumed gain of practice can earn one, over several scenarios and more than a week.
struct BadgeBar {
    double lower_bound = 65, gold_lower_bound = 75;  // levels
    double evidence = 8;                             // sum of e
    std::size_t scenarios = 3;
    Day days_apart = 7;  // from the first to the last day of practice
};

/// What is still missing for a badge; all false: it is earned now.
struct BadgeMissing {
    bool level = false, evidence = false, scenarios = false, days = false;

    bool any() const { return level || evidence || scenarios || days; }
    friend bool operator==(const BadgeMissing&, const BadgeMissing&) = default;
};
BadgeMissing missing_for(const MasteryFold& fold, std::size_t behaviour, BadgeGrade grade,
                         const BadgeBar& bar = {});

/// When a behaviour's badge was first earned. It stays: a badge tells what was shown, and days off take
/// nothing away.
struct Badge {
    std::optional<Day> mastered_on, gold_on;
    friend bool operator==(const Badge&, const Badge&) = default;
};
using Badges = std::array<Badge, behaviour_count>;
Badges fold_badges(const Standard& standard, const std::vector<Record>& records, const BadgeBar& bar = {});

/// Whether harder scenarios may be recommended for a behaviour: its level may be shown and has reached 65,
/// from where the ladder counts a level as met (DEFINITIONS A6). It recommends and never locks.
bool ready_for_harder(const Mastery& mastery, std::size_t behaviour);

}  // namespace touchstone
