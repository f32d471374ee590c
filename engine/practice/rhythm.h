// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <set>
#include <vector>

#include "engine/records/record.h"

namespace touchstone {

/// Days on which somebody made a choice, in an encounter or a drill.
std::set<Day> practice_days_in(const std::vector<Record>& records);

/// The rhythm asks for two practice days of seven and forgives two weeks a month (learning 5, after Silverman
/// and Barasch 2023: a broken streak that is shown discourages, repair helps).
inline constexpr int days_a_week = 2;
inline constexpr int freezes_a_month = 2;

/// How a week from Monday to Sunday went. Nothing here says that something was lost.
enum class WeekKind {
    kept,    // practised on as many days as asked
    frozen,  // forgiven by one of the month's two freezes
    away,    // too few working days: leave and days off ask for nothing
    quiet,   // nothing of these
    open,    // this week: still time
};
struct Week {
    Day monday = 0;
    WeekKind kind = WeekKind::open;
    int practice_days = 0;
    int asked = days_a_week;  // fewer when days off leave fewer
    friend bool operator==(const Week&, const Week&) = default;
};
struct Rhythm {
    std::vector<Week> weeks;  // from the first practice to this week, oldest first
    int total_weeks = 0;      // kept, ever: this number only grows
    int in_a_row = 0;  // kept weeks since the last quiet one; frozen and away weeks neither add nor end
    int freezes_left = freezes_a_month;  // in the month of this week
    friend bool operator==(const Rhythm&, const Rhythm&) = default;
};
/// `days_off` are leave and days off of the roster. Practice after `today` (a clock that ran ahead) waits,
/// and ten years are looked back. A
/// week belongs to the month of its Thursday (ISO 8601).
Rhythm rhythm_of(const std::set<Day>& practice_days, const std::set<Day>& days_off, Day today);

/// One member's part of the team's goal in the week of `day`: min(1, practice days / 2), in halves 0..2.
int team_share(const std::set<Day>& practice_days, Day day);

/// A team's week: reached when the shares of those present come to 80 % (learning 5). Nobody below is named.
struct TeamGoal {
    int halves = 0;   // sum of shares
    int members = 0;  // present that week
    bool reached() const { return members > 0 && halves * 10 >= members * 2 * 8; }
};
TeamGoal team_goal(const std::vector<int>& shares);

}  // namespace touchstone
