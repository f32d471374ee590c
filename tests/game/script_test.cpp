// SPDX-License-Identifier: Apache-2.0
#include "game/app/script.h"

#include <catch2/catch_test_macros.hpp>

namespace touchstone::game {

TEST_CASE("a script is commands with their lines; comments and empty lines are nothing", "[script]") {
    const auto script = read_script("# hello\n\n  tap  SAY IT \nquit");
    REQUIRE(script);
    REQUIRE(script->size() == 2);
    CHECK((*script)[0].name == "tap");
    CHECK((*script)[0].argument == "SAY IT");
    CHECK((*script)[0].line == 3);
    CHECK((*script)[1].name == "quit");
}

TEST_CASE("an unknown command is named with its line", "[script]") {
    const auto script = read_script("quit\nfly away");
    REQUIRE_FALSE(script);
    CHECK(script.error().detail == "line 2: no command fly");
}

TEST_CASE("durations of a script", "[script]") {
    CHECK(*read_duration("+1d") == 86'400'000'000);
    CHECK(*read_duration("+90m") == 5'400'000'000);
    CHECK_FALSE(read_duration("soon"));
}

}  // namespace touchstone::game
