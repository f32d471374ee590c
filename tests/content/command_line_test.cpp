// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "content/tool/load.h"
#include "tests/content/tool_run.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;
using test::tool;

namespace {

/// The commands that `--help` lists.
std::vector<std::string> commands() {
    std::istringstream help(tool("--help").output);
    std::vector<std::string> names;
    std::string line;
    while (std::getline(help, line) && line.rfind("Subcommands", 0) != 0) continue;
    while (std::getline(help, line) && line.rfind("  ", 0) == 0)
        names.push_back(line.substr(2, line.find(' ', 2) - 2));
    return names;
}

}  // namespace

TEST_CASE("every command answers --help with an example", "[tool]") {
    REQUIRE(commands().size() >= 14);
    for (const std::string& name : commands()) {
        const auto run = tool(name + " --help");
        INFO(run.output);
        CHECK(run.exit == 0);
        CHECK(run.says("Example:\n  touchstone-content " + name + " "));
    }
}

TEST_CASE("every command is described in docs/content-tool.md", "[tool]") {
    const auto page = content::read_file(std::string(TOUCHSTONE_SOURCE_DIR) + "/docs/content-tool.md");
    REQUIRE(page);
    for (const std::string& name : commands()) {
        INFO(name);
        CHECK(page->find("\n## " + name + "\n") != std::string::npos);
    }
}

TEST_CASE("an unknown command or option says what was meant", "[tool]") {
    const auto command = tool("veryfi x");
    CHECK(command.exit == 2);
    CHECK(command.says("unknown command `veryfi`; did you mean `verify`?"));
    const auto option = tool("check --strct content");
    CHECK(option.exit == 2);
    CHECK(option.says("unknown option `--strct`; did you mean `--strict`?"));
    const auto format = tool("graph --format svg x.yaml");
    CHECK(format.exit == 2);
    CHECK(format.says("mermaid"));
    const auto missing = tool("diff one");
    CHECK(missing.exit == 2);
    CHECK(missing.says("help: see `touchstone-content diff --help`"));
    CHECK(tool("check one two").says("`two` is one argument too many"));
    CHECK(tool("play").exit == 2);
}

TEST_CASE("schema prints the schemas that lie beside the content", "[tool]") {
    const auto names = tool("schema");
    CHECK(names.exit == 0);
    std::istringstream lines(names.output);
    int count = 0;
    for (std::string name; std::getline(lines, name); ++count) {
        const auto file =
            content::read_file(std::string(TOUCHSTONE_SOURCE_DIR) + "/content/schema/" + name + ".v1.json");
        REQUIRE(file);
        CHECK(tool("schema " + name).output == *file);
    }
    CHECK(count >= 3);
    const auto wrong = tool("schema scenarios");
    CHECK(wrong.exit == 2);
    CHECK(wrong.says("did you mean `scenario`?"));
}

TEST_CASE("a scenario in a pack is played, checked and counted by the pack's roles and standard", "[tool]") {
    const test::TemporaryFolder folder;
    folder.write(
        "small/pack.yaml",
        "pack: small\nversion: 1.0.0\ntitle: Small\nstandard: service-excellence\n"
        "source-language: en\nlanguages: [en]\ncurrency: EUR\nkey: provisional\n"
        "journey: {desk: Desk}\nroles:\n  clerk: {spend: 1000, may-bend: [voucher], never: [id-check]}\n");
    const auto file = folder.write(
        "small/scenarios/wet-parcel.yaml",
        test::small_scenario_with("limits: {spend: 1000, may-bend: [voucher], never: [id-check]}",
                                  "limits: {role: clerk}"));
    const auto run = tool("play " + file.string() + " --choose ask-when,own-it,swap");
    INFO(run.output);
    CHECK(run.exit == 0);
    CHECK(run.says("outcome delighted, score 100, level reached 3"));
    const auto check = tool("check " + file.string());
    INFO(check.output);
    CHECK(check.exit == 0);
    CHECK(check.says("no errors"));
    const auto stats = tool("stats " + file.string());
    INFO(stats.output);
    CHECK(stats.exit == 0);
    CHECK(stats.says("  wet-parcel: "));
}
