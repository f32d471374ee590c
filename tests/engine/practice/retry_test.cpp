// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "engine/paths/explore.h"
#include "engine/practice/practice.h"
#include "tests/support/practice_run.h"
#include "tests/support/random_scenario.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

/// The small library with its worst path played, and the fork before one of its choices.
struct Looked {
    Library library = test::small_library();
    test::PracticeRun run = test::practised(library, {"ask-when", "own-it", "skip-id"});

    const Scenario& scenario() const { return library.scenarios[0]; }
    PracticeContext context(const std::string& mode) const {
        return {library.standard, scenario(), {"again"}, "pack", "hash", mode, {}, 1, false};
    }
    Fork fork(std::size_t choice) const {
        auto known = fork_before(scenario(), {"encounter-1"}, run.encounter, choice);
        REQUIRE(known);
        return *known;
    }
};

}  // namespace

TEST_CASE("a retry begins where the parent stood, and says so in its record", "[retry]") {
    const Looked looked;
    const Fork fork = looked.fork(1);
    CHECK(fork.n == 3);  // after an ask and a choice
    const PracticeStep step = begin_retry(looked.context("retry"), 7, fork);
    REQUIRE(step.records.size() == 1);
    const auto& begun = std::get<EncounterBegun>(step.records[0]);
    CHECK(begun.mode == "retry");
    CHECK(begun.parent_encounter == EncounterId{"encounter-1"});
    CHECK(begun.parent_n == 3);
    CHECK(begun.start.moment == looked.scenario().moments[step.encounter.moment].id);
    CHECK(begun.start.facts == looked.scenario().facts);
    CHECK(step.encounter.state == fork.position.state);
    CHECK(step.encounter.log.empty());
}

TEST_CASE("before its first choice an encounter stood at its start, asks undone", "[retry]") {
    const Looked looked;
    const Fork fork = looked.fork(0);
    CHECK(fork.n == 2);
    CHECK(fork.position.state == looked.scenario().start_state);
    CHECK(fork.position.facts == 0);
    CHECK(fork.position.asked == 0);
    CHECK_FALSE(fork_before(looked.scenario(), {"encounter-1"}, looked.run.encounter, 2));
}

TEST_CASE("a retry is scored by the worst that was possible from its fork, and its evidence is a quarter",
          "[retry]") {
    const Looked looked;
    const auto retry = looked.context("retry");
    const PracticeStep begun = begin_retry(retry, 7, looked.fork(1));
    const auto good = practise(retry, begun.encounter, ChooseEvent{"swap", 60'000}, 0);
    const auto poor = practise(retry, begun.encounter, ChooseEvent{"skip-id", 60'000}, 0);
    REQUIRE(good);
    REQUIRE(poor);
    REQUIRE(good->scoring);
    REQUIRE(poor->scoring);
    const auto worst = most_loss_from(looked.scenario(), looked.fork(1).position);
    REQUIRE(worst);
    CHECK(good->scoring->worst == *worst);
    CHECK(*worst < looked.scenario().worst);
    CHECK(good->scoring->score.tenths > poor->scoring->score.tenths);
    const auto& choice = std::get<ChoiceMade>(good->records[0]);
    const auto whole = practise(looked.context("practice"), begun.encounter, ChooseEvent{"swap", 60'000}, 0);
    REQUIRE(whole);
    CHECK(choice.mastery[0].e == std::get<ChoiceMade>(whole->records[0]).mastery[0].e / 4);
}

TEST_CASE("a retry resumes from its records alone", "[retry]") {
    const Looked looked;
    const auto context = looked.context("retry");
    const PracticeStep begun = begin_retry(context, 7, looked.fork(1));
    std::vector<Record> records;
    for (const RecordBody& body : begun.records) records.push_back({{}, body});
    const auto resumed = refold(looked.scenario(), records);
    REQUIRE(resumed);
    CHECK(resumed->encounter.moment == begun.encounter.moment);
    CHECK(resumed->encounter.state == begun.encounter.state);
    CHECK(resumed->encounter.facts == begun.encounter.facts);
    CHECK(resumed->encounter.steps == begun.encounter.steps);
    CHECK(resumed->encounter.fork.has_value());
    std::get<EncounterBegun>(records[0].body).start.moment = "nowhere";
    CHECK_FALSE(refold(looked.scenario(), records));
}

TEST_CASE("from every fork of random encounters the worst path scores 0 and nothing scores more than 100",
          "[retry]") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Scenario scenario = test::random_scenario(seed, 3, 2);
        const auto explored = explore(scenario);
        REQUIRE(explored);
        scenario.worst = explored->worst;
        Encounter played = begin(scenario, seed);
        for (const std::string& id : explored->worst_path) {
            auto next = advance(played, scenario, event_of(scenario, played, id));
            REQUIRE(next);
            played = next->encounter;
        }
        const auto fork = fork_before(scenario, {"parent"}, played, 1);
        if (!fork) continue;  // the customer left at once
        const auto most = most_loss_from(scenario, fork->position);
        REQUIRE(most);
        CHECK(*most <= explored->worst);
        CHECK(*most >= 0);
    }
}
