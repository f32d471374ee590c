// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <set>
#include <sstream>

#include "tests/content/tool_run.h"

using namespace touchstone;

namespace {

/// What bash offers for the last of these words, after it has read the script.
std::set<std::string> offered(const std::string& words) {
    const test::TemporaryFolder folder;
    const std::string script = folder.file("completion.bash");
    REQUIRE(test::tool("completion bash > " + script).exit == 0);
    const auto file =
        folder.write("ask", "set -u\nsource " + script + "\nCOMP_WORDS=(touchstone-content " + words +
                                ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n" +
                                "\"$(complete -p touchstone-content | sed 's/.*-F \\([^ ]*\\).*/\\1/')\"\n" +
                                "printf '%s\\n' \"${COMPREPLY[@]}\"\n");
    const auto run = test::shell("bash " + file.string());
    INFO(run.output);
    REQUIRE(run.exit == 0);
    std::set<std::string> all;
    std::istringstream lines(run.output);
    for (std::string line; std::getline(lines, line);)
        if (!line.empty()) all.insert(line);
    return all;
}

using Words = std::set<std::string>;

}  // namespace

TEST_CASE("bash completes commands, also those below another", "[completion]") {
    CHECK(offered("gr") == Words{"graph"});
    CHECK(offered("pa") == Words{"pack", "paths"});
    CHECK(offered("''").count("check") == 1);
    CHECK(offered("ratings ''") == Words{"enter", "report", "sheet"});
    CHECK(offered("ratings en") == Words{"enter"});
}

TEST_CASE("bash completes the options of the command that stands there", "[completion]") {
    CHECK(offered("graph --") == Words{"--help", "--format", "--heat"});
    CHECK(offered("check content --st") == Words{"--strict"});
    CHECK(offered("ratings sheet pack --re") == Words{"--reader"});
}

TEST_CASE("bash completes the values that an option or an argument lists", "[completion]") {
    CHECK(offered("graph --format ''") == Words{"dot", "mermaid"});
    CHECK(offered("graph --format = mer") == Words{"mermaid"});  // how bash splits --format=mer
    CHECK(offered("schema sc") == Words{"scenario"});
    CHECK(offered("completion ''") == Words{"bash"});
}

TEST_CASE("where a file is meant, bash is left to its names of files", "[completion]") {
    CHECK(offered("check ''").empty());
    CHECK(offered("graph --heat ''").empty());
    CHECK(offered("graph check").empty());  // a file of this name, not the command
    const test::TemporaryFolder folder;
    test::tool("completion bash > " + folder.file("c"));
    CHECK(test::shell("bash -c 'source " + folder.file("c") + "; complete -p touchstone-content'")
              .says("-o bashdefault -o default"));
}

TEST_CASE("another shell is told what there is", "[completion]") {
    const auto run = test::tool("completion fish");
    CHECK(run.exit == 2);
    CHECK(run.says("bash"));
}
