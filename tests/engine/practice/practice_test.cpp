// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/practice.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/practice_run.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

TEST_CASE("an encounter leaves one record for its start, each ask, each choice and its end", "[practice]") {
    const Library library = test::small_library();
    const auto run = test::practised(library, {"ask-when", "own-it", "swap"});
    REQUIRE(run.records.size() == 5);
    CHECK(std::string(kind_of(run.records[0].body)) == "encounter-begun");
    CHECK(std::string(kind_of(run.records[1].body)) == "ask-made");
    const auto& choice = std::get<ChoiceMade>(run.records[2].body);
    CHECK(choice.n == 2);
    CHECK(choice.choice == "own-it");
    CHECK(choice.shown.size() == 3);
    CHECK(choice.evidence ==
          std::vector<RecordedEvidence>{{"people.comfort", 1000, 4}, {"reliable.dependable", 500, 4}});
    const auto& finished = std::get<EncounterFinished>(run.records[4].body);
    CHECK(finished.outcome == "delighted");
    CHECK(finished.score == 1000);
    CHECK(finished.met == std::vector<std::string>{"need", "promise"});
    CHECK(finished.facts_found == 1);
    CHECK(finished.facts_total == 1);
    CHECK(finished.spent == 500);
    CHECK(finished.active_ms == 3 * test::visible_ms);
}

TEST_CASE("repeating a scenario, seeing its debrief, hints and haste make evidence lighter", "[practice]") {
    CHECK(evidence_factor({0, false}) == 1000);
    CHECK(evidence_factor({1, false}) == 500);
    CHECK(evidence_factor({3, false}) == 125);
    CHECK(evidence_factor({9, false}) == 125);
    CHECK(evidence_factor({1, true}) == 250);
    CHECK(evidence_factor({3, true}) == 125);
    CHECK(is_rapid(1399, 10));
    CHECK_FALSE(is_rapid(1400, 10));
    const Library library = test::small_library();
    const auto e_of = [&](ScenarioHistory history, std::size_t words, bool hint) {
        PracticeContext context{
            library.standard, library.scenarios[0], {"e"}, "pack", "hash", "practice", history, words, hint};
        const auto step = practise(context, begin(library.scenarios[0], 1), ChooseEvent{"own-it", 5000}, 0);
        REQUIRE(step);
        return std::get<ChoiceMade>(step->records[0]).mastery[0].e;
    };
    CHECK(e_of({}, 10, false) == 1000);
    CHECK(e_of({1, true}, 10, false) == 250);
    CHECK(e_of({}, 10, true) == 500);
    CHECK(e_of({}, 100, false) == 0);  // too fast to have read a hundred words
}

TEST_CASE("an encounter resumes from its records alone", "[practice]") {
    const Library library = test::small_library();
    for (const std::vector<std::string>& ids :
         {std::vector<std::string>{}, {"ask-when"}, {"ask-when", "own-it"}}) {
        const auto run = test::practised(library, ids);
        const auto resumed = refold(library.scenarios[0], run.records);
        REQUIRE(resumed);
        CHECK(resumed->encounter.log == run.encounter.log);
        CHECK(resumed->encounter.state == run.encounter.state);
        CHECK(resumed->encounter.facts == run.encounter.facts);
        CHECK(resumed->encounter.moment == run.encounter.moment);
        CHECK(resumed->encounter.seed == run.encounter.seed);
        CHECK(resumed->encounter.visible_ms == run.encounter.visible_ms);
        CHECK(resumed->active_ms == run.active_ms);
        CHECK(shown_choices(resumed->encounter, library.scenarios[0]) ==
              shown_choices(run.encounter, library.scenarios[0]));
    }
}

TEST_CASE("a stored state that disagrees, or another version, cannot be resumed", "[practice]") {
    const Library library = test::small_library();
    auto run = test::practised(library, {"own-it"});
    auto changed = run.records;
    std::get<ChoiceMade>(changed[1].body).state.trust += 5;
    const auto refused = refold(library.scenarios[0], changed);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::conflict);
    auto other = run.records;
    std::get<EncounterBegun>(other[0].body).logic_hash = "another";
    CHECK_FALSE(refold(library.scenarios[0], other));
    CHECK_FALSE(refold(library.scenarios[0], {}));
    CHECK_FALSE(refold(library.scenarios[0], {run.records[1]}));
}

TEST_CASE("an encounter with a drill among its records cannot be resumed", "[practice]") {
    const Library library = test::small_library();
    auto records = test::practised(library, {"own-it"}).records;
    records.push_back({records.back().header, DrillAnswered{}});
    const auto refused = refold(library.scenarios[0], records);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().detail.find("another kind of record stands") != std::string::npos);
}

TEST_CASE("the same pack, seed and choices give the same records bit for bit", "[practice]") {
    const Library library = test::small_library();
    CHECK(test::practised(library, {"own-it", "plain-swap"}).records ==
          test::practised(library, {"own-it", "plain-swap"}).records);
}

TEST_CASE("what cannot go on is closed without a score", "[practice]") {
    const EncounterFinished closed = abandoned(nullptr, {"e"}, nullptr);
    CHECK(closed.end == "abandoned");
    CHECK_FALSE(closed.score);
}
