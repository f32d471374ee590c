// SPDX-License-Identifier: Apache-2.0
#include "content/tool/todo.h"

#include <algorithm>

#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

constexpr std::string_view mark = "todo:";

void add(const Node& node, std::string_view what, const char* remedy, Findings& findings) {
    const bool exact = node.words.line != 0;
    findings.warning(todo_code, exact ? node.words : node.at,
                     what.empty() ? "still to do" : "still to do: " + std::string(what), remedy,
                     exact ? std::max<std::size_t>(1, count_code_points(node.text)) : 1);
}

/// Everything under the key `todo`: one text, or a list of them.
void list_under_key(const Node& node, Findings& findings) {
    if (node.kind == Node::Kind::scalar)
        add(node, trimmed(node.text), "do it, and remove this line", findings);
    for (const Node& item : node.items) list_under_key(item, findings);
}

}  // namespace

bool is_todo(std::string_view text) {
    if (text.size() < mark.size()) return false;
    return std::equal(mark.begin(), mark.end(), text.begin(), [](char wanted, char found) {
        return wanted == (found >= 'A' && found <= 'Z' ? static_cast<char>(found - 'A' + 'a') : found);
    });
}

void list_todos(const Node& root, Findings& findings) {
    if (is_todo(root))
        add(root, trimmed(std::string_view(root.text).substr(mark.size())),
            "write what belongs here instead of `todo: ...`", findings);
    for (const Node& item : root.items) list_todos(item, findings);
    for (const Node::Member& member : root.members)
        member.key == "todo" ? list_under_key(member.value, findings) : list_todos(member.value, findings);
}

}  // namespace touchstone::content
