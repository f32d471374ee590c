// SPDX-License-Identifier: Apache-2.0
#include "engine/scenario/condition.h"

#include <catch2/catch_test_macros.hpp>

using namespace touchstone;

namespace {

const std::vector<std::string> facts = {"son-in-hospital", "two-buses"};
const std::vector<std::string> marks = {"six-oclock"};
const Situation somewhere{
    {60, 45, 30}, 1, 1, 1500};  // knows about the son, promised six o'clock, spent 15.00

bool is_true(const char* text) {
    const auto condition = parse_condition(text, facts, marks);
    REQUIRE(condition);
    return holds(*condition, somewhere);
}
std::string problem(const std::string& text) {
    const auto condition = parse_condition(text, facts, marks);
    REQUIRE_FALSE(condition);
    return condition.error().detail;
}

}  // namespace

TEST_CASE("comparisons look at state and money", "[condition]") {
    CHECK(is_true("satisfaction >= 60"));
    CHECK_FALSE(is_true("satisfaction > 60"));
    CHECK(is_true("trust < 46"));
    CHECK(is_true("patience <= 30"));
    CHECK(is_true("spent >= 1500"));
}

TEST_CASE("and binds tighter than or", "[condition]") {
    CHECK(is_true("satisfaction >= 60 or trust >= 99 and trust >= 99"));
    CHECK_FALSE(is_true("(satisfaction >= 60 or trust >= 99) and trust >= 99"));
    CHECK(is_true("not found two-buses and marked six-oclock"));
    CHECK_FALSE(is_true("not (found son-in-hospital and marked six-oclock)"));
}

TEST_CASE("a condition that cannot be read says at which column", "[condition]") {
    CHECK(problem("satisfaction >= ") == "17: expected a whole number");
    CHECK(problem("found the-dog").rfind("7: unknown fact `the-dog`", 0) == 0);
    CHECK(problem("trust => 5").rfind("7: expected >=", 0) == 0);
    CHECK(problem("trust >= 5 trust").rfind("12: ", 0) == 0);
    CHECK(problem("Satisfaction >= 5").rfind("1: ", 0) == 0);
    CHECK(problem("").rfind("1: ", 0) == 0);
    CHECK(problem("(trust >= 5").rfind("12: expected `)`", 0) == 0);
    CHECK(problem("trust >= 99999999999999999999").rfind("10: ", 0) == 0);
}

TEST_CASE("nesting is bounded", "[condition]") {
    CHECK(is_true("(((((((trust >= 5)))))))"));
    CHECK(problem(std::string(200, '(')).find("deeper than 8") != std::string::npos);
    CHECK(problem(std::string(100'000, '(')).find("400 characters") != std::string::npos);
}
