// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/rhythm.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

namespace touchstone {

namespace {

constexpr int days_of_week = 7;
constexpr Day longest_past = 10 * 52 * days_of_week;  // a clock that was wrong once makes no millennia

Day monday_of(Day day) { return day - weekday_of(day); }

int count_in_week(const std::set<Day>& days, Day monday) {
    return static_cast<int>(std::distance(days.lower_bound(monday), days.lower_bound(monday + days_of_week)));
}

/// The month that a week belongs to.
std::pair<int, int> month_of(Day monday) {
    const CivilDate thursday = civil_from_day(monday + 3);
    return {thursday.year, thursday.month};
}

/// Takes weeks from the oldest on.
class Weeks {
public:
    Rhythm rhythm;

    void take(Week week, bool is_over) {
        int& freezes = freezes_.emplace(month_of(week.monday), freezes_a_month).first->second;
        week.kind = kind_of(week, is_over, freezes);
        if (week.kind == WeekKind::frozen) --freezes;
        if (week.kind == WeekKind::quiet) rhythm.in_a_row = 0;
        if (week.kind == WeekKind::kept) ++rhythm.total_weeks, ++rhythm.in_a_row;
        rhythm.freezes_left = freezes;
        rhythm.weeks.push_back(week);
    }

private:
    /// A freeze is spent only where there is something to keep.
    WeekKind kind_of(const Week& week, bool is_over, int freezes) const {
        if (week.asked == 0) return week.practice_days > 0 ? WeekKind::kept : WeekKind::away;
        if (week.practice_days >= week.asked) return WeekKind::kept;
        if (!is_over) return WeekKind::open;
        return rhythm.in_a_row > 0 && freezes > 0 ? WeekKind::frozen : WeekKind::quiet;
    }

    std::map<std::pair<int, int>, int> freezes_;
};

}  // namespace

std::set<Day> practice_days_in(const std::vector<Record>& records) {
    std::set<Day> days;
    for (const Record& record : records)
        if (std::holds_alternative<ChoiceMade>(record.body) ||
            std::holds_alternative<DrillAnswered>(record.body))
            days.insert(record.header.day);
    return days;
}

Rhythm rhythm_of(const std::set<Day>& practice_days, const std::set<Day>& days_off, Day today) {
    Weeks weeks;
    const std::set<Day> past(practice_days.lower_bound(today - longest_past),
                             practice_days.upper_bound(today));
    const Day this_monday = monday_of(today);
    const Day first = past.empty() ? this_monday : monday_of(*past.begin());
    for (Day monday = first; monday <= this_monday; monday += days_of_week) {
        Week week;
        week.monday = monday;
        week.practice_days = count_in_week(past, monday);
        week.asked = std::min(days_a_week, days_of_week - count_in_week(days_off, monday));
        weeks.take(week, monday < this_monday);
    }
    return std::move(weeks.rhythm);
}

int team_share(const std::set<Day>& practice_days, Day day) {
    return std::min(days_a_week, count_in_week(practice_days, monday_of(day)));
}

TeamGoal team_goal(const std::vector<int>& shares) {
    return {std::accumulate(shares.begin(), shares.end(), 0), static_cast<int>(shares.size())};
}

}  // namespace touchstone
