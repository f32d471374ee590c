// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/attempts.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "engine/basics/seeded.h"
#include "tests/support/drill_run.h"
#include "tests/support/practice_run.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

constexpr Day monday = 20'409;

std::vector<Record> joined(const std::vector<std::vector<Record>>& runs) {
    std::vector<Record> all;
    for (const auto& run : runs) all.insert(all.end(), run.begin(), run.end());
    return all;
}

}  // namespace

TEST_CASE("first, best and last score of a scenario are kept apart", "[attempts]") {
    const auto scores = scores_of(attempts_in(joined({test::finished_run("parcel", 600, monday, 10),
                                                      test::finished_run("parcel", 900, monday + 1, 20),
                                                      test::finished_run("parcel", 750, monday + 2, 30)})));
    const AttemptScores& parcel = scores.at("small/parcel");
    CHECK(score_by(parcel, AttemptPolicy::first) == 600);
    CHECK(score_by(parcel, AttemptPolicy::best) == 900);
    CHECK(score_by(parcel, AttemptPolicy::last) == 750);
    CHECK(parcel.best_on == monday + 1);
    CHECK(parcel.attempts == 3);
}

TEST_CASE("a personal best that is reached again keeps its first day", "[attempts]") {
    const auto scores = scores_of(attempts_in(joined(
        {test::finished_run("parcel", 900, monday, 10), test::finished_run("parcel", 900, monday + 7, 20)})));
    CHECK(scores.at("small/parcel").best_on == monday);
}

TEST_CASE("a retry from a fork is no attempt, whatever it scored", "[attempts]") {
    const auto scores =
        scores_of(attempts_in(joined({test::finished_run("parcel", 1000, monday, 10, 65, "retry"),
                                      test::finished_run("parcel", 500, monday, 20),
                                      test::finished_run("parcel", 1000, monday, 30, 65, "retry")})));
    CHECK(scores.at("small/parcel") == AttemptScores{500, 500, 500, monday, 1, 2});
}

TEST_CASE("what was abandoned has no score; what was left has one", "[attempts]") {
    const auto attempts =
        attempts_in(joined({test::finished_run("parcel", 0, monday, 10, 65, "practice", "abandoned"),
                            test::finished_run("parcel", 120, monday, 20, 65, "practice", "left")}));
    REQUIRE(attempts.size() == 1);
    CHECK(attempts[0].left);
    CHECK(attempts[0].score == 120);
}

TEST_CASE("a real encounter gives the attempt that its debrief showed", "[attempts]") {
    const Library library = test::small_library();
    const auto attempts = attempts_in(test::practised(library, {"own-it", "plain-swap"}, monday).records);
    REQUIRE(attempts.size() == 1);
    CHECK(attempts[0].scenario == "wet-parcel");
    CHECK(attempts[0].version == 2);
    CHECK(attempts[0].difficulty == 60);  // moments of 65 and 55
    CHECK(attempts[0].day == monday);
}

TEST_CASE("an end that two copies of a log tell counts once", "[attempts]") {
    auto records = test::finished_run("parcel", 600, monday, 10);
    Record copy = records.back();
    copy.header.device = {"tablet-2"};
    copy.header.at += 5'000'000;
    std::get<EncounterFinished>(copy.body).score = 900;
    records.push_back(copy);
    const auto attempts = attempts_in(records);
    REQUIRE(attempts.size() == 1);
    CHECK(attempts[0].score == 600);
}

TEST_CASE("the order in which records arrive changes no attempt", "[attempts][property]") {
    SplitMix64 random(11);
    std::vector<Record> records;
    const char* const modes[] = {"practice", "retry", "assigned"};
    const char* const ends[] = {"outcome", "left", "abandoned"};
    for (std::int64_t seq = 1; seq < 120; seq += 3) {
        const auto run = test::finished_run("scenario-" + std::to_string(random.below(4)),
                                            static_cast<int>(random.below(1001)),
                                            monday + static_cast<Day>(random.below(60)), seq, 45,
                                            modes[random.below(3)], ends[random.below(3)]);
        records.insert(records.end(), run.begin(), run.end());
    }
    const auto once = attempts_in(records);
    REQUIRE(once.size() > 10);
    for (std::uint64_t arrival = 0; arrival < 30; ++arrival) {
        std::vector<Record> arrived;
        for (const std::size_t i : seeded_order(records.size(), arrival, "arrival"))
            arrived.push_back(records[i]);
        CHECK(attempts_in(arrived) == once);
        CHECK(scores_of(attempts_in(arrived)) == scores_of(once));
    }
}
