// SPDX-License-Identifier: Apache-2.0
#include "engine/basics/civil.h"

#include <catch2/catch_test_macros.hpp>

using namespace touchstone;

TEST_CASE("days and dates agree over six centuries", "[civil]") {
    for (Day day = -100'000; day <= 100'000; day += 7) CHECK(day_from_civil(civil_from_day(day)) == day);
    CHECK(civil_from_day(0) == CivilDate{1970, 1, 1});
    CHECK(civil_from_day(20778) == CivilDate{2026, 11, 21});
}

TEST_CASE("21 November 2026 is a Saturday", "[civil]") {
    CHECK(weekday_of(day_from_civil({2026, 11, 21})) == 5);
    CHECK(weekday_of(0) == 3);
    CHECK(weekday_of(-1) == 2);
}

TEST_CASE("a day begins at midnight of the site, not of Greenwich", "[civil]") {
    Micros late = 0;
    REQUIRE(from_rfc3339("2026-11-21T22:30:00Z", late));
    CHECK(day_of(late, 0) == day_from_civil({2026, 11, 21}));
    CHECK(day_of(late, 120) == day_from_civil({2026, 11, 22}));
    CHECK(day_of(-1, 0) == -1);
}

TEST_CASE("times are written and read without loss", "[civil]") {
    for (const Micros at :
         {Micros{0}, Micros{1}, Micros{1'795'281'605'000'123}, Micros{-1}, Micros{-62'135'596'800'000'000}}) {
        Micros back = 0;
        REQUIRE(from_rfc3339(to_rfc3339(at), back));
        CHECK(back == at);
    }
    Micros offset = 0, utc = 0;
    REQUIRE(from_rfc3339("2026-11-21T19:20:05.5+02:00", offset));
    REQUIRE(from_rfc3339("2026-11-21T17:20:05.500000Z", utc));
    CHECK(offset == utc);
}

TEST_CASE("what is not a time is refused", "[civil]") {
    Micros at = 0;
    for (const char* text : {"", "2026-11-21", "2026-02-30T00:00:00Z", "2026-11-21T24:00:00Z",
                             "2026-11-21T17:20:05", "2026-11-21T17:20:05.Z", "2026-11-21T17:20:05+2:00",
                             "2026-13-01T00:00:00Z", "2026-11-21 17:20:05Z"})
        CHECK_FALSE(from_rfc3339(text, at));
}
