// SPDX-License-Identifier: Apache-2.0
#include "game/app/resources.h"

#include <catch2/catch_test_macros.hpp>

using namespace touchstone;
using namespace touchstone::game;

namespace {

const std::string share = std::string(TOUCHSTONE_BINARY_DIR) + "/share/touchstone";

}  // namespace

TEST_CASE("all installed packs are offered together, the essentials first", "[packs]") {
    const auto installed = installed_packs(share);
    REQUIRE(installed.size() >= 2);
    const auto all = load_packs(installed);
    REQUIRE(all);
    CHECK(all->packs.front().pack == "essentials");
    CHECK(all->packs.size() == installed.size());
    std::size_t scenarios = 0;
    for (std::size_t i = 0; i < installed.size(); ++i) {
        const auto one = load_pack(installed[i]);
        REQUIRE(one);
        for (const Scenario& scenario : one->library.scenarios) {
            INFO(scenario.id);
            CHECK(all->origin(scenarios).hash == one->packs.front().hash);
            CHECK(all->library.scenarios[scenarios++].logic_hash == scenario.logic_hash);
            for (const std::string& language : all->languages)
                CHECK(all->texts.find(language, scenario.id + "/title") ==
                      one->texts.find(language, scenario.id + "/title"));
        }
    }
    CHECK(all->library.scenarios.size() == scenarios);
}

TEST_CASE("a scenario that two packs hold is refused with the folder's name", "[packs]") {
    const std::string folder = installed_packs(share).front();
    const auto refused = load_packs({folder, folder});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().detail.find(folder) == 0);
    CHECK_FALSE(refused.error().remedy.empty());
}
