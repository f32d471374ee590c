// SPDX-License-Identifier: Apache-2.0
#include "engine/scenario/library.h"

#include <catch2/catch_test_macros.hpp>

#include "content/tool/compile.h"
#include "engine/basics/seeded.h"
#include "tests/support/drill_text.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

std::string compiled_small_pack() {
    content::PackSources sources;
    sources.standard = content::default_standard();
    content::Findings findings("test.yaml");
    sources.scenarios.push_back(
        *content::read_scenario(test::small_scenario, sources.standard.standard, nullptr, findings));
    sources.scenarios.back().scenario.worst = 4800;
    sources.drills.push_back(*test::read_small_drill(test::small_drill, findings));
    return content::compile_pack(sources).at("pack.json");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string problem(const std::string& json) {
    const auto library = read_library(json);
    REQUIRE_FALSE(library);
    return library.error().detail;
}

}  // namespace

TEST_CASE("a compiled pack is read back whole", "[library]") {
    const auto library = read_library(compiled_small_pack());
    REQUIRE(library);
    CHECK(library->standard == content::default_standard().standard);
    const Scenario* scenario = library->find("wet-parcel");
    REQUIRE(scenario != nullptr);
    CHECK(scenario->version == 2);
    CHECK(scenario->spend_limit == 1000);
    CHECK(scenario->moments[1].choices[0].bend->rule_class == RuleClass::amber);
    CHECK(scenario->moments[1].choices[2].critical());
    CHECK(library->find_by_hash(scenario->logic_hash) == scenario);
    CHECK(library->find("another") == nullptr);
}

TEST_CASE("a compiled pack that would lead play out of bounds is refused with its place", "[library]") {
    const std::string good = compiled_small_pack();
    CHECK(problem(replaced(good, R"("moment":"closing")", R"("moment":"nowhere")"))
              .find("unknown name `nowhere`") != std::string::npos);
    CHECK(problem(replaced(good, R"("moment":"closing")", R"("moment":"opening")")).find("cycle") !=
          std::string::npos);
    CHECK(problem(replaced(good, R"("effect":[10,10,5])", R"("effect":[10,11,5])")).find("multiples of 5") !=
          std::string::npos);
    CHECK(problem(replaced(good, R"("ratings":[4,4])", R"("ratings":[4])")).find("one rating per test") !=
          std::string::npos);
    CHECK(problem(replaced(good, R"("ratings":[4,4])", R"("ratings":[4,9])")).find("out of 0..4") !=
          std::string::npos);
    CHECK(problem(replaced(good, "people.comfort", "people.comfy")).find("pack.json") == 0);
    CHECK(problem(replaced(good, R"("format":1)", R"("format":2)")).find("out of") != std::string::npos);
    CHECK(problem("[]").find("expected an object") != std::string::npos);
    CHECK(problem(std::string(100'000, '[')).find("pack.json") == 0);
}

TEST_CASE("a drill that could not be practised is refused with its place", "[library]") {
    const std::string good = compiled_small_pack();
    CHECK(read_library(good)->drills.size() == 1);
    const std::string fetch = R"({"id":"fetch","ratings":[4]})";
    CHECK(problem(replaced(good, fetch, R"({"id":"fetch","ratings":[4,4]})"))
              .find("drills/take-it-over/wrong-size: choice `fetch` has not one rating per test") !=
          std::string::npos);
    CHECK(
        problem(replaced(good, R"("moment":"opening","variants":[)", R"("moment":"opening","variants":[{},)"))
            .find("drills/take-it-over") != std::string::npos);
    const auto from = good.find(R"("variants":[)");
    const auto to = good.find(R"({"id":"late-coat")");
    REQUIRE(from < to);
    CHECK(problem(std::string(good).replace(from + 12, to - from - 12, "")).find("has 3 to 8 variants") !=
          std::string::npos);
}

TEST_CASE("a pack that was compiled before there were drills is read", "[library]") {
    const std::string good = compiled_small_pack();
    const auto from = good.find(R"(,"drills":)");
    REQUIRE(from != std::string::npos);
    const auto library = read_library(good.substr(0, from) + "}");
    REQUIRE(library);
    CHECK(library->drills.empty());
    CHECK(library->scenarios.size() == 1);
}

TEST_CASE("no damaged byte of a compiled pack makes the reader crash", "[library][property]") {
    const std::string good = compiled_small_pack();
    SplitMix64 random(7);
    int refused = 0;
    for (int i = 0; i < 2000; ++i) {
        std::string damaged = good;
        damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
        if (i % 3 == 0) damaged.resize(random.below(damaged.size()));
        refused += read_library(damaged) ? 0 : 1;
    }
    CHECK(refused > 1000);
}
