// SPDX-License-Identifier: Apache-2.0
#include "content/tool/diff_packs.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

#include "tests/content/tool_run.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;
using namespace touchstone::content;
using test::tool;

namespace {

/// A pack of one scenario, read as from its sources.
PackContent pack_of(const std::string& scenario, const std::string& version = "1.0.0") {
    PackSources sources;
    sources.standard = default_standard();
    sources.pack.id = "small";
    sources.pack.version = version;
    sources.pack.source_language = "en";
    Findings findings("test.yaml");
    auto source = read_scenario(scenario, sources.standard.standard, nullptr, findings);
    REQUIRE(source);
    source->scenario.worst = 4800;
    sources.scenarios.push_back(std::move(*source));
    auto content = read_sources(sources);
    REQUIRE(content);
    return std::move(*content);
}

PackDiff diff_to(const std::string& scenario, const std::string& version = "1.0.0") {
    return diff_packs(pack_of(std::string(test::small_scenario)), pack_of(scenario, version), "new");
}

std::string with(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a pack is the same as itself", "[diff]") {
    const PackDiff diff = diff_to(std::string(test::small_scenario));
    REQUIRE(diff.scenarios.size() == 1);
    CHECK(diff.scenarios[0].kind == ScenarioChange::Kind::same);
    CHECK(diff.scenarios[0].texts.empty());
    CHECK(diff.findings.empty());
}

TEST_CASE("other words leave saved attempts as they are", "[diff]") {
    const PackDiff diff = diff_to(test::small_scenario_with("says: And now?", "says: What now?"));
    CHECK(diff.scenarios[0].kind == ScenarioChange::Kind::texts);
    CHECK(diff.scenarios[0].texts.at("en") == std::vector<std::string>{"wet-parcel/closing/says"});
    CHECK(diff.findings.empty());
    CHECK(to_text(diff).find("open attempts go on") != std::string::npos);
}

TEST_CASE("other logic needs a higher version", "[diff]") {
    const std::string changed = test::small_scenario_with("difficulty: 55", "difficulty: 60");
    const PackDiff silent = diff_to(changed);
    CHECK(silent.scenarios[0].kind == ScenarioChange::Kind::logic);
    REQUIRE(silent.findings.size() == 1);
    CHECK(silent.findings[0].code == "E416");
    CHECK(silent.findings[0].remedy == "write `version: 3`");
    const PackDiff raised = diff_to(with(changed, "version: 2", "version: 3"));
    CHECK(raised.findings.empty());
    CHECK(to_text(raised).find("version 2 -> 3; open attempts are offered as \"updated, start again\"") !=
          std::string::npos);
    const PackDiff lower = diff_to(with(changed, "version: 2", "version: 1"));
    REQUIRE(lower.findings.size() == 1);
    CHECK(lower.findings[0].code == "E417");
}

TEST_CASE("ids that are gone are listed, ids used for something else refused", "[diff]") {
    std::string renamed = test::small_scenario_with("      ask-form:", "      fill-form:");
    PackDiff diff = diff_to(with(renamed, "version: 2", "version: 3"));
    CHECK(diff.scenarios[0].ids_gone == std::vector<std::string>{"wet-parcel/opening/ask-form"});
    CHECK(diff.scenarios[0].ids_added == std::vector<std::string>{"wet-parcel/opening/fill-form"});
    CHECK(diff.findings.empty());
    renamed = with(with(renamed, "ask-when: {", "ask-form: {"), "version: 2", "version: 3");
    diff = diff_to(renamed);
    REQUIRE(diff.findings.size() == 1);
    CHECK(diff.findings[0].code == "E419");
    CHECK(diff.findings[0].reason == "`wet-parcel/opening/ask-form` was a choice and is now an ask");
}

TEST_CASE("a choice that is another choice under its old id is doubted", "[diff]") {
    std::string text = test::small_scenario_with("says: Sorry, that is the courier. Please call them.",
                                                 "says: I will walk over and ask the courier myself.");
    text = with(text, "rated: {people.comfort: 0, reliable.dependable: 0}",
                "rated: {people.comfort: 3, reliable.dependable: 3}");
    text = with(text, "feedback: To Ana you are the company.\n        next: closing",
                "feedback: To Ana you are the company.\n        next: goodbye");
    const PackDiff diff = diff_to(with(text, "version: 2", "version: 3"));
    REQUIRE(diff.findings.size() == 1);
    CHECK(diff.findings[0].code == "E419");
    CHECK(diff.findings[0].severity == Severity::warning);
}

TEST_CASE("a scenario may go when the pack's version rises", "[diff]") {
    PackContent after = pack_of(std::string(test::small_scenario));
    after.scenarios.clear();
    const PackContent before = pack_of(std::string(test::small_scenario));
    REQUIRE(diff_packs(before, after, "new").findings.size() == 1);
    CHECK(diff_packs(before, after, "new").findings[0].code == "E418");
    after.pack.version = "2.0.0";
    CHECK(diff_packs(before, after, "new").findings.empty());
    CHECK(diff_packs(after, before, "new").scenarios[0].kind == ScenarioChange::Kind::added);
}

TEST_CASE("another level of an indicator is told", "[diff]") {
    PackContent after = pack_of(std::string(test::small_scenario));
    after.standard.indicators[0].level = 2;
    const PackDiff diff = diff_packs(pack_of(std::string(test::small_scenario)), after, "new");
    REQUIRE(diff.standard.size() == 1);
    CHECK(diff.standard[0] == "positive.enthusiasm: level 1, focus-on-me -> level 2, focus-on-me");
}

TEST_CASE("diff compares a published pack with the sources of the next", "[diff]") {
    const test::TemporaryFolder folder;
    const std::string sources = test::small_pack(folder), published = folder.file("packs/small");
    REQUIRE(tool("pack " + sources + " --into " + folder.file("packs")).exit == 0);
    const auto same = tool("diff " + published + " " + sources);
    INFO(same.output);
    CHECK(same.exit == 0);
    CHECK(same.says("wet-parcel: same, version 2; open attempts go on"));
    test::edit_file(sources + "/text/pl.po", "msgstr \"po polsku: Small\"", "msgstr \"Mała\"");
    test::edit_file(sources + "/scenarios/wet-parcel.yaml", "minutes: 2", "minutes: 3");
    const auto told = tool("diff " + published + " " + sources);
    CHECK(told.exit == 1);
    CHECK(told.says("scenarios/wet-parcel.yaml:2:1"));
    CHECK(told.says("2 | version: 2"));
    const auto changed = tool("diff " + published + " " + sources + " --json");
    CHECK(changed.exit == 1);
    const auto json = boost::json::parse(changed.output).as_object();
    CHECK(json.at("texts").at("pl").as_array()[0] == "pack/title");
    CHECK(json.at("scenarios").as_array()[0].at("change") == "logic changed");
    CHECK(json.at("findings").as_array()[0].at("code") == "E416");
    CHECK(tool("diff " + published + " " + folder.file("nothing")).exit == 2);
}
