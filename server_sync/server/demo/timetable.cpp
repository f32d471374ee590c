// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/demo/timetable.h"

#include <algorithm>
#include <tuple>

namespace touchstone::sync {
namespace {

constexpr Micros micros_per_minute = 60'000'000;
constexpr int newcomer_days = 6;

/// Chance in a thousand that somebody practises on a day. Weeks begin slowly and Saturdays are for customers.
std::uint64_t chance_of(Habit habit, int days_ago, int weekday) {
    constexpr std::uint64_t by_weekday[] = {120, 115, 110, 100, 85, 40, 25};  // percent, Monday first
    std::uint64_t chance = 0;
    switch (habit) {
        case Habit::keen:
            chance = 400;
            break;
        case Habit::steady:
            chance = 250;
            break;
        case Habit::seldom:
            chance = 70;
            break;
        case Habit::lapsed:
            chance = days_ago > 33 ? 260 : 0;
            break;
        case Habit::newcomer:
            chance = days_ago < newcomer_days ? 350 : 0;
            break;
        case Habit::never:
            break;
    }
    return chance * by_weekday[weekday] / 100;
}

/// A quiet quarter of an hour between opening and closing, local time.
Micros quiet_minute(Day day, int offset_minutes, SplitMix64& random) {
    const auto minute = 9 * 60 + static_cast<Micros>(random.below(10 * 60));
    return (Micros{day} * 24 * 60 + minute - offset_minutes) * micros_per_minute +
           static_cast<Micros>(random.below(60'000'000));
}

}  // namespace

Day joined_on(Habit habit, int weeks, Day today) {
    return habit == Habit::newcomer ? today - newcomer_days : today - 7 * weeks - 200;
}

std::vector<Sitting> make_timetable(const std::vector<CastSite>& cast, int weeks, Day today,
                                    std::uint64_t seed) {
    SplitMix64 random(seed);
    std::vector<Sitting> sittings;
    for (std::size_t site = 0; site < cast.size(); ++site)
        for (std::size_t person = 0; person < cast[site].people.size(); ++person)
            for (Day day = today - 7 * weeks; day < today; ++day) {
                const Habit habit = cast[site].people[person].habit;
                if (random.below(1000) >= chance_of(habit, today - day, weekday_of(day))) continue;
                sittings.push_back({quiet_minute(day, cast[site].utc_offset_minutes, random), site, person,
                                    static_cast<std::size_t>(random.below(cast[site].tablets.size())),
                                    random.below(4) == 0 ? 2 : 1});
            }
    std::sort(sittings.begin(), sittings.end(), [](const Sitting& a, const Sitting& b) {
        return std::tie(a.at, a.site, a.person) < std::tie(b.at, b.site, b.person);
    });
    return sittings;
}

}  // namespace touchstone::sync
