// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

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
    };
    struct Arrow {
        std::string from, to;
        std::string label;  // "own-it 100 %"
        bool on_best = false;
        bool trap = false;  // against a rule or over the limit
    };
    std::string title;
    std::vector<Node> nodes;
    std::vector<Arrow> arrows;
};

/// `says` gives the words of an address; `best_path` is what explore() found.
Graph make_graph(const Scenario& scenario, const std::map<std::string, std::string>& says,
                 const std::vector<std::string>& best_path);

/// Graphviz.
std::string to_dot(const Graph& graph);
/// Mermaid, as GitHub shows it in Markdown.
std::string to_mermaid(const Graph& graph);

}  // namespace touchstone::content
