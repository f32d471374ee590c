// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/server_sync/sync/sync_world.h"

using namespace touchstone;
using namespace touchstone::test;

namespace {

/// "" when nothing was lost in the world of this seed.
std::string story_of(std::uint64_t seed, std::size_t& forks) {
    SyncWorld world(seed, 3);
    for (int happening = 0; happening < 400; ++happening) {
        world.live();
        if (!world.broken().empty()) return world.broken();
    }
    if (!world.settle()) return "the tablets never came to rest";
    forks += world.forks();
    if (!world.broken().empty()) return world.broken();
    for (const std::string& id : world.expected_ids())
        if (!world.server().has(id)) return "lost: " + id;
    return "";
}

}  // namespace

TEST_CASE("whatever network, server and clones do, every record reaches the server once",
          "[upload][simulation]") {
    std::size_t forks = 0;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const std::string story = story_of(seed, forks);
        INFO("seed " << seed);
        REQUIRE(story == "");
    }
    CHECK(forks > 60);  // the clones of these worlds really met
}
