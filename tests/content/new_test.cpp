// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <regex>
#include <sstream>

#include "content/tool/author_text.h"
#include "content/tool/load.h"
#include "content/tool/new_content.h"
#include "engine/basics/id.h"
#include "tests/content/tool_run.h"

using namespace touchstone;
using test::tool;

namespace {

const std::string answers =
    " --title \"Wet boots\" --customer Rafael --wants \"Wash before the wedding\" --hides \"He walks the "
    "bride in\""
    " --behaviours positive,respectful --channel counter";

/// Nothing was found but places to do.
void only_todos(const content::Loaded& loaded) {
    CHECK(content::has_todos(loaded.findings));
    for (const content::Finding& finding : loaded.findings) {
        INFO(to_human(finding, ""));
        CHECK(finding.code == content::todo_code);
    }
}

/// The template as an author might finish it: other words everywhere, and ratings as its comments say.
std::string finished(std::string text) {
    const std::regex rating("\"todo: 0 to 4[^\"]*\"");
    const std::regex place("\"todo: ([^\"]*)\"");
    std::istringstream lines(text);
    std::string all, line;
    char rated = '0';
    while (std::getline(lines, line)) {
        if (line.find("# The answer you would be proud of") != std::string::npos) rated = '4';
        if (line.find("# What people say who mean well") != std::string::npos) rated = '2';
        if (line.find("# What people say on a bad day") != std::string::npos) rated = '0';
        line = std::regex_replace(line, rating, std::string(1, rated));
        all += std::regex_replace(line, place, "\"$1\"") + "\n";
    }
    return all;
}

content::Loaded load(const std::string& path) {
    auto loaded = content::load(path);
    REQUIRE(loaded);
    return *std::move(loaded);
}

}  // namespace

TEST_CASE("a new scenario of every sector is to do and nothing else", "[new]") {
    const test::TemporaryFolder folder;
    REQUIRE(content::all_sectors().size() == 6);
    for (const content::Sector& sector : content::all_sectors()) {
        INFO(sector.id);
        const auto run = tool("new scenario " + folder.file("") + " --id boots-" + sector.id + answers +
                              " --touchpoint \"Front desk\" --sector " + sector.id + " < /dev/null");
        INFO(run.output);
        REQUIRE(run.exit == 0);
        only_todos(load(folder.file("boots-" + sector.id + ".yaml")));
    }
}

TEST_CASE("a new pack of every sector is to do and nothing else, and is not packed", "[new]") {
    const test::TemporaryFolder folder;
    for (const content::Sector& sector : content::all_sectors()) {
        INFO(sector.id);
        REQUIRE(tool("new pack " + folder.file("") + " --title \"Our " + sector.id + "\" --sector " +
                     sector.id +
                     " --role clerk --spend 25 --currency EUR --language en --scenario First < /dev/null")
                    .exit == 0);
        const auto loaded = load(folder.file("our-" + sector.id));
        only_todos(loaded);
        CHECK(loaded.packs.front().pack.roles.at("clerk").spend == 2500);
        CHECK(tool("pack " + folder.file("our-" + sector.id) + " --into " + folder.file("out")).exit == 1);
    }
}

TEST_CASE("a template that an author finished has no error", "[new]") {
    const test::TemporaryFolder folder;
    const std::string behaviours[] = {"positive,respectful", "responsive,resourceful",
                                      "people,savvy,reliable"};
    for (const std::string& two : behaviours) {
        content::Answers given = {{"title", "Wet boots"}, {"sector", "hotel"},   {"customer", "Rafael"},
                                  {"wants", "Wash"},      {"hides", "A bride"},  {"behaviours", two},
                                  {"channel", "counter"}, {"touchpoint", "desk"}};
        INFO(two);
        const std::string text = content::new_scenario(given, content::default_standard(), nullptr);
        content::Findings findings("x.yaml");
        folder.write("finished.yaml", finished(text));
        const auto loaded = load(folder.file("finished.yaml"));
        for (const content::Finding& finding : loaded.findings) {
            INFO(to_human(finding, ""));
            CHECK(finding.severity != content::Severity::error);
        }
        CHECK(loaded.loose.size() == 1);
    }
}

