// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/rhythm.h"

#include <catch2/catch_test_macros.hpp>

using namespace touchstone;

namespace {

const Day monday = day_from_civil({2026, 11, 2});  // the first week of a month of four Thursdays

/// Practice days: `counts[i]` days in the i-th week.
std::set<Day> weeks_of(const std::vector<int>& counts) {
    std::set<Day> days;
    for (std::size_t week = 0; week < counts.size(); ++week)
        for (int i = 0; i < counts[week]; ++i) days.insert(monday + static_cast<Day>(week) * 7 + 2 * i);
    return days;
}

std::vector<WeekKind> kinds_of(const Rhythm& rhythm) {
    std::vector<WeekKind> kinds;
    for (const Week& week : rhythm.weeks) kinds.push_back(week.kind);
    return kinds;
}

using K = WeekKind;

}  // namespace

TEST_CASE("two practice days keep a week, from Monday to Sunday", "[rhythm]") {
    CHECK(weekday_of(monday) == 0);
    const Rhythm rhythm = rhythm_of({monday, monday + 6}, {}, monday + 7);
    CHECK(kinds_of(rhythm) == std::vector{K::kept, K::open});
    CHECK(kinds_of(rhythm_of({monday, monday + 7}, {}, monday + 14)) ==
          std::vector{K::quiet, K::quiet, K::open});
    CHECK(rhythm.total_weeks == 1);
    CHECK(rhythm.weeks[0].practice_days == 2);
}

TEST_CASE("this week is open until it is over, and kept as soon as it is", "[rhythm]") {
    CHECK(kinds_of(rhythm_of({monday}, {}, monday + 6)) == std::vector{K::open});
    CHECK(kinds_of(rhythm_of({monday, monday + 1}, {}, monday + 1)) == std::vector{K::kept});
    CHECK(kinds_of(rhythm_of({}, {}, monday)) == std::vector{K::open});
    CHECK(rhythm_of({}, {}, monday).total_weeks == 0);
}

TEST_CASE("two weeks a month are forgiven without asking", "[rhythm]") {
    // November 2026: weeks 0 to 3; week 4 begins on the 30th and belongs to December.
    const Rhythm rhythm = rhythm_of(weeks_of({2, 0, 1, 3}), {}, monday + 3 * 7 + 6);
    CHECK(kinds_of(rhythm) == std::vector{K::kept, K::frozen, K::frozen, K::kept});
    CHECK(rhythm.in_a_row == 2);
    CHECK(rhythm.total_weeks == 2);
    CHECK(rhythm.freezes_left == 0);
    CHECK(rhythm_of(weeks_of({2, 0, 1, 3}), {}, monday + 4 * 7).freezes_left == 2);  // December
}

TEST_CASE("a third quiet week begins the row anew, and the total stays", "[rhythm]") {
    const Rhythm rhythm = rhythm_of(weeks_of({2, 0, 0, 0, 2}), {}, monday + 4 * 7 + 6);
    CHECK(kinds_of(rhythm) == std::vector{K::kept, K::frozen, K::frozen, K::quiet, K::kept});
    CHECK(rhythm.in_a_row == 1);
    CHECK(rhythm.total_weeks == 2);
}

TEST_CASE("no freeze is spent where there is nothing to keep", "[rhythm]") {
    const Rhythm rhythm = rhythm_of(weeks_of({1, 0, 2, 0}), {}, monday + 4 * 7 - 1);
    CHECK(kinds_of(rhythm) == std::vector{K::quiet, K::quiet, K::kept, K::open});
    CHECK(rhythm.freezes_left == 2);
}

TEST_CASE("leave and days off never break a rhythm, and ask for less", "[rhythm]") {
    std::set<Day> leave;
    for (Day day = monday + 7; day < monday + 28; ++day) leave.insert(day);
    const Rhythm rhythm = rhythm_of(weeks_of({2, 0, 0, 0, 2}), leave, monday + 4 * 7 + 6);
    CHECK(kinds_of(rhythm) == std::vector{K::kept, K::away, K::away, K::away, K::kept});
    CHECK(rhythm.in_a_row == 2);
    CHECK(rhythm.freezes_left == 2);
    leave.erase(monday + 7);  // one working day: one is asked
    CHECK(rhythm_of(weeks_of({2, 1}), leave, monday + 14).weeks[1].kind == K::kept);
    CHECK(rhythm_of(weeks_of({2, 1}), leave, monday + 14).weeks[1].asked == 1);
}

TEST_CASE("practice during leave counts too", "[rhythm]") {
    std::set<Day> leave;
    for (Day day = monday; day < monday + 7; ++day) leave.insert(day);
    CHECK(kinds_of(rhythm_of(weeks_of({1}), leave, monday + 6)) == std::vector{K::kept});
}

TEST_CASE("a clock that was wrong makes no practice in the future and no endless past", "[rhythm]") {
    const Rhythm rhythm = rhythm_of({-2'000'000'000, monday, monday + 1, 2'000'000'000}, {}, monday + 2);
    CHECK(kinds_of(rhythm) == std::vector{K::kept});
}

TEST_CASE("choices and drills are practice; begun and finished alone are none", "[rhythm]") {
    const auto on = [](Day day, RecordBody body) {
        Record record;
        record.header.day = day;
        record.body = std::move(body);
        return record;
    };
    CHECK(practice_days_in({on(1, EncounterBegun{}), on(2, ChoiceMade{}), on(3, DrillAnswered{}),
                            on(4, AskMade{}), on(5, EncounterFinished{}), on(2, DrillAnswered{})}) ==
          std::set<Day>{2, 3});
}

TEST_CASE("a member's share of the team's week is full after two days", "[rhythm]") {
    CHECK(team_share(weeks_of({0}), monday) == 0);
    CHECK(team_share(weeks_of({1}), monday + 6) == 1);
    CHECK(team_share(weeks_of({4}), monday) == 2);
    CHECK(team_share(weeks_of({4}), monday + 7) == 0);
}

TEST_CASE("a team reaches its goal at four fifths of those present", "[rhythm]") {
    CHECK(team_goal({2, 2, 2, 2, 0}).reached());
    CHECK(team_goal({2, 2, 2, 1, 1}).reached());
    CHECK_FALSE(team_goal({2, 2, 2, 1, 0}).reached());
    CHECK_FALSE(team_goal({}).reached());
    CHECK(team_goal({2, 1}).halves == 3);
}
