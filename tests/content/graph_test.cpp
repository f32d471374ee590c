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

TEST_CASE("use makes the choices of many thick and shows the choices of nobody", "[graph]") {
    Graph graph = small_graph();
    add_heat(graph, {{"opening/own-it", 30}, {"opening/blame", 10}, {"closing/plain-swap", 40}});
    std::map<std::string, Graph::Arrow> arrows;
    for (const Graph::Arrow& arrow : graph.arrows) arrows[arrow.choice] = arrow;
    CHECK(arrows["opening/own-it"].label == "own-it 100 %\n30 (75 %)");
    CHECK(arrows["opening/ask-form"].label == "ask-form 33 %\nnever");
    CHECK(*arrows["closing/plain-swap"].width == 8);
    CHECK(*arrows["opening/own-it"].width > *arrows["opening/blame"].width);
    CHECK(*arrows["opening/blame"].width >= 1);
    CHECK(*arrows["opening/ask-form"].width == 0);
    CHECK(graph.nodes[0].title == "opening (40)");
    CHECK(graph.nodes[2].title == "goodbye (40)");
    CHECK(graph.nodes[3].title == "leaves (never)");
    const std::string dot = to_dot(graph);
    CHECK(dot.find(
              "label=\"ask-form 33 %\\nnever\", color=\"#9aa0a6\", fontcolor=\"#9aa0a6\", style=dotted]") !=
          std::string::npos);
    CHECK(dot.find("label=\"plain-swap 75 %\\n40 (100 %)\", penwidth=8]") != std::string::npos);
    const std::string mermaid = to_mermaid(graph);
    CHECK(mermaid.find("\"own-it 100 %<br/>30 (75 %)\"") != std::string::npos);
    CHECK(mermaid.find("  linkStyle 1 stroke:#9aa0a6,stroke-width:1px,stroke-dasharray:2 4\n") !=
          std::string::npos);
    if (test::shell("command -v dot").exit != 0) return;
    const test::TemporaryFolder folder;
    CHECK(test::shell("dot -Tsvg -o /dev/null " + folder.write("graph.dot", dot).string()).exit == 0);
}

TEST_CASE("graph --heat reads the table of an export", "[graph]") {
    const test::TemporaryFolder folder;
    const std::string file = folder.write("wet-parcel.yaml", std::string(test::small_scenario)).string();
    const auto heat = [&](const std::string& csv) {
        return test::tool("graph " + file + " --heat " + folder.write("use.csv", csv).string());
    };
    const auto run = heat(
        "site,scenario,moment,choice,count\nA,wet-parcel,opening,own-it,2\n"
        "B,wet-parcel,opening,own-it,3\nA,other,opening,own-it,90\n");
    CHECK(run.exit == 0);
    CHECK(run.says("own-it 100 %\\n5 (100 %)"));
    const auto gone = heat("scenario,moment,choice,count\nwet-parcel,opening,shrug,2\n");
    CHECK(gone.exit == 0);
    CHECK(gone.says("note[E329]: `opening/shrug`, made 2 times, is not in the scenario"));
    const auto wrong = heat("scenario,moment,choice,count\nwet-parcel,opening,own-it,many\n");
    CHECK(wrong.exit == 1);
    CHECK(wrong.says("row 2: `many` is no count"));
    CHECK(heat("scenario,choice\n").says("no column `moment`"));
    CHECK(test::tool("graph " + file + " --heat " + folder.file("none.csv")).exit == 2);
}

TEST_CASE("graph draws a scenario file in both forms", "[graph]") {
    const test::TemporaryFolder folder;
    const std::string file = folder.write("wet-parcel.yaml", std::string(test::small_scenario)).string();
    CHECK(test::tool("graph " + file).output.rfind("digraph \"wet-parcel\" {\n", 0) == 0);
    CHECK(test::tool("graph --format mermaid " + file).output.rfind("flowchart TD\n", 0) == 0);
    CHECK(test::tool("graph " + file + ".none").exit == 2);
}
