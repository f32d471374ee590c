// SPDX-License-Identifier: Apache-2.0
#include "game/ui/semantics.h"

#include <boost/json.hpp>

namespace touchstone::game {
namespace {

namespace json = boost::json;

json::object to_value(const Rect& rect) {
    return {{"x", rect.x}, {"y", rect.y}, {"w", rect.w}, {"h", rect.h}};
}

json::object to_value(const Node& node) {
    json::object out{
        {"role", name_of(node.role)}, {"id", node.id}, {"label", node.label}, {"rect", to_value(node.rect)}};
    if (!node.value.empty()) out["value"] = node.value;
    if (!node.shortcut.empty()) out["shortcut"] = node.shortcut;
    out["enabled"] = node.enabled;
    out["selected"] = node.selected;
    out["focused"] = node.focused;
    return out;
}

template <class Test>
const Node* first_where(const std::vector<Node>& nodes, Test test) {
    for (const Node& node : nodes)
        if (test(node)) return &node;
    return nullptr;
}

}  // namespace

const Node* Tree::find(std::string_view id) const {
    return first_where(nodes, [&](const Node& node) { return node.id == id; });
}

const Node* Tree::find_label(std::string_view label) const {
    if (const Node* node =
            first_where(nodes, [&](const Node& n) { return is_target(n.role) && n.label == label; }))
        return node;
    if (const Node* node = first_where(nodes, [&](const Node& n) { return n.label == label; })) return node;
    if (const Node* node = first_where(nodes, [&](const Node& n) { return n.value == label; })) return node;
    return first_where(
        nodes, [&](const Node& n) { return std::string_view(n.label).substr(0, label.size()) == label; });
}

bool is_target(Role role) {
    switch (role) {
        case Role::button:
        case Role::choice:
        case Role::tab:
        case Role::toggle:
        case Role::key:
        case Role::link:
            return true;
        default:
            return false;
    }
}

const char* name_of(Role role) {
    constexpr const char* names[] = {"button",  "choice", "tab",   "toggle",    "key",   "link",  "text",
                                     "heading", "image",  "meter", "list-item", "field", "status"};
    return names[static_cast<std::size_t>(role)];
}

std::string to_json(const Tree& tree) {
    json::array nodes, runs;
    for (const Node& node : tree.nodes) nodes.push_back(to_value(node));
    for (const TextRun& run : tree.runs)
        runs.push_back(json::object{{"text", run.text},
                                    {"rect", to_value(run.rect)},
                                    {"box", to_value(run.box)},
                                    {"scrolls", run.scrolls}});
    return json::serialize(json::object{{"screen", tree.screen},
                                        {"width", tree.size.w},
                                        {"height", tree.size.h},
                                        {"nodes", std::move(nodes)},
                                        {"texts", std::move(runs)}});
}

}  // namespace touchstone::game
