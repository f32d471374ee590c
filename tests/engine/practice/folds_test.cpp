// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/folds.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/drill_run.h"
#include "tests/support/drill_text.h"
#include "tests/support/practice_run.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

std::vector<Record> joined(const std::vector<std::vector<Record>>& parts) {
    std::vector<Record> all;
    for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace

TEST_CASE("first, best and last attempts are kept apart", "[folds]") {
    const Library library = test::small_library();
    const PersonFold fold =
        fold_person(joined({test::practised(library, {"ask-form", "plain-swap"}, 100, "e1").records,
                            test::practised(library, {"ask-when", "own-it", "swap"}, 101, "e2").records,
                            test::practised(library, {"own-it", "plain-swap"}, 102, "e3").records}));
    const ScenarioFold& scenario = fold.scenarios.at("wet-parcel");
    CHECK(scenario.finished == 3);
    CHECK(scenario.best == 1000);
    CHECK(*scenario.first < *scenario.last);
    CHECK(fold.practice_days == std::set<Day>{100, 101, 102});
    CHECK(fold.open.empty());
    CHECK(fold.recent.at("people") == std::vector<int>{250, 1000, 1000});
}

TEST_CASE("a drill is a day of practice, and its first answer of the day is evidence", "[folds]") {
    const Library library = test::drill_library();
    test::DrillLearner learner(library);
    learner.answer(100, true);
    const PersonFold once = fold_person(learner.records);
    CHECK(once.practice_days == std::set<Day>{100});
    CHECK(once.behaviours.at("people").weight == 0.5);
    CHECK(once.behaviours.at("people").weighted == 0.5);
    learner.answer(100, true);
    CHECK(fold_person(learner.records).behaviours.at("people").weight == 0.5);
    learner.answer(101, true);
    CHECK(fold_person(learner.records).behaviours.at("people").weight == 1.0);
}

TEST_CASE("an encounter without an end is open, with all its records", "[folds]") {
    const Library library = test::small_library();
    const auto run = test::practised(library, {"ask-when", "own-it"}, 100, "e1");
    const PersonFold fold = fold_person(run.records);
    REQUIRE(fold.open.size() == 1);
    CHECK(fold.open.begin()->second.records == run.records);
    CHECK(refold(library.scenarios[0], fold.open.begin()->second.records));
}

TEST_CASE("history counts thirty days", "[folds]") {
    const Library library = test::small_library();
    const PersonFold fold = fold_person(joined({test::practised(library, {"leave"}, 100, "e1").records,
                                                test::practised(library, {"own-it"}, 110, "e2").records}));
    CHECK(history_of(fold, "wet-parcel", 110).plays_in_30_days == 2);
    CHECK(history_of(fold, "wet-parcel", 110).debrief_in_30_days);
    CHECK(history_of(fold, "wet-parcel", 130).plays_in_30_days == 1);
    CHECK_FALSE(history_of(fold, "wet-parcel", 130).debrief_in_30_days);
    CHECK(history_of(fold, "another", 110).plays_in_30_days == 0);
}

TEST_CASE("the next scenario is one never played, else the one played longest ago", "[folds]") {
    const Library library = test::small_library();
    Scenario second = library.scenarios[0];
    second.id = "second";
    const std::vector<Scenario> both{library.scenarios[0], second};
    const PersonFold played_first = fold_person(test::practised(library, {"leave"}, 100, "e1").records);
    CHECK(suggest(played_first, both, {"ana"}, 105).scenario == 1);
    CHECK(suggest(played_first, both, {"ana"}, 105).why == Suggestion::Why::never_played);
    const Suggestion only = suggest(played_first, {library.scenarios[0]}, {"ana"}, 105);
    CHECK(only.why == Suggestion::Why::longest_ago);
    CHECK(only.days_ago == 5);
}
