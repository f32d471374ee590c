// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content/tool/usage.h"
#include "engine/scenario/scenario.h"

namespace touchstone::content {

/// A scenario to draw: moments and endings as boxes, choices as arrows with their quality.
struct Graph {
    struct Node {
        std::string id;     // m0, e1
        std::string title;  // of the moment or ending
        std::string text;   // what the customer says first; the outcomes with their values
        bool ending = false;
        bool on_best = false;
        std::optional<int> width = {};  // 1..8 by how often it was met, 0 for never, when use is drawn
    };
    struct Arrow {
        std::string from, to;
        std::string label;  // "own-it 100 %"
        bool on_best = false;
        bool trap = false;              // against a rule or over the limit
        std::string choice;             // "opening/own-it"
        std::optional<int> width = {};  // likewise, by how often the choice was made
    };
    std::string title;
    std::vector<Node> nodes;
    std::vector<Arrow> arrows;
};

/// `says` gives the words of an address; `best_path` is what explore() found.
Graph make_graph(const Scenario& scenario, const std::map<std::string, std::string>& says,
                 const std::vector<std::string>& best_path);

/// Adds use: every arrow says how often its choice was made and by which share of those who stood there,
/// every box how often it was met (an ending: by a choice). Thick is what many took; what nobody took is grey
/// and dotted; the best path, no longer told by its thickness, is blue.
void add_heat(Graph& graph, const Usage& usage);

/// Graphviz.
std::string to_dot(const Graph& graph);
/// Mermaid, as GitHub shows it in Markdown.
std::string to_mermaid(const Graph& graph);

}  // namespace touchstone::content
