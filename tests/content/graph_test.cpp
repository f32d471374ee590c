// SPDX-License-Identifier: Apache-2.0
#include "content/tool/graph.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <regex>
#include <sstream>

#include "engine/paths/explore.h"
#include "tests/content/tool_run.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;
using namespace touchstone::content;

namespace {

Graph small_graph() {
    const Library library = test::small_library();
    const auto explored = explore(library.scenarios.front());
    REQUIRE(explored);
    return make_graph(library.scenarios.front(),
                      {{"wet-parcel/opening/says", "The \"book\" | <in> it \\ is soaked."}},
                      explored->best_path);
}

/// Lines of `text` that are not of one of the forms.
std::vector<std::string> strange_lines(const std::string& text, const std::vector<std::regex>& forms) {
    std::vector<std::string> strange;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        if (std::none_of(forms.begin(), forms.end(),
                         [&](const std::regex& form) { return std::regex_match(line, form); }))
            strange.push_back(line);
    return strange;
}

}  // namespace

TEST_CASE("the graph has every moment, choice and ending, and emphasises the best path", "[graph]") {
    const Graph graph = small_graph();
    CHECK(graph.nodes.size() == 4);
    CHECK(graph.arrows.size() == 6);
    std::vector<std::string> best, traps;
    for (const Graph::Arrow& arrow : graph.arrows) {
        if (arrow.on_best) best.push_back(arrow.label);
        if (arrow.trap) traps.push_back(arrow.label);
    }
    CHECK(best == std::vector<std::string>{"own-it 100 %", "swap (needs gift) 100 %"});
    CHECK(traps == std::vector<std::string>{"skip-id 0 %"});
    CHECK(graph.nodes[2].title == "goodbye");
    CHECK(graph.nodes[2].text == "delighted 100\ncontent 60\ncold 20");
    CHECK(graph.nodes[2].on_best);
    CHECK_FALSE(graph.nodes[3].on_best);
}

TEST_CASE("the graph for Graphviz keeps to the grammar of DOT", "[graph]") {
    const std::string quoted = R"dot("(?:[^"\\]|\\.)*")dot";
    const std::string value = "(?:" + quoted + "|[a-z0-9]+)";
    const std::string list = R"(\[[a-z]+=)" + value + "(?:, [a-z]+=" + value + R"()*\])";
    const std::string dot = to_dot(small_graph());
    const auto strange =
        strange_lines(dot, {std::regex("digraph " + quoted + R"( \{)"), std::regex(R"(  rankdir=TB;)"),
                            std::regex("  (?:node|edge|[me][0-9]+) " + list + ";"),
                            std::regex("  [me][0-9]+ -> [me][0-9]+ " + list + ";"), std::regex(R"(\})")});
    INFO(dot);
    for (const std::string& line : strange) FAIL_CHECK(line);
    CHECK(dot.find(R"(The \"book\" | <in> it \\ is soaked.)") != std::string::npos);
    CHECK(dot.find("m0 -> m1 [label=\"own-it 100 %\", penwidth=3];") != std::string::npos);
    if (test::shell("command -v dot").exit != 0) return;
    const test::TemporaryFolder folder;
    CHECK(test::shell("dot -Tsvg -o /dev/null " + folder.write("graph.dot", dot).string()).exit == 0);
}

TEST_CASE("the graph for Mermaid escapes what would end a label", "[graph]") {
    const std::string label = R"("[^"|<>]*(?:<br/>[^"|<>]*)*")";
    const std::string mermaid = to_mermaid(small_graph());
    const auto strange = strange_lines(
        mermaid, {std::regex("flowchart TD"), std::regex(R"(  m[0-9]+\[)" + label + R"(\])"),
                  std::regex(R"(  e[0-9]+\(\[)" + label + R"(\]\))"),
                  std::regex(R"(  [me][0-9]+ (?:-->|==>|-\.->)\|)" + label + R"(\| [me][0-9]+)"),
                  std::regex("  style [me][0-9]+ stroke-width:3px")});
    INFO(mermaid);
    for (const std::string& line : strange) FAIL_CHECK(line);
    CHECK(mermaid.find("#quot;book#quot; #124; #lt;in#gt;") != std::string::npos);
    CHECK(mermaid.find("m0 ==>|\"own-it 100 %\"| m1") != std::string::npos);
}

TEST_CASE("graph draws a scenario file in both forms", "[graph]") {
    const test::TemporaryFolder folder;
    const std::string file = folder.write("wet-parcel.yaml", std::string(test::small_scenario)).string();
    CHECK(test::tool("graph " + file).output.rfind("digraph \"wet-parcel\" {\n", 0) == 0);
    CHECK(test::tool("graph --format mermaid " + file).output.rfind("flowchart TD\n", 0) == 0);
    CHECK(test::tool("graph " + file + ".none").exit == 2);
}
