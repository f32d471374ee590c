// SPDX-License-Identifier: Apache-2.0
#include "engine/scoring/score_encounter.h"

#include <catch2/catch_test_macros.hpp>

#include "engine/paths/explore.h"
#include "engine/paths/loss.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

Encounter played(const Scenario& scenario, const std::vector<std::string>& ids) {
    Encounter now = begin(scenario, 9);
    for (const std::string& id : ids) {
        PlayEvent event = ChooseEvent{id};
        for (const Ask& ask : scenario.moments[now.moment].asks)
            if (ask.id == id) event = AskEvent{id};
        if (id == "leave") event = LeaveEvent{};
        auto next = advance(now, scenario, event);
        REQUIRE(next);
        now = next->encounter;
    }
    return now;
}
Scoring scored(const Library& library, const std::vector<std::string>& ids) {
    auto scoring = score_encounter(library.standard, library.scenarios[0], played(library.scenarios[0], ids));
    REQUIRE(scoring);
    return *scoring;
}
Value value_of(const Library& library, const Scoring& scoring, const char* indicator) {
    return scoring.indicators[*library.standard.find_indicator(indicator)];
}

}  // namespace

TEST_CASE("the best path scores 100 and the worst path 0", "[scoring]") {
    const Library library = test::small_library();
    const auto explored = explore(library.scenarios[0]);
    REQUIRE(explored);
    CHECK(scored(library, explored->best_path).score.tenths == 1000);
    CHECK(scored(library, explored->worst_path).score.tenths == 0);
}

TEST_CASE("the loss of a path is its choices' and its ending's", "[scoring]") {
    const Library library = test::small_library();
    const Scenario& scenario = library.scenarios[0];
    // opening: Q = (2r1 + r2)/12, so own-it 1, ask-form 1/3, blame 0; closing: swap 1, plain-swap 3/4,
    // skip-id 0.
    CHECK(choice_loss(scenario.moments[0], scenario.moments[0].choices[1]) == loss_of_one * 2 / 3);
    const auto potential = potential_losses(scenario);
    CHECK(potential == std::vector<Loss>{2 * loss_of_one, loss_of_one});
    // ask-form, plain-swap: 2/3 + 1/4, "content" of value 60 with nothing left to lose: 0.4 x 1.5.
    const Scoring scoring = scored(library, {"ask-form", "plain-swap"});
    CHECK(scoring.loss == loss_of_one * 2 / 3 + loss_of_one / 4 + loss_of_one * 6 / 10);
    // blame: 1, and the customer leaves (value 0) before `closing`: 1.5 + H(closing) = 2.5.
    CHECK(scored(library, {"blame"}).loss == loss_of_one * 7 / 2);
    // leaving at the start forgoes everything: 1.5 + H(opening) = 3.5.
    CHECK(scored(library, {"leave"}).loss == loss_of_one * 7 / 2);
    CHECK(scenario.worst == loss_of_one * 7 / 2);
}

TEST_CASE("a broken red rule caps the score at 40, however friendly", "[scoring]") {
    const Library library = test::small_library();
    const Scoring scoring = scored(library, {"ask-when", "own-it", "skip-id"});
    CHECK(scoring.critical);
    CHECK(scoring.score.tenths == 400);
    CHECK(path_score(0, 4800, false).tenths == 1000);
    CHECK(path_score(0, 4800, true).tenths == 400);
    CHECK(path_score(4000, 4800, true).tenths == 167);
}

TEST_CASE("scores round half up", "[scoring]") {
    CHECK(path_score(1, 2000, false).tenths == 1000);  // 99.95
    CHECK(path_score(3, 2000, false).tenths == 999);   // 99.85
    CHECK(Score{495}.shown() == 50);
    CHECK(Score{494}.shown() == 49);
}

TEST_CASE("level 3 counts in full only when levels 1 and 2 were met", "[scoring]") {
    const Library library = test::small_library();
    const Scoring good = scored(library, {"ask-when", "own-it", "swap"});
    CHECK(good.ladder.reached == 3);
    CHECK(good.ladder.credited[2] == 1000);
    const Scoring formal = scored(library, {"ask-form", "plain-swap"});
    CHECK(formal.ladder.measured[2] == 750);
    CHECK(formal.ladder.credited[2] == 250);  // courtesy was 25
    CHECK(formal.ladder.reached == 0);
}

TEST_CASE("a level without evidence counts as met and is never reached by itself", "[scoring]") {
    const Standard standard = content::default_standard().standard;
    const std::size_t solve = *standard.find_indicator("resourceful.solve");
    const Ladder ladder = ladder_of(standard, {{solve, 2, 3}});
    CHECK_FALSE(ladder.measured[0]);
    CHECK(ladder.met[0]);
    CHECK(ladder.reached == 2);
    CHECK(ladder_of(standard, {}).reached == 0);
}

TEST_CASE("evidence adds up per indicator, behaviour and expectation", "[scoring]") {
    const Library library = test::small_library();
    const Scoring scoring = scored(library, {"ask-form", "plain-swap"});
    CHECK(value_of(library, scoring, "people.comfort") == 250);
    CHECK(value_of(library, scoring, "reliable.dependable") == 500);
    CHECK_FALSE(value_of(library, scoring, "positive.calm"));
    CHECK(scoring.behaviours[*library.standard.find_behaviour("people")] == 250);
    const Moment& opening = library.scenarios[0].moments[0];
    const auto mastery = mastery_evidence_of(library.standard, opening, opening.choices[1]);
    REQUIRE(mastery.size() == 2);
    CHECK(mastery[0].weight == 1000);
    CHECK(mastery[0].quality == 250);
    CHECK(mastery[0].floor == 417);  // mean of 4, 1, 0 over 4
    CHECK(mastery[1].weight == 500);
}

TEST_CASE("turning points are the choice that helped most and the one that cost most", "[scoring]") {
    const Library library = test::small_library();
    const TurningPoints both = turning_points(scored(library, {"own-it", "plain-swap"}));
    CHECK(both.helped == 0);
    CHECK(both.could_turn == 1);
    CHECK_FALSE(turning_points(scored(library, {"ask-when", "own-it", "swap"})).could_turn);
    CHECK(best_choice(library.scenarios[0].moments[1], 0) == 1);
    CHECK(best_choice(library.scenarios[0].moments[1], 1) == 0);
}

TEST_CASE("an open encounter has no score", "[scoring]") {
    const Library library = test::small_library();
    CHECK_FALSE(
        score_encounter(library.standard, library.scenarios[0], played(library.scenarios[0], {"own-it"})));
}
