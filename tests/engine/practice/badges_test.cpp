// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/badges.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample_records.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

const Standard& standard() {
    static const Standard kept = test::small_library().standard;
    return kept;
}

/// Perfect choices of "people": `per_day` on each of `days`, in as many scenarios as asked.
struct Practice {
    std::vector<Day> days;
    int per_day = 6;
    std::uint64_t scenarios = 3;
    int quality = 1000;
};
std::vector<Record> records_of(const Practice& practice) {
    std::vector<Record> records;
    test::Source source;
    std::int64_t seq = 0;
    std::uint64_t number = 0;
    for (const Day day : practice.days)
        for (int i = 0; i < practice.per_day; ++i) {
            source.day = day;
            source.encounter = {test::uuid(100 + number)};
            records.push_back(test::begun(source, ++seq));
            std::get<EncounterBegun>(records.back().body).scenario =
                "scenario-" + std::to_string(number++ % practice.scenarios);
            records.push_back(test::chosen(source, ++seq, "people", 1000, practice.quality));
        }
    return records;
}

std::size_t people() { return *standard().find_behaviour("people"); }
Badge badge_of(const Practice& practice) { return fold_badges(standard(), records_of(practice))[people()]; }
BadgeMissing missing(const Practice& practice, BadgeGrade grade = BadgeGrade::mastered) {
    return missing_for(fold_mastery(standard(), records_of(practice)), people(), grade);
}

}  // namespace

TEST_CASE("a badge is earned by steady mastery in three scenarios over a week", "[practice]") {
    const Practice practice{{100, 104, 107}};
    CHECK_FALSE(missing(practice).any());
    CHECK(badge_of(practice).mastered_on == 107);
}

TEST_CASE("six days are no week, two scenarios are not three, seven choices are too few", "[practice]") {
    CHECK(missing({{100, 106}, 9}) == BadgeMissing{false, false, false, true});
    CHECK(missing({{100, 107}, 9, 2}) == BadgeMissing{false, false, true, false});
    CHECK(missing({{100, 107}, 3}).evidence);
    CHECK_FALSE(badge_of({{100, 106}, 9}).mastered_on);
    CHECK_FALSE(badge_of({{100, 107}, 9, 2}).mastered_on);
}

TEST_CASE("practice without skill earns no badge, however long", "[practice]") {
    std::vector<Day> year;
    for (Day day = 0; day < 360; day += 6) year.push_back(day);
    const Badge badge = badge_of({year, 6, 3, 500});
    CHECK_FALSE(badge.mastered_on);
    CHECK(missing({year, 6, 3, 500}) == BadgeMissing{true, false, false, false});
}

TEST_CASE("gold asks for more, and comes later", "[practice]") {
    std::vector<Day> weeks;
    for (Day day = 100; day < 240; day += 4) weeks.push_back(day);
    const Badge badge = badge_of({weeks, 2});
    REQUIRE(badge.mastered_on);
    REQUIRE(badge.gold_on);
    CHECK(*badge.mastered_on < *badge.gold_on);
}

TEST_CASE("a badge stays after weaker days and after time off", "[practice]") {
    std::vector<Record> records = records_of({{100, 104, 107}});
    test::Source later;
    later.day = 300;
    for (std::int64_t seq = 100; seq < 110; ++seq)
        records.push_back(test::chosen(later, seq, "people", 1000, 0));
    const MasteryFold fold = fold_mastery(standard(), records);
    CHECK(missing_for(fold, people(), BadgeGrade::mastered).level);
    CHECK(fold_badges(standard(), records)[people()].mastered_on == 107);
}

TEST_CASE("other behaviours lift the level but earn no badge", "[practice]") {
    const Badges badges = fold_badges(standard(), records_of({{100, 104, 107, 111, 115}}));
    for (std::size_t k = 0; k < behaviour_count; ++k)
        CHECK(badges[k].mastered_on.has_value() == (k == people()));
}

TEST_CASE("harder scenarios are recommended from a shown level of 65 on", "[practice]") {
    const auto ready = [](const Practice& practice) {
        return ready_for_harder(fold_mastery(standard(), records_of(practice)).mastery, people());
    };
    CHECK(ready({{100}, 6}));
    CHECK_FALSE(ready({{100}, 2}));           // too little of their own
    CHECK_FALSE(ready({{100}, 20, 3, 400}));  // not there yet
}
