// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "content/tool/graph.h"

namespace touchstone::content {

namespace {

/// Quotation marks, backslashes and line breaks as `escape` says.
template <class Escape>
std::string escaped(const std::string& text, Escape escape) {
    std::string out;
    for (const char c : text) out += escape(c);
    return out;
}

std::string dot_text(const std::string& text) {
    return "\"" +
           escaped(text,
                   [](char c) -> std::string {
                       return c == '"' ? "\\\"" : c == '\\' ? "\\\\" : c == '\n' ? "\\n" : std::string(1, c);
                   }) +
           "\"";
}

/// Mermaid's own entities; `<br/>` breaks a line.
std::string mermaid_text(const std::string& text) {
    return "\"" +
           escaped(text,
                   [](char c) -> std::string {
                       switch (c) {
                           case '"':
                               return "#quot;";
                           case '#':
                               return "#35;";
                           case '<':
                               return "#lt;";
                           case '>':
                               return "#gt;";
                           case '|':
                               return "#124;";
                           case '\n':
                               return "<br/>";
                           default:
                               return std::string(1, c);
                       }
                   }) +
           "\"";
}

const char* const best_colour = "#1a56b0";
const char* const trap_colour = "#b3261e";
const char* const unused_colour = "#9aa0a6";

/// With `, ` before each; `plain` is how it looks without use.
std::string dot_look(const std::optional<int>& width, bool on_best, const std::string& plain,
                     const char* unused_style) {
    if (!width) return fmt::format("{}{}", on_best ? ", penwidth=3" : "", plain);
    if (*width == 0)
        return fmt::format(", color=\"{0}\", fontcolor=\"{0}\", style={1}", unused_colour, unused_style);
    return fmt::format(", penwidth={}{}{}", *width,
                       on_best ? fmt::format(", color=\"{}\"", best_colour) : std::string(), plain);
}

std::string dot_trap(const Graph::Arrow& arrow) {
    return arrow.trap ? fmt::format(", color=\"{}\", style=dashed", trap_colour) : std::string();
}

/// The look of arrow `index`, or "" when its line says all.
std::string mermaid_look(const Graph::Arrow& arrow, std::size_t index) {
    if (!arrow.width) return {};
    if (*arrow.width == 0)
        return fmt::format("  linkStyle {} stroke:{},stroke-width:1px,stroke-dasharray:2 4\n", index,
                           unused_colour);
    const char* colour = arrow.on_best ? best_colour : arrow.trap ? trap_colour : nullptr;
    return fmt::format("  linkStyle {} stroke-width:{}px{}\n", index, *arrow.width,
                       colour ? fmt::format(",stroke:{}", colour) : std::string());
}

std::string mermaid_look(const Graph::Node& node) {
    if (!node.width) return node.on_best ? "  style " + node.id + " stroke-width:3px\n" : std::string();
    if (*node.width == 0)
        return fmt::format("  style {} stroke:{},stroke-width:1px,stroke-dasharray:2 4\n", node.id,
                           unused_colour);
    return fmt::format("  style {} stroke-width:{}px{}\n", node.id, *node.width,
                       node.on_best ? fmt::format(",stroke:{}", best_colour) : std::string());
}

}  // namespace

std::string to_dot(const Graph& graph) {
    std::string out = "digraph " + dot_text(graph.title) +
                      " {\n  rankdir=TB;\n  node [shape=box, style=rounded, fontname=\"Inter\"];\n"
                      "  edge [fontname=\"Inter\", fontsize=10];\n";
    for (const Graph::Node& node : graph.nodes)
        out += fmt::format(
            "  {} [label={}{}];\n", node.id, dot_text(node.title + "\n" + node.text),
            (node.ending && node.width != 0 ? ", style=\"rounded,filled\", fillcolor=\"#eef2f6\"" : "") +
                dot_look(node.width, node.on_best, "", "\"rounded,dotted\""));
    for (const Graph::Arrow& arrow : graph.arrows)
        out += fmt::format("  {} -> {} [label={}{}];\n", arrow.from, arrow.to, dot_text(arrow.label),
                           dot_look(arrow.width, arrow.on_best, dot_trap(arrow), "dotted"));
    return out + "}\n";
}

std::string to_mermaid(const Graph& graph) {
    std::string out = "flowchart TD\n";
    for (const Graph::Node& node : graph.nodes) {
        const std::string label = mermaid_text(node.title + "\n" + node.text);
        out += node.ending ? fmt::format("  {}([{}])\n", node.id, label)
                           : fmt::format("  {}[{}]\n", node.id, label);
    }
    for (const Graph::Arrow& arrow : graph.arrows)
        out += fmt::format("  {} {}|{}| {}\n", arrow.from,
                           arrow.on_best && !arrow.width ? "==>"
                           : arrow.trap                  ? "-.->"
                                                         : "-->",
                           mermaid_text(arrow.label), arrow.to);
    for (const Graph::Node& node : graph.nodes) out += mermaid_look(node);
    for (std::size_t i = 0; i < graph.arrows.size(); ++i) out += mermaid_look(graph.arrows[i], i);
    return out;
}

}  // namespace touchstone::content
