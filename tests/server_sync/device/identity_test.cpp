// SPDX-License-Identifier: Apache-2.0
#include "server_sync/device/identity.h"

#include <catch2/catch_test_macros.hpp>

using namespace touchstone;
using namespace touchstone::device;

TEST_CASE("a time-ordered id carries its milliseconds, version and variant", "[device]") {
    // The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22Z.
    const std::string id = uuid7(1'645'557'742'000'000, RandomBytes{});
    CHECK(id == "017f22e2-79b0-7000-8000-000000000000");
}

TEST_CASE("ids made later sort later, also within a millisecond", "[device]") {
    RandomBytes high;
    high.fill(0xff);
    CHECK(uuid7(1'645'557'742'000'001, high) < uuid7(1'645'557'742'000'002, RandomBytes{}));
    CHECK(uuid7(1'645'557'742'000'999, high) < uuid7(1'645'557'742'001'000, RandomBytes{}));
}

TEST_CASE("a clock before 1970 still gives an id", "[device]") {
    CHECK(uuid7(-5, RandomBytes{}) == "00000000-0000-7000-8000-000000000000");
}

TEST_CASE("a random id has version 4 and nothing else fixed but its variant", "[device]") {
    RandomBytes high;
    high.fill(0xff);
    CHECK(uuid4(high) == "ffffffff-ffff-4fff-bfff-ffffffffffff");
    CHECK(uuid4(RandomBytes{}) == "00000000-0000-4000-8000-000000000000");
}

TEST_CASE("the system gives new randomness each time", "[device]") {
    CHECK(system_random() != system_random());
}
