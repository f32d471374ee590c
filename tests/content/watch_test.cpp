// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <vector>

#include "content/tool/build.h"
#include "content/tool/folder_watch.h"
#include "tests/content/tool_run.h"

namespace touchstone {

namespace fs = std::filesystem;
namespace json = boost::json;
using content::build;
using test::edit_file;

namespace {

std::string scenario_of(const std::string& pack) { return pack + "/scenarios/wet-parcel.yaml"; }

bool has_code(const content::Build& made, const std::string& code) {
    return std::any_of(made.findings.begin(), made.findings.end(),
                       [&](const content::Finding& one) { return one.code == code; });
}

}  // namespace

TEST_CASE("each build lies in a folder of its own, and an error in YAML gives none", "[watch]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder), cache = folder.file("cache");
    const auto first = build(pack, cache, 1);
    REQUIRE(first.packs.size() == 1);
    CHECK(first.packs.front().folder == fs::path(cache) / "1" / "small");
    CHECK(fs::exists(first.packs.front().folder / "manifest.json"));
    CHECK(first.packs.front().logic.at("wet-parcel").size() == 64);
    CHECK(first.packs.front().drafts.empty());
    edit_file(scenario_of(pack), "next: goodbye", "next: goodby");
    const auto broken = build(pack, cache, 2);
    CHECK(broken.packs.empty());
    CHECK(has_code(broken, "E201"));
    CHECK_FALSE(fs::exists(fs::path(cache) / "2"));
    edit_file(scenario_of(pack), "next: goodby\n", "next: goodbye\n");
    edit_file(scenario_of(pack), "A form?", "A form again?");
    const auto mended = build(pack, cache, 3);
    REQUIRE(mended.packs.size() == 1);
    CHECK(mended.packs.front().logic == first.packs.front().logic);  // words alone changed
}

TEST_CASE("what lacks beside the scenarios holds nothing back while somebody writes", "[watch]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    edit_file(pack + "/playthroughs/best.txt", "score: 100", "score: 90");
    fs::remove(pack + "/text/pl.po");
    const auto made = build(pack, folder.file("cache"), 1);
    CHECK(content::has_errors(made.findings));
    CHECK(made.packs.size() == 1);
}

TEST_CASE("a draft in which only words and ratings are to do can be played, another cannot", "[watch][todo]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder), cache = folder.file("cache");
    edit_file(scenario_of(pack), "says: The book in it is soaked.", "says: \"todo: what she says first\"");
    const auto words = build(pack, cache, 1);
    REQUIRE(words.packs.size() == 1);
    CHECK(words.packs.front().drafts == std::vector<std::string>{"wet-parcel"});
    const auto texts = content::read_file(words.packs.front().folder / "text.en.json");
    REQUIRE(texts);
    CHECK(texts->find("todo: what she says first") != std::string::npos);
    edit_file(scenario_of(pack), "people.comfort: 1, reliable.dependable: 2", "people.comfort: \"todo: 0 to 4\", reliable.dependable: 2");
    const auto unrated = build(pack, cache, 2);
    REQUIRE(unrated.packs.size() == 1);
    CHECK(unrated.packs.front().drafts.size() == 1);
    CHECK(test::tool("pack " + pack + " --into " + folder.file("out")).exit == 1);
    edit_file(scenario_of(pack), "next: closing", "next: \"todo: where to\"");
    CHECK(build(pack, cache, 3).packs.empty());
}

TEST_CASE("a place that cannot be read is the build's problem, with a remedy", "[watch]") {
    const test::TemporaryFolder folder;
    const auto made = build(folder.file("gone"), folder.file("cache"), 1);
    REQUIRE(made.problem);
    CHECK(made.problem->detail.find("gone") != std::string::npos);
    const auto line = json::parse(content::to_json(made)).as_object();
    CHECK(line.at("packs").as_array().empty());
    CHECK_FALSE(line.at("problem").at("remedy").as_string().empty());
}

TEST_CASE("a change is seen: new, gone, another size, and other words of the same size", "[watch]") {
    const test::TemporaryFolder folder;
    folder.write("a/one.yaml", "one");
    content::FolderWatch watch({folder.file("a"), folder.file("not-there")});
    CHECK(watch.changed());
    CHECK_FALSE(watch.changed());
    folder.write("a/one.yaml", "two");
    CHECK(watch.changed());
    folder.write("a/b/more.yaml", "more");
    CHECK(watch.changed());
    fs::remove(folder.file("a/b/more.yaml"));
    CHECK(watch.changed());
    folder.write("a/one.yaml", "longer");
    CHECK(watch.changed());
    folder.write("a/one.yaml", "longer");  // saved again as it was
    CHECK_FALSE(watch.changed());
}

TEST_CASE("what editors leave beside the files changes nothing", "[watch]") {
    const test::TemporaryFolder folder;
    folder.write("a/one.yaml", "one");
    content::FolderWatch watch({folder.file("a")});
    CHECK(watch.changed());
    for (const char* name : {"a/.one.yaml.swp", "a/one.yaml~", "a/.git/index"}) folder.write(name, "x");
    CHECK_FALSE(watch.changed());
}

TEST_CASE("the program says a line for each build, and ends with its input leaving nothing behind", "[watch]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder), out = folder.file("out"), cache = folder.file("cache");
    const std::string until = "i=0; until grep -qs '\"build\":N,' " + out + " || [ $((i+=1)) -gt 400 ]; do sleep 0.05; done; ";
    const auto wait_for = [&](const char* build) { return std::string(until).replace(until.find('N'), 1, build); };
    const auto run = test::shell("( " + wait_for("1") + "sed -i 's/A form?/A form again?/' " + scenario_of(pack) +
                                 "; " + wait_for("2") + " ) | " TOUCHSTONE_BINARY_DIR
                                 "/bin/touchstone-content watch " + pack + " --into " + cache + " --json > " + out);
    CHECK(run.exit == 0);
    std::ifstream lines(out);
    std::vector<json::object> builds;
    for (std::string line; std::getline(lines, line);) builds.push_back(json::parse(line).as_object());
    REQUIRE(builds.size() == 2);
    for (const json::object& one : builds) {
        REQUIRE(one.at("packs").as_array().size() == 1);
        CHECK(one.at("packs").at(0).at("pack") == "small");
        CHECK(one.at("findings").is_array());
    }
    CHECK(builds[0].at("packs").at(0).at("path") != builds[1].at("packs").at(0).at("path"));
    CHECK(fs::is_empty(cache));
}

TEST_CASE("a folder that is not there is said before anything is watched", "[watch]") {
    const auto run = test::tool("watch /nowhere/at/all");
    CHECK(run.exit == 2);
    CHECK(run.says("/nowhere/at/all: no such file or folder"));
}

TEST_CASE("the builds may not lie in what is watched", "[watch]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    const auto run = test::tool("watch " + pack + " --into " + pack + "/out");
    CHECK(run.exit == 2);
    CHECK(run.says("--into"));
}

}  // namespace touchstone
