// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/drill_plan.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/drill_run.h"
#include "tests/support/drill_text.h"
#include "tests/support/practice_run.h"

using namespace touchstone;

namespace {

constexpr Day monday = 20'409;
const PersonId ana{"ana"};

DrillState known(const std::string& drill, Day answered, Day due) {
    DrillState state;
    state.pack = "small";
    state.drill = drill;
    state.memory = remembered(std::nullopt, Rating::good, answered);
    state.last_answer = answered;
    state.due = due;
    return state;
}

Drill drill_of(const std::string& id, const std::string& scenario) {
    Drill drill;
    drill.id = id;
    drill.from_scenario = scenario;
    return drill;
}

}  // namespace

TEST_CASE("a session takes due drills, and others that fade to fill its time", "[drill]") {
    const std::vector<DrillState> states{
        known("fresh", monday - 1, monday + 3), known("due", monday - 6, monday - 2),
        known("fading", monday - 3, monday + 1), known("today", monday, monday + 4)};
    const SessionDrills drills = session_drills({}, states, ana, monday);
    CHECK(drills.due == std::vector<std::size_t>{1});
    CHECK(drills.others == std::vector<std::size_t>{2, 0});
    CHECK(drills.left_today == 5);
}

TEST_CASE("what was answered today leaves less of the daily cap", "[drill]") {
    const Library library = test::drill_library();
    test::DrillLearner learner(library);
    learner.answer(monday, true);
    learner.answer(monday, true);  // coaching
    const DrillFold fold = fold_drills(learner.records, learner.person);
    const auto states = drills_of(fold, "small", library.drills);
    const SessionDrills drills = session_drills(fold, states, learner.person, monday);
    CHECK(drills.due.empty());
    CHECK(drills.others.empty());
    CHECK(drills.left_today == 4);
    CHECK(session_drills(fold, states, learner.person, monday + 1).left_today == 5);
}

TEST_CASE("a choice that went badly today is a drill of tomorrow's session", "[drill]") {
    const Library library = test::drill_library();
    const DrillFold fold = fold_drills(test::practised(library, {"ask-form"}, monday).records, ana);
    const auto states = drills_of(fold, "small", library.drills);
    const auto items_on = [&](Day day) {
        return plan_session(SessionLength::two, session_drills(fold, states, ana, day), {}, {});
    };
    CHECK(items_on(monday).empty());
    REQUIRE(items_on(monday + 1).size() == 1);
    CHECK(items_on(monday + 1)[0] == SessionItem{SessionItem::Kind::drill, 0});
}

TEST_CASE("a scenario is remembered as well as its worst drill", "[drill]") {
    const std::vector<DrillState> states{known("late", monday - 9, monday),
                                         known("early", monday - 1, monday),
                                         DrillState{"small", "new", {}, monday, {}, {}, 0}};
    const std::vector<Drill> drills{drill_of("late", "parcel"), drill_of("early", "parcel"),
                                    drill_of("new", "room"), drill_of("early", "call"),
                                    drill_of("unknown", "call")};
    const auto recall = recall_by_scenario(states, drills, monday);
    CHECK(recall.size() == 2);
    CHECK(recall.at("parcel") == *states[0].recall_on(monday));
    CHECK(recall.at("call") == *states[1].recall_on(monday));
}
