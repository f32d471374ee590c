// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/badges.h"

namespace touchstone {

namespace {

constexpr double harder_from = 65;

void note(std::optional<Day>& earned_on, const MasteryFold& fold, std::size_t behaviour, BadgeGrade grade,
          const BadgeBar& bar) {
    if (!earned_on && !missing_for(fold, behaviour, grade, bar).any()) earned_on = fold.mastery.day;
}

}  // namespace

BadgeMissing missing_for(const MasteryFold& fold, std::size_t behaviour, BadgeGrade grade,
                         const BadgeBar& bar) {
    const PractisedBehaviour& practised = fold.practised[behaviour];
    const double wanted = grade == BadgeGrade::gold ? bar.gold_lower_bound : bar.lower_bound;
    BadgeMissing missing;
    missing.level = mastery_level(fold.mastery, behaviour).low < wanted;
    missing.evidence = fold.mastery.own_evidence[behaviour] < bar.evidence;
    missing.scenarios = practised.scenarios.size() < bar.scenarios;
    missing.days = !practised.first_day || *practised.last_day - *practised.first_day < bar.days_apart;
    return missing;
}

Badges fold_badges(const Standard& standard, const std::vector<Record>& records, const BadgeBar& bar) {
    Badges badges{};
    follow_mastery(standard, records, [&](const MasteryFold& fold) {
        for (std::size_t k = 0; k < behaviour_count; ++k) {
            note(badges[k].mastered_on, fold, k, BadgeGrade::mastered, bar);
            note(badges[k].gold_on, fold, k, BadgeGrade::gold, bar);
        }
    });
    return badges;
}

bool ready_for_harder(const Mastery& mastery, std::size_t behaviour) {
    return may_show(mastery, behaviour) && mastery_level(mastery, behaviour).level >= harder_from;
}

}  // namespace touchstone
