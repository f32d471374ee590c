// SPDX-License-Identifier: Apache-2.0
#include "content/tool/coverage.h"

#include <algorithm>
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

#include "tests/content/tool_run.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;
using namespace touchstone::content;

namespace {

PackSources pack_of(const std::vector<std::string>& scenarios) {
    PackSources sources;
    sources.standard = default_standard();
    sources.pack.id = "small";
    sources.pack.journey = {"desk", "checkout"};
    for (const std::string& text : scenarios) {
        Findings findings("test.yaml");
        auto source = read_scenario(text, sources.standard.standard, nullptr, findings);
        REQUIRE(source);
        REQUIRE_FALSE(findings.has_errors());
        sources.scenarios.push_back(std::move(*source));
    }
    return sources;
}

Coverage covered(const std::vector<std::string>& scenarios) {
    const auto all = cover({pack_of(scenarios)});
    REQUIRE(all.size() == 1);
    return all.front();
}

std::optional<Tested> cell(const Coverage& coverage, const std::string& title, const std::string& row,
                           const std::string& column) {
    for (const CoverageTable& table : coverage.tables) {
        if (table.title != title) continue;
        const auto r = std::find(table.rows.begin(), table.rows.end(), row);
        const auto c = std::find(table.columns.begin(), table.columns.end(), column);
        REQUIRE(r != table.rows.end());
        REQUIRE(c != table.columns.end());
        return table.cells[static_cast<std::size_t>(r - table.rows.begin())]
                          [static_cast<std::size_t>(c - table.columns.begin())];
    }
    FAIL("no table " << title);
    return std::nullopt;
}

std::string other(const std::string& id, const std::string& channel, const std::string& key) {
    std::string text = test::small_scenario_with("scenario: wet-parcel", "scenario: " + id);
    text.replace(text.find("channel: counter"), 16, "channel: " + channel + "\n" + key);
    return text;
}

}  // namespace

TEST_CASE("coverage counts primary and secondary moments and shows empty cells", "[coverage]") {
    const Coverage coverage = covered({std::string(test::small_scenario)});
    const auto comfort = cell(coverage, "Indicators by channel", "people.comfort", "counter");
    REQUIRE(comfort);
    CHECK(comfort->primary == 1);
    CHECK(comfort->secondary == 0);
    CHECK(cell(coverage, "Indicators by channel", "people.comfort", "chat")->never());
    CHECK(cell(coverage, "Behaviours by level", "reliable", "competence")->secondary == 1);
    CHECK_FALSE(cell(coverage, "Behaviours by level", "reliable", "partnership"));
    CHECK(cell(coverage, "Levels by touchpoint", "partnership", "desk")->primary == 1);
    CHECK(cell(coverage, "Levels by touchpoint", "partnership", "checkout")->never());
    CHECK(cell(coverage, "Expectations by channel", "details", "counter")->primary == 1);
    CHECK(coverage.never.size() == 16);
    CHECK(coverage.never_primary == std::vector<std::string>{"reliable.dependable"});
}

TEST_CASE("coverage counts what a scenario offers beside its tests", "[coverage]") {
    const ScenarioCoverage row =
        covered(
            {test::small_scenario_with("steps: [listen]", "steps: [listen, prevent]\n        extra: true")})
            .scenarios.front();
    CHECK(row.moments == 2);
    CHECK(row.asks == 1);
    CHECK(row.facts == 1);
    CHECK(row.marks == 1);
    CHECK(row.extras == 1);
    CHECK(row.prevents == 1);
    CHECK(row.bends == 1);
    CHECK(row.traps == 1);
}

TEST_CASE("a probe is complete with a second channel or a second customer", "[coverage]") {
    const Coverage coverage =
        covered({other("one", "counter", "case: wet-book"), other("two", "counter", "case: wet-book"),
                 other("three", "phone", "case: lost-book"), other("four", "chat", "case: lost-book"),
                 other("five", "counter", "persona: age"), other("six", "counter", "persona: age")});
    REQUIRE(coverage.probes.size() == 3);
    CHECK_FALSE(coverage.probes[0].complete);
    CHECK(coverage.probes[1].complete);
    CHECK(coverage.probes[1].scenarios == std::vector<std::string>{"three (phone)", "four (chat)"});
    CHECK(coverage.probes[2].complete);
    CHECK(to_text(coverage).find("case wet-book: one (counter), two (counter); no other channel yet") !=
          std::string::npos);
}

TEST_CASE("every row of a Markdown table has as many cells as its head", "[coverage]") {
    const std::string markdown = to_markdown(covered({std::string(test::small_scenario)}));
    std::size_t bars = 0, rows = 0;
    for (std::size_t at = 0; at < markdown.size();) {
        const auto end = markdown.find('\n', at);
        const std::string line = markdown.substr(at, end - at);
        at = end + 1;
        const auto count = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
        if (count == 0) bars = 0;
        if (bars == 0) bars = count;
        CHECK(count == bars);
        rows += count == 0 ? 0U : 1U;
    }
    CHECK(rows > 90);
    CHECK(markdown.find("| people.comfort ") != std::string::npos);
}

TEST_CASE("coverage of a pack is printed for people and for programs", "[coverage]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    const auto text = test::tool("coverage " + pack);
    CHECK(text.exit == 0);
    CHECK(text.says("Behaviours by touchpoint"));
    CHECK(test::tool("coverage --format markdown " + pack).says("## Behaviours by touchpoint\n"));
    const auto run = test::tool("coverage --format json " + pack);
    CHECK(run.exit == 0);
    const auto json = boost::json::parse(run.output).as_array();
    REQUIRE(json.size() == 1);
    CHECK(json[0].at("standard") == "service-excellence");
    CHECK(json[0].at("tables").as_array()[0].at("rows").as_array().size() == 19);
}
