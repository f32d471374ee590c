// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/graph.h"
#include "content/tool/play_scenario.h"
#include "engine/paths/explore.h"

namespace touchstone::content {

namespace {

/// Adds what the table says of the scenario. When it cannot be read: its findings, and another exit than
/// clean.
int add_heat_of(Graph& graph, const std::string& file, const Scenario& scenario) {
    const auto text = read_file(file);
    if (!text) return complain(text.error());
    Findings findings(file);
    const Usage usage = read_usage(*text, scenario, findings);
    for (const Finding& finding : findings.all()) std::cerr << to_human(finding, *text) << "\n";
    if (findings.has_errors()) return has_findings;
    add_heat(graph, usage);
    return clean;
}

}  // namespace

int run_graph(const Options& options) {
    const auto opened = open_scenario(options.path);
    if (!opened) return complain(opened.error());
    const auto playable = make_playable(opened->standard, opened->source);
    if (!playable) return complain(playable.error());
    const auto explored = explore(playable->scenario());
    if (!explored) return complain(explored.error());
    std::map<std::string, std::string> says;
    for (const SourceText& text : opened->source.texts) says[text.address] = text.text;
    Graph graph = make_graph(playable->scenario(), says, explored->best_path);
    if (!options.usage.empty())
        if (const int exit = add_heat_of(graph, options.usage, playable->scenario()); exit != clean)
            return exit;
    std::cout << (options.format == "mermaid" ? to_mermaid(graph) : to_dot(graph));
    return clean;
}

}  // namespace touchstone::content
