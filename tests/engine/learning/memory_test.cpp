// SPDX-License-Identifier: Apache-2.0
#include "engine/learning/memory.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <set>
#include <string>

#include "tests/engine/learning/vectors.h"

using namespace touchstone;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double relative = 1e-5;

MemoryParameters reference(bool short_term, double retention) {
    MemoryParameters parameters;
    parameters.short_term = short_term;
    parameters.desired_retention = retention;
    parameters.longest_interval = 36'500;
    return parameters;
}

Rating rating(const boost::json::object& review) {
    return static_cast<Rating>(review.at("rating").as_int64());
}

ScheduledDrill scheduled(const std::string& drill, double stability, Day due) {
    return {drill, {stability, 5, 100, Rating::good}, due};
}

}  // namespace

TEST_CASE("memory follows the reference sequences in both short-term modes", "[learning]") {
    int reviews = 0;
    const auto vectors = test::vectors_of("fsrs_vectors.json");
    for (const auto& value : vectors.at("vectors").as_array()) {
        const auto& sequence = value.as_object();
        INFO(sequence.at("name").as_string());
        const bool short_term = sequence.at("enable_short_term").as_bool();
        std::optional<Memory> memory;
        Day day = 0;
        for (const auto& item : sequence.at("reviews").as_array()) {
            const auto& review = item.as_object();
            day += static_cast<Day>(review.at("elapsed_days").as_int64());
            const MemoryParameters parameters = reference(short_term, 0.9);
            if (memory)
                CHECK_THAT(retrievability_on(*memory, day, parameters),
                           WithinRel(test::number(review.at("retrievability_before")), relative));
            memory = remembered(memory, rating(review), day, parameters);
            CHECK_THAT(memory->stability, WithinRel(test::number(review.at("stability")), relative));
            CHECK_THAT(memory->difficulty, WithinRel(test::number(review.at("difficulty")), relative));
            for (const auto& interval : review.at("interval_days").as_object())
                CHECK(interval_of(*memory, reference(short_term, std::stod(std::string(interval.key())))) ==
                      interval.value().as_int64());
            ++reviews;
        }
    }
    CHECK(reviews > 150);
}

TEST_CASE("the forgetting curve is the reference's", "[learning]") {
    const auto vectors = test::vectors_of("fsrs_vectors.json");
    for (const auto& value : vectors.at("curve").as_array()) {
        const auto& point = value.as_object();
        CHECK_THAT(retrievability(test::number(point.at("stability")),
                                  static_cast<Day>(point.at("elapsed_days").as_int64())),
                   WithinRel(test::number(point.at("retrievability")), relative));
    }
}

TEST_CASE("three good answers on days 0, 2 and 11 space as published", "[learning]") {
    Memory memory = remembered(std::nullopt, Rating::good, 0);
    CHECK(interval_of(memory) == 4);
    memory = remembered(memory, Rating::good, 2);
    CHECK(interval_of(memory) == 21);
    memory = remembered(memory, Rating::good, 13);
    CHECK_THAT(memory.stability, WithinRel(46.28021, relative));
    CHECK(interval_of(memory) == 88);
}

TEST_CASE("no drill waits longer than 180 days", "[learning]") {
    Memory memory = remembered(std::nullopt, Rating::easy, 0);
    for (Day day = 30; day < 3000; day += 150) memory = remembered(memory, Rating::easy, day);
    CHECK(interval_of(memory) == 180);
    for (int i = 0; i < 200; ++i)
        CHECK(due_day(memory, "ana", "drill-" + std::to_string(i)) <= memory.last_day + 180);
}

TEST_CASE("what was learnt together comes due on different days, at most five per cent apart", "[learning]") {
    std::set<int> seen;
    for (int i = 0; i < 300; ++i) {
        const int spread = spread_interval(100, "ana", "drill-" + std::to_string(i));
        CHECK(spread >= 95);
        CHECK(spread <= 105);
        seen.insert(spread);
        CHECK(spread == spread_interval(100, "ana", "drill-" + std::to_string(i)));
    }
    CHECK(seen.size() == 11);
    CHECK(spread_interval(19, "ana", "any") == 19);
    CHECK(spread_interval(1, "ana", "any") == 1);
}

TEST_CASE("only a second faultless answer is easy", "[learning]") {
    CHECK(rating_of({449}, std::nullopt) == Rating::again);
    CHECK(rating_of({450}, std::nullopt) == Rating::hard);
    CHECK(rating_of({749}, Rating::good) == Rating::hard);
    CHECK(rating_of({750}, std::nullopt) == Rating::good);
    CHECK(rating_of({1000}, std::nullopt) == Rating::good);
    CHECK(rating_of({1000}, Rating::hard) == Rating::good);
    CHECK(rating_of({1000}, Rating::good) == Rating::easy);
    CHECK(rating_of({950}, Rating::easy) == Rating::easy);
    CHECK(rating_of({949}, Rating::easy) == Rating::good);
    CHECK(rating_of({1000, true, false}, Rating::good) == Rating::good);
    CHECK(rating_of({1000, false, true}, Rating::good) == Rating::good);
}

TEST_CASE("the least remembered drill comes first, and never more than five a day", "[learning]") {
    const std::vector<ScheduledDrill> drills = {
        scheduled("a", 9, 109), scheduled("b", 3, 103), scheduled("c", 20, 120), scheduled("d", 5, 105),
        scheduled("e", 4, 104), scheduled("f", 8, 108), scheduled("g", 7, 107)};
    CHECK(due_drills(drills, "ana", 110, 0) == std::vector<std::size_t>{1, 4, 3, 6, 5});
    CHECK(due_drills(drills, "ana", 110, 3) == std::vector<std::size_t>{1, 4});
    CHECK(due_drills(drills, "ana", 110, 7).empty());
    CHECK(due_drills(drills, "ana", 102, 0).empty());
    CHECK(due_drills(drills, "ana", 104, 0) == std::vector<std::size_t>{1, 4});
}

TEST_CASE("equally remembered drills keep one order, whatever order they came in", "[learning]") {
    std::vector<ScheduledDrill> drills = {scheduled("a", 3, 103), scheduled("b", 3, 103),
                                          scheduled("c", 3, 103)};
    const auto names = [&] {
        std::string all;
        for (const std::size_t i : due_drills(drills, "ana", 110, 0)) all += drills[i].drill;
        return all;
    };
    const std::string first = names();
    std::swap(drills[0], drills[2]);
    CHECK(names() == first);
}

TEST_CASE("a clock that went back counts as the same day", "[learning]") {
    const Memory memory = remembered(std::nullopt, Rating::good, 100);
    CHECK(remembered(memory, Rating::good, 90) == remembered(memory, Rating::good, 100));
    CHECK_THAT(retrievability_on(memory, 90), WithinAbs(1, 1e-12));
}
