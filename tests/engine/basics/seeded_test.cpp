// SPDX-License-Identifier: Apache-2.0
#include "engine/basics/seeded.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>

using namespace touchstone;

TEST_CASE("the generator gives the published numbers of SplitMix64", "[seeded]") {
    SplitMix64 zero(0);
    CHECK(zero.next() == 0xE220A8397B1DCDAFULL);
    CHECK(zero.next() == 0x6E789E6AA1B965F4ULL);
    SplitMix64 other(1234567);
    CHECK(other.next() == 6457827717110365317ULL);
    CHECK(other.next() == 3203168211198807973ULL);
}

TEST_CASE("a bounded number is the high half of the product", "[seeded]") {
    SplitMix64 bounded(0);
    CHECK(bounded.below(10) == 8);  // 0xE220... is 0.883 of 2^64
    SplitMix64 huge(0);
    CHECK(huge.below(~0ULL) == 0xE220A8397B1DCDAEULL);
}

TEST_CASE("names hash as FNV-1a does", "[seeded]") {
    CHECK(fnv1a64("") == 0xCBF29CE484222325ULL);
    CHECK(fnv1a64("foobar") == 0x85944171F73967E8ULL);
}

TEST_CASE("a seeded order is a permutation, the same for the same seed and name", "[seeded]") {
    const auto order = seeded_order(4, 42, "arrival");
    CHECK(order == seeded_order(4, 42, "arrival"));
    auto sorted = order;
    std::sort(sorted.begin(), sorted.end());
    CHECK(sorted == std::vector<std::size_t>{0, 1, 2, 3});
}

TEST_CASE("no position is preferred over many seeds", "[seeded]") {
    std::map<std::size_t, int> first;
    for (std::uint64_t seed = 0; seed < 3000; ++seed) ++first[seeded_order(3, seed, "arrival")[0]];
    for (const auto& [position, count] : first) {
        CHECK(count > 900);
        CHECK(count < 1100);
    }
}

TEST_CASE("a seed survives being written down", "[seeded]") {
    std::uint64_t seed = 0;
    REQUIRE(seed_from_text(seed_to_text(0x00C0FFEE12345678ULL), seed));
    CHECK(seed == 0x00C0FFEE12345678ULL);
    CHECK_FALSE(seed_from_text("", seed));
    CHECK_FALSE(seed_from_text("12g", seed));
    CHECK_FALSE(seed_from_text("00000000000000001", seed));
}
