// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "content/tool/load.h"
#include "content/tool/todo.h"
#include "tests/content/tool_run.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;
using test::tool;

namespace {

std::vector<content::Finding> findings_of(const std::string& text) {
    content::Findings findings("x.yaml");
    content::read_scenario(text, content::default_standard().standard, nullptr, findings);
    return findings.all();
}

struct Place {
    const char* from;
    const char* to;
    int column;
};

int line_of(const std::string& text, const std::string& part) {
    const auto at = text.find(part);
    REQUIRE(at != std::string::npos);
    return 1 +
           static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

}  // namespace

TEST_CASE("any value of a scenario may be to do, and is the only finding", "[todo]") {
    const Place places[] = {
        {"title: The wet parcel", "title: \"todo: a title\"", 9},
        {"minutes: 2", "minutes: \"TODO: how long\"", 11},
        {"rated: {people.comfort: 1, reliable", "rated: {people.comfort: \"todo: 0 to 4\", reliable", 0},
        {"next: goodbye", "next: \"todo: where to\"", 0},
        {"value: 100", "value: \"todo: 0 to 100\"", 0},
        {"when: found gift", "when: \"todo: when\"", 0},
        {"bends: {rule: voucher", "bends: {rule: \"todo: which\"", 0}};
    for (const Place& place : places) {
        const std::string text = test::small_scenario_with(place.from, place.to);
        INFO(place.to);
        const auto all = findings_of(text);
        REQUIRE(all.size() == 1);
        CHECK(all[0].code == "W480");
        CHECK(all[0].severity == content::Severity::warning);
        CHECK(all[0].at.line == line_of(text, place.to));
        if (place.column != 0) CHECK(all[0].at.column == place.column);
    }
}

TEST_CASE("whole parts of a scenario may be to do", "[todo]") {
    const std::string small(test::small_scenario);
    for (const char* key : {"tests: {", "rated: {", "effect: {"}) {
        const auto from = small.find(key);
        REQUIRE(from != std::string::npos);
        std::string text = small;
        text.replace(from, text.find('}', from) + 1 - from,
                     std::string(key).substr(0, std::string(key).size() - 1) + "\"todo: later\"");
        INFO(key);
        const auto all = findings_of(text);
        REQUIRE(all.size() == 1);
        CHECK(all[0].reason == "still to do: later");
    }
}

TEST_CASE("the key `todo` holds notes to oneself, one finding each", "[todo]") {
    const auto all = findings_of("todo:\n  - ask Anna about the receipt\n  - shorten it\n" +
                                 std::string(test::small_scenario));
    REQUIRE(all.size() == 2);
    CHECK(all[0].reason == "still to do: ask Anna about the receipt");
    CHECK(all[0].at.line == 2);
    CHECK(all[1].at.line == 3);
    CHECK(content::has_todos(all));
    CHECK_FALSE(content::has_errors(all));
}

TEST_CASE("what only looks like a place to do is a text", "[todo]") {
    CHECK(content::is_todo("todo: x"));
    CHECK(content::is_todo("ToDo:"));
    CHECK_FALSE(content::is_todo("todo"));
    CHECK_FALSE(content::is_todo("a todo: x"));
    CHECK(findings_of(test::small_scenario_with("title: The wet parcel", "title: The todo list")).empty());
}

TEST_CASE("more than two hundred places to do are all listed, and errors beside them are not lost",
          "[todo]") {
    content::Findings findings("x.yaml");
    for (int line = 1; line <= 500; ++line)
        findings.warning(content::todo_code, {line, 1}, "still to do", "do it");
    findings.error("E104", {1, 1}, "unknown key", "remove it");
    CHECK(findings.all().size() == 501);
    CHECK(findings.has_errors());
    CHECK_FALSE(findings.full());
    for (int line = 1; line <= 2000; ++line)
        findings.warning(content::todo_code, {line, 2}, "still to do", "do it");
    CHECK(std::count_if(findings.all().begin(), findings.all().end(),
                        [](const content::Finding& one) { return one.code == content::todo_code; }) == 2000);
    CHECK(findings.all().back().code == "E159");
    CHECK(findings.all().back().severity == content::Severity::warning);
}

TEST_CASE("a pack with a place to do is checked and not packed, and its translations stay", "[todo]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    REQUIRE(tool("pack " + pack + " --into " + folder.file("out")).exit == 0);
    test::edit_file(pack + "/scenarios/wet-parcel.yaml", "title: The wet parcel", "title: \"todo: a title\"");
    const auto check = tool("check " + pack);
    CHECK(check.exit == 0);
    CHECK(check.says("warning[W480]: still to do: a title"));
    CHECK(check.says("no errors, 1 warning, no notes"));
    CHECK(tool("check --strict " + pack).exit == 1);
    const auto packed = tool("pack " + pack + " --into " + folder.file("again"));
    CHECK(packed.exit == 1);
    CHECK(packed.says("wet-parcel.yaml:"));
    CHECK(packed.says("not finished: 1 place is to do"));
    CHECK(packed.says("help: write what belongs there"));
    CHECK_FALSE(std::filesystem::exists(folder.file("again")));
    // `merge` would take every text of the scenario for gone.
    const auto before = content::read_file(pack + "/text/pl.po");
    CHECK(tool("merge " + pack).exit == 1);
    CHECK(*content::read_file(pack + "/text/pl.po") == *before);
    CHECK(tool("play " + pack + "/scenarios/wet-parcel.yaml --choose own-it").says("1 place is to do"));
    const auto loaded = content::load(pack);
    REQUIRE(loaded);
    CHECK(loaded->packs.front().scenarios.empty());
    REQUIRE(loaded->packs.front().unfinished.size() == 1);
    CHECK(loaded->packs.front().unfinished.front().scenario.moments.size() == 2);
}
