// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/drill.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "tests/support/drill_run.h"
#include "tests/support/drill_text.h"

using namespace touchstone;

namespace {

constexpr Day monday = 20'409;

struct Desk {
    Library library = test::drill_library();
    const Drill& drill = library.drills[0];
    DrillState state = state_of({}, "small", drill.id);

    DrillContext context(Day today = monday, bool hint = false) const {
        return {library.standard, drill, "small", "pack-hash", {"ana"}, state, today, 30, hint};
    }
};

}  // namespace

TEST_CASE("a drill shows one of its variants with every choice once, in an order of its own", "[drill]") {
    const Desk desk;
    std::set<std::vector<std::size_t>> orders;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const DrillRun run = show_drill(desk.drill, desk.state, seed);
        CHECK(run.variant == 0);
        CHECK(std::set<std::size_t>(run.shown.begin(), run.shown.end()) == std::set<std::size_t>{0, 1, 2});
        CHECK(run.shown == show_drill(desk.drill, desk.state, seed).shown);
        orders.insert(run.shown);
    }
    CHECK(orders.size() > 3);
}

TEST_CASE("each variant comes before one repeats", "[drill]") {
    const Library library = test::drill_library();
    test::DrillLearner learner(library);
    std::vector<std::string> seen;
    for (Day day = monday; day < monday + 9; ++day) seen.push_back(learner.answer(day, true).record.variant);
    const std::vector<std::string> cycle{"cracked-cup", "late-coat", "wrong-size"};
    for (std::size_t i = 0; i < seen.size(); ++i) CHECK(seen[i] == cycle[i % 3]);
}

TEST_CASE("a new variant of a later version comes first, and one that is gone is passed over", "[drill]") {
    const Desk desk;
    Drill later = desk.drill;
    later.variants.push_back(later.variants[0]);
    later.variants.back().moment.id = "torn-bag";
    DrillState state = desk.state;
    state.variants = {"late-coat", "wrong-size", "cracked-cup"};
    CHECK(later.variants[next_variant(later, state)].id() == "torn-bag");
    state.variants = {"gone", "wrong-size", "cracked-cup", "late-coat", "torn-bag"};
    CHECK(later.variants[next_variant(later, state)].id() == "wrong-size");
}

