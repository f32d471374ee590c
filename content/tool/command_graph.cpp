// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/graph.h"
#include "content/tool/play_scenario.h"
#include "engine/paths/explore.h"

namespace touchstone::content {

int run_graph(const Options& options) {
    const auto opened = open_scenario(options.path);
    if (!opened) return complain(opened.error());
    const auto playable = make_playable(opened->standard, opened->source);
    if (!playable) return complain(playable.error());
    const auto explored = explore(playable->scenario());
    if (!explored) return complain(explored.error());
    std::map<std::string, std::string> says;
    for (const SourceText& text : opened->source.texts) says[text.address] = text.text;
    const Graph graph = make_graph(playable->scenario(), says, explored->best_path);
    std::cout << (options.format == "mermaid" ? to_mermaid(graph) : to_dot(graph));
    return clean;
}

}  // namespace touchstone::content
