// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/drill_fold.h"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/basics/seeded.h"
#include "tests/support/drill_run.h"
#include "tests/support/drill_text.h"
#include "tests/support/practice_run.h"

using namespace touchstone;

namespace {

constexpr Day monday = 20'409;
const PersonId ana{"ana"};

DrillAnswered answered(const std::string& drill, int rating, const std::string& variant = "one") {
    DrillAnswered body;
    body.pack = "small";
    body.drill = drill;
    body.variant = variant;
    body.rating = rating;
    return body;
}

std::vector<Record> shuffled(std::vector<Record> records, std::uint64_t seed) {
    const auto order = seeded_order(records.size(), seed, "arrival");
    std::vector<Record> arrived;
    for (const std::size_t i : order) arrived.push_back(records[i]);
    return arrived;
}

/// Months of a busy person on two tablets: drills, several a day, and encounters.
std::vector<Record> busy_person(const Library& library, std::uint64_t seed) {
    SplitMix64 random(seed);
    std::vector<Record> records;
    std::int64_t seq = 0;
    for (int i = 0; i < 60; ++i) {
        const auto day = monday + static_cast<Day>(random.below(90));
        const std::string tablet = random.below(2) == 0 ? "tablet-1" : "tablet-2";
        if (random.below(4) > 0) {
            records.push_back(test::kept(
                answered("drill-" + std::to_string(random.below(6)), static_cast<int>(random.below(4)) + 1,
                         "variant-" + std::to_string(random.below(3))),
                day, ++seq, tablet));
            continue;
        }
        const auto run = test::practised(library, {"ask-form"}, day, "encounter-" + std::to_string(i));
        for (const Record& record : run.records)
            records.push_back(test::kept(record.body, day, ++seq, tablet));
    }
    return records;
}

std::vector<DrillState> states(std::size_t known, std::size_t fresh, Day due) {
    std::vector<DrillState> all;
    for (std::size_t i = 0; i < known + fresh; ++i) {
        DrillState state;
        state.pack = "small";
        state.drill = "drill-" + std::to_string(i);
        state.due = due - static_cast<Day>(i);
        if (i < known)
            state.memory = remembered(std::nullopt, Rating::good, monday - 1 - static_cast<Day>(i));
        all.push_back(state);
    }
    return all;
}

}  // namespace

TEST_CASE("a drill is remembered by the first answers of its days", "[drill]") {
    const DrillFold fold = fold_drills(
        {test::kept(answered("hours", 3), monday, 1), test::kept(answered("hours", 3), monday + 2, 2),
         test::kept(answered("hours", 1), monday + 2, 3), test::kept(answered("hours", 3), monday + 13, 4)},
        ana);
    const DrillState state = state_of(fold, "small", "hours");
    REQUIRE(state.memory);
    // good on day 0, two days later and eleven days after that: a reference vector of ts-fsrs 5.4.2
    CHECK(state.memory->stability == Catch::Approx(46.28021).epsilon(1e-5));
    CHECK(state.memory->difficulty == Catch::Approx(2.10433).epsilon(1e-5));
    CHECK(state.memory->last_day == monday + 13);
    CHECK(state.answers == 4);
    CHECK(state.due >= monday + 13 + 84);  // 88 days, moved by at most 5 %
    CHECK(state.due <= monday + 13 + 92);
    CHECK(*state.recall_on(monday + 13) == Catch::Approx(1));
    CHECK(*state.recall_on(state.due) < 0.87);
}

TEST_CASE("two tablets that knew nothing of each other count one answer a day", "[drill]") {
    const Record first = test::kept(answered("hours", 1), monday, 1, "tablet-1");
    const Record second = test::kept(answered("hours", 4), monday, 2, "tablet-2");
    const DrillState both = state_of(fold_drills({second, first}, ana), "small", "hours");
    CHECK(both.memory == state_of(fold_drills({first}, ana), "small", "hours").memory);
    CHECK(both.answers == 2);
}

TEST_CASE("drills are born of moments that went badly in a scenario", "[drill]") {
    const Library library = test::drill_library();
    const auto born_after = [&](const char* choice) {
        const auto run = test::practised(library, {choice}, monday);
        return drills_of(fold_drills(run.records, ana), "small", library.drills);
    };
    CHECK(born_after("own-it").empty());  // quality 1
    const auto drills = born_after("ask-form");
    REQUIRE(drills.size() == 1);
    CHECK(drills[0].drill == "take-it-over");
    CHECK_FALSE(drills[0].memory);
    CHECK(drills[0].due == monday + 1);
    CHECK_FALSE(drills[0].recall_on(monday + 1));
    CHECK(
        drills_of(fold_drills(test::practised(library, {"ask-form"}).records, ana), "another", library.drills)
            .empty());
}

TEST_CASE("a drill that was answered is not born anew by another bad choice", "[drill]") {
    const Library library = test::drill_library();
    test::DrillLearner learner(library);
    learner.answer(monday, true);
    const DrillState before = learner.state();
    for (const Record& record : test::practised(library, {"ask-form"}, monday + 1).records)
        learner.records.push_back(test::kept(record.body, monday + 1, 100 + record.header.seq));
    const auto drills = drills_of(fold_drills(learner.records, ana), "small", library.drills);
    REQUIRE(drills.size() == 1);
    CHECK(drills[0] == before);
}

TEST_CASE("what is least remembered comes first, what is new comes last", "[drill]") {
    const auto all = states(2, 2, monday);
    CHECK(drills_for_today({}, all, ana, monday) == std::vector<std::size_t>{1, 0, 3, 2});
}

TEST_CASE("at most five drills a day, however many wait", "[drill]") {
    for (const auto& [known, fresh] : {std::pair<std::size_t, std::size_t>{9, 0}, {0, 9}, {3, 9}, {40, 40}})
        CHECK(drills_for_today({}, states(known, fresh, monday), ana, monday).size() == 5);
    CHECK(drills_for_today({}, states(2, 1, monday), ana, monday).size() == 3);
    CHECK(drills_for_today({}, states(2, 1, monday + 9), ana, monday).empty());
}

TEST_CASE("what was answered today makes room for no more, and nothing is owed tomorrow", "[drill]") {
    std::vector<Record> records;
    for (int i = 0; i < 4; ++i)
        records.push_back(test::kept(answered("today-" + std::to_string(i), 3), monday, i + 1));
    records.push_back(test::kept(answered("today-0", 3), monday, 9));  // coaching takes no room
    const DrillFold fold = fold_drills(records, ana);
    const auto waiting = states(20, 20, monday);
    CHECK(drills_for_today(fold, waiting, ana, monday).size() == 1);
    CHECK(drills_for_today(fold, waiting, ana, monday + 1).size() == 5);
    CHECK(drills_for_today(fold, waiting, ana, monday + 30).size() == 5);
}

TEST_CASE("the order in which records arrive changes no drill", "[drill][property]") {
    const Library library = test::drill_library();
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto records = busy_person(library, seed);
        const DrillFold once = fold_drills(records, ana);
        REQUIRE(once.answered.size() > 3);
        REQUIRE(once.born.size() == 1);
        for (std::uint64_t arrival = 0; arrival < 5; ++arrival) {
            auto arrived = shuffled(records, arrival);
            arrived.push_back(arrived.front());  // and one of them twice
            CHECK(fold_drills(arrived, ana) == once);
        }
    }
}