TEST_CASE("the choice may change until the answer is given; then nothing changes any more", "[drill]") {
    const Desk desk;
    const auto context = desk.context();
    const DrillRun run = show_drill(desk.drill, desk.state, 1);
    CHECK_FALSE(answer_drill(context, run, 2, 100));         // nothing is picked
    CHECK_FALSE(pick_in_drill(context, run, "fetch", 100));  // a choice of another variant
    const auto doubted = pick_in_drill(context, run, "doubt-him", 9000);
    REQUIRE(doubted);
    const auto better = pick_in_drill(context, *doubted, "take-over", 4000);
    REQUIRE(better);
    CHECK_FALSE(answer_drill(context, *better, 4, 100));  // confidence is 1 to 3
    const auto step = answer_drill(context, *better, 3, 500);
    REQUIRE(step);
    CHECK(step->record.choice == "take-over");
    CHECK(step->record.confidence == 3);
    CHECK(step->record.visible_ms == 13'500);
    CHECK_FALSE(pick_in_drill(context, step->run, "ask-slip", 100));
    CHECK_FALSE(answer_drill(context, step->run, 3, 100));
}

TEST_CASE("an answer is kept with all that a fold or a report needs", "[drill]") {
    const Desk desk;
    const auto context = desk.context();
    const DrillRun run = show_drill(desk.drill, desk.state, 5);
    const auto step =
        answer_drill(context, *pick_in_drill(context, run, "doubt-him", 12'000), std::nullopt, 0);
    REQUIRE(step);
    const DrillAnswered& record = step->record;
    CHECK(record.pack == "small");
    CHECK(record.drill == "take-it-over");
    CHECK(record.version == 3);
    CHECK(record.variant == "cracked-cup");
    CHECK(record.shown.size() == 3);
    CHECK_FALSE(record.confidence);
    CHECK(record.q4 == 0);  // (1 x 0 + 0.5 x 1) / 1.5 = 0.33 quarters
    CHECK(record.rating == 1);
    CHECK(record.difficulty == 65);
    CHECK(record.evidence ==
          std::vector<RecordedEvidence>{{"people.comfort", 1000, 0}, {"reliable.dependable", 500, 1}});
    REQUIRE(record.mastery.size() == 2);
    CHECK(record.mastery[0] == RecordedMastery{"people", 1000, 0, 500, 500});
    CHECK(record.due_day == monday + 1);
    CHECK(desk.drill.variants[0].moment.choices[step->reveal.best].id == "take-over");
    CHECK(step->reveal.quality == 83);
}

TEST_CASE("evidence of a drill weighs half; a hint halves it again, haste leaves nothing", "[drill]") {
    const Library library = test::drill_library();
    const auto e_of = [&](bool hint, std::int64_t visible_ms) {
        return test::DrillLearner(library).answer(monday, true, hint, visible_ms).record.mastery[0].e;
    };
    CHECK(e_of(false, 20'000) == 500);
    CHECK(e_of(true, 20'000) == 250);
    CHECK(e_of(false, 2'999) == 0);  // 0.6 s + 30 words x 0.08 s = 3 s
    CHECK(e_of(false, 3'000) == 500);
}

TEST_CASE("only the first answer of a day counts; what follows is coaching", "[drill]") {
    const Library library = test::drill_library();
    test::DrillLearner learner(library);
    const DrillStep wrong = learner.answer(monday, false);
    const DrillState after_first = learner.state();
    const DrillStep again = learner.answer(monday, true);
    CHECK(wrong.reveal.counts);
    CHECK_FALSE(again.reveal.counts);
    CHECK(again.record.mastery[0].e == 0);
    CHECK(again.reveal.due == wrong.reveal.due);
    CHECK(learner.state().memory == after_first.memory);
    CHECK(learner.state().due == after_first.due);
    CHECK(learner.answer(monday + 1, true).reveal.counts);
}

TEST_CASE("ratings: again below 0.45, hard below 0.75, good from there", "[drill]") {
    const Desk desk;
    const auto context = desk.context();
    const auto rating_of_choice = [&](const char* choice) {
        const DrillRun run = show_drill(desk.drill, desk.state, 5);
        return answer_drill(context, *pick_in_drill(context, run, choice, 20'000), 1, 0)->record.rating;
    };
    CHECK(rating_of_choice("doubt-him") == 1);  // 0.08
    CHECK(rating_of_choice("ask-slip") == 2);   // 0.50
    CHECK(rating_of_choice("take-over") == 3);  // 1.00, but the first time
}

TEST_CASE("easy needs a good answer before, a nearly perfect one now, no hint and no haste", "[drill]") {
    const Library library = test::drill_library();
    const auto second = [&](bool first_well, bool hint, std::int64_t visible_ms) {
        test::DrillLearner learner(library);
        learner.answer(monday, first_well);
        return learner.answer(monday + 5, true, hint, visible_ms).record.rating;
    };
    CHECK(second(true, false, 20'000) == 4);
    CHECK(second(false, false, 20'000) == 3);
    CHECK(second(true, true, 20'000) == 3);
    CHECK(second(true, false, 1'000) == 3);
}

TEST_CASE("the day that the answer names is the day that the fold comes to", "[drill]") {
    const Library library = test::drill_library();
    test::DrillLearner learner(library);
    Day day = monday;
    for (const bool well : {true, true, false, true, true, true}) {
        const DrillStep step = learner.answer(day, well);
        CHECK(step.record.due_day == learner.state().due);
        CHECK(step.record.due_day > day);
        day = step.record.due_day;
    }
}
