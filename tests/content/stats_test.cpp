// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "content/tool/stats.h"
#include "engine/basics/utf8.h"
#include "tests/content/tool_run.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;
using test::tool;
namespace json = boost::json;

namespace {

content::SourceScenario small() {
    content::Findings findings("x.yaml");
    auto source =
        content::read_scenario(test::small_scenario, content::default_standard().standard, nullptr, findings);
    REQUIRE(source);
    return std::move(*source);
}

/// Lengths that make choice `best` of every moment the longest (or shortest).
content::Lengths lengths(const content::SourceScenario& source, bool longest) {
    content::Lengths all;
    for (const Moment& moment : source.scenario.moments)
        for (const Choice& choice : moment.choices) {
            const bool best = &choice == &*std::max_element(moment.choices.begin(), moment.choices.end(),
                                                            [](const Choice& a, const Choice& b) {
                                                                return a.ratings.front() < b.ratings.front();
                                                            });
            all[source.scenario.id + "/" + moment.id + "/" + choice.id + "/says"] = best == longest ? 50 : 40;
        }
    return all;
}

}  // namespace

TEST_CASE("length bias counts both directions with their chances", "[stats]") {
    const auto source = small();
    const std::size_t moments = source.scenario.moments.size();
    const auto longest = content::length_bias({&source}, lengths(source, true));
    CHECK(longest.moments == moments);
    CHECK(longest.longest == moments);
    double chance = 1;
    for (const Moment& moment : source.scenario.moments) chance /= static_cast<double>(moment.choices.size());
    CHECK(longest.chance_longest == Catch::Approx(chance));
    const auto shortest = content::length_bias({&source}, lengths(source, false));
    CHECK(shortest.shortest == moments);
    CHECK(shortest.longest == 0);
    CHECK(shortest.chance_longest == Catch::Approx(1));
    CHECK(content::length_bias({&source}, {}).moments == 0);
}

TEST_CASE("a language in which the longest answer is the best too often is warned of", "[stats]") {
    content::PackSources sources;
    sources.standard = content::default_standard();
    sources.pack.source_language = "en";
    for (int copy = 0; copy < 3; ++copy) sources.scenarios.push_back(small());
    const auto warnings = [&](bool longest) {
        content::PoFile po;
        for (const auto& [address, length] : lengths(sources.scenarios.front(), longest)) {
            content::PoMessage message;
            message.context = address;
            message.translation = std::string(length, 'a');
            po.messages.push_back(message);
        }
        sources.translations["ru"] = po;
        content::Findings findings("pack.yaml");
        content::check_length_bias(sources, findings);
        std::vector<content::Finding> own;
        for (const content::Finding& finding : findings.all())
            if (finding.reason.find("`ru`") != std::string::npos) own.push_back(finding);
        return own;
    };
    REQUIRE(warnings(true).size() == 1);
    CHECK(warnings(true)[0].code == "W481");
    CHECK(warnings(true)[0].severity == content::Severity::warning);
    CHECK(warnings(false).empty());
}

TEST_CASE("minutes are words at reading speed and time to decide", "[stats]") {
    CHECK(content::estimated_minutes(238, 0) == Catch::Approx(1));
    CHECK(content::estimated_minutes(476, 6) == Catch::Approx(3));
}

TEST_CASE("stats tells of a pack by scenario and language", "[stats]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    const auto run = tool("stats " + pack + " --json");
    REQUIRE(run.exit == 0);
    const json::array all = json::parse(run.output).as_array();
    REQUIRE(all.size() == 1);
    const json::object& scenario = all[0].at("scenarios").at(0).as_object();
    const auto source = small();
    CHECK(scenario.at("moments") == source.scenario.moments.size());
    CHECK(scenario.at("decisions") == 2);
    CHECK(scenario.at("paths").as_int64() > 2);
    std::size_t words = 0;
    for (const content::SourceText& text : source.texts) words += count_words(text.text);
    CHECK(scenario.at("languages").at("en").at("words") == words);
    CHECK(scenario.at("languages").at("pl").at("words").as_int64() >
          scenario.at("languages").at("en").at("words").as_int64());
    CHECK(scenario.at("languages").at("pl").at("length").at("moments") == source.scenario.moments.size());
    CHECK(tool("stats " + pack).says("wet-parcel: "));
}

TEST_CASE("stats tells of one scenario in the language of its pack", "[stats]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    test::edit_file(pack + "/pack.yaml", "source-language: en\nlanguages: [en, pl]", "source-language: pl\nlanguages: [pl]");
    const auto run = tool("stats " + pack + "/scenarios/wet-parcel.yaml");
    CHECK(run.says("    pl "));
    CHECK_FALSE(run.says("    en "));
}