TEST_CASE("a new scenario in a pack plays at one of its touchpoints", "[new]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    const auto elsewhere =
        tool("new scenario " + pack + answers + " --sector hotel --touchpoint dsek < /dev/null");
    CHECK(elsewhere.exit == 2);
    CHECK(elsewhere.says("--touchpoint: `dsek` is not known here; did you mean `desk`?; use one of: desk"));
    REQUIRE(tool("new scenario " + pack + answers + " --sector hotel --touchpoint desk < /dev/null").exit ==
            0);
    CHECK(std::filesystem::exists(pack + "/scenarios/wet-boots.yaml"));
    content::Loaded loaded = load(pack);
    auto& all = loaded.findings;
    all.erase(std::remove_if(all.begin(), all.end(),
                             [](const content::Finding& one) {
                                 return one.file.find("wet-parcel") != std::string::npos;
                             }),
              all.end());
    only_todos(loaded);
}

TEST_CASE("new writes over nothing", "[new]") {
    const test::TemporaryFolder folder;
    folder.write("wet-boots.yaml", "mine");
    const auto run =
        tool("new scenario " + folder.file("") + answers + " --touchpoint desk --sector hotel < /dev/null");
    CHECK(run.exit == 2);
    CHECK(run.says("is there already, and nothing is written over"));
    CHECK(*content::read_file(folder.file("wet-boots.yaml")) == "mine");
}

TEST_CASE("without a terminal, missing answers are one clear error", "[new]") {
    const auto run = tool("new scenario --title Boots --channel phone < /dev/null");
    CHECK(run.exit == 2);
    CHECK(run.says(
        "nobody is there to answer: --sector, --customer, --wants, --hides, --behaviours, --touchpoint\n"));
}

TEST_CASE("new asks six questions, and again when an answer cannot be used", "[new]") {
    const auto questions = content::questions_for_scenario(content::default_standard().standard, nullptr);
    CHECK(questions.back().number == 6);
    std::istringstream typed(
        "Wet boots\nhotell\nhotel\nRafael\n\n \npositive\npositive, respectful\nphone\nFront desk\n");
    std::ostringstream said;
    const auto answers_given = content::interview(questions, {}, &typed, said);
    REQUIRE(answers_given);
    CHECK(said.str().find("`hotell` is not known here; did you mean `hotel`?") != std::string::npos);
    CHECK(said.str().find("2 to 3 of them are needed") != std::string::npos);
    CHECK(answers_given->at("sector") == "hotel");
    CHECK(answers_given->at("wants") == "todo: what the customer wants to reach");
    CHECK(answers_given->at("behaviours") == "positive, respectful");
    std::istringstream nothing("Wet boots\n");
    CHECK_FALSE(content::interview(questions, {}, &nothing, said));
}

TEST_CASE("ids are made of titles, and texts of anything stand in YAML", "[new]") {
    CHECK(content::id_from("The late pickup!", "x") == "the-late-pickup");
    CHECK(content::id_from("Ångström & Łódź", "x") == "angstrom-lodz");
    CHECK(content::id_from("24 hours", "x") == "hours");
    CHECK(content::id_from("Don’t panic", "x") == "dont-panic");
    CHECK(content::id_from("Чай", "tea") == "tea");
    CHECK(content::id_from(std::string(100, 'a'), "x").size() == 40);
    content::UniqueIds unique;
    CHECK(unique.of("hall", "x") == "hall");
    CHECK(unique.of("Hall", "x") == "hall-2");
    CHECK(is_valid_name(unique.of(std::string(39, 'b') + "-c", "x")));
    for (const std::string text : {"a \"b\" \\ c: d # e", "line\nline", "{x}", "'", "- a", "ж ł €"}) {
        content::Findings findings("x");
        const auto root = content::read_yaml("key: " + content::yaml_text(text) + "\n", findings);
        REQUIRE(root);
        CHECK(root->find("key")->text == text);
    }
    CHECK(content::yaml_text("a\tb\x01"
                             "c") == "\"a b c\"");
}
