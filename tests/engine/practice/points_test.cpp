// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/points.h"

#include <catch2/catch_test_macros.hpp>

#include "engine/basics/seeded.h"

using namespace touchstone;

namespace {

Attempt attempt(const std::string& scenario, int score, int difficulty = 65) {
    Attempt one;
    one.encounter = {scenario + "-" + std::to_string(score)};
    one.pack = "small";
    one.scenario = scenario;
    one.score = score;
    one.difficulty = difficulty;
    return one;
}

std::vector<int> totals(const std::vector<Attempt>& attempts) {
    std::vector<int> all;
    for (const PointsEarned& one : points_of(attempts)) all.push_back(one.total());
    return all;
}

}  // namespace

TEST_CASE("a finished scenario earns ten points and half of what goes beyond the personal best", "[points]") {
    CHECK(totals({attempt("parcel", 600)}) == std::vector<int>{10 + 30});
    CHECK(totals({attempt("parcel", 600), attempt("parcel", 800)}) == std::vector<int>{40, 10 + 10});
    CHECK(totals({attempt("parcel", 600), attempt("parcel", 400)}) == std::vector<int>{40, 10});
    CHECK(totals({attempt("parcel", 600), attempt("parcel", 400), attempt("parcel", 500)}) ==
          std::vector<int>{40, 10, 10});
}

TEST_CASE("half a point is rounded up", "[points]") {
    CHECK(points_of({attempt("parcel", 10)})[0].recovery == 1);  // 0.5
    CHECK(points_of({attempt("parcel", 9)})[0].recovery == 0);   // 0.45
    CHECK(points_of({attempt("parcel", 1000)})[0].recovery == 50);
}

TEST_CASE("the personal best belongs to its scenario", "[points]") {
    CHECK(totals({attempt("parcel", 900), attempt("room", 600)}) == std::vector<int>{55, 40});
}

TEST_CASE("who begins high and who climbs there earn the same beyond practice", "[points][property]") {
    SplitMix64 random(3);
    for (int i = 0; i < 200; ++i) {
        std::vector<Attempt> climb;
        int score = 0;
        for (auto steps = random.below(8) + 1; steps > 0; --steps) {
            score = std::min(1000, score + 20 * static_cast<int>(random.below(20)));
            climb.push_back(attempt("parcel", score));
        }
        int recovery = 0;
        for (const PointsEarned& one : points_of(climb)) recovery += one.recovery;
        CHECK(recovery == points_of({attempt("parcel", score)})[0].recovery);
    }
}

TEST_CASE("a harder level than any before earns five points, once", "[points]") {
    const auto points = points_of({attempt("parcel", 0, 75), attempt("room", 0, 62), attempt("call", 0, 65),
                                   attempt("desk", 0, 85), attempt("chat", 0, 45)});
    std::vector<int> harder;
    for (const PointsEarned& one : points) harder.push_back(one.harder);
    CHECK(harder == std::vector<int>{0, 5, 0, 0, 5});
}

TEST_CASE("the author's five labels are five levels", "[points]") {
    CHECK(difficulty_level(90) == 1);
    CHECK(difficulty_level(85) == 1);
    CHECK(difficulty_level(80) == 2);
    CHECK(difficulty_level(75) == 2);
    CHECK(difficulty_level(65) == 3);
    CHECK(difficulty_level(55) == 4);
    CHECK(difficulty_level(45) == 5);
    CHECK(difficulty_level(0) == 5);
}

TEST_CASE("leaving and retrying from a fork earn nothing", "[points]") {
    Attempt left = attempt("parcel", 300), retry = attempt("parcel", 1000);
    left.left = true;
    retry.retry = true;
    CHECK(points_of({left, retry}).empty());
    // What was reached before leaving is a best all the same, and a retry is none.
    CHECK(totals({left, retry, attempt("parcel", 500)}) == std::vector<int>{10 + 10});
    CHECK(total_of(points_of({attempt("parcel", 600), attempt("parcel", 800)})) == 60);
}
