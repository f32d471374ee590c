// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "game/ui/geometry.h"

namespace touchstone::game {

enum class Role {
    button,
    choice,
    tab,
    toggle,
    key,
    link,
    text,
    heading,
    image,
    meter,
    list_item,
    field,
    status
};

/// One thing on the screen that a person can read or use. Made by the same call that draws it.
struct Node {
    Role role = Role::text;
    std::string id = {};     // stable within its screen
    std::string label = {};  // what it is called
    std::string value = {};  // what it says now
    Rect rect = {};
    Rect seen = {};  // the part that is not scrolled away; empty when nothing is
    bool enabled = true;
    bool selected = false;
    bool focused = false;
    std::string shortcut = {};  // key that fires it: "1", "a", "escape", "enter"
};

/// A run of text as it was laid out.
struct TextRun {
    std::string text;
    Rect rect;     // of the letters
    Rect box;      // where they may be
    bool scrolls;  // inside a scrolling area
};

/// What one frame holds, in reading order.
struct Tree {
    std::string screen;
    Size size;
    std::vector<Node> nodes;
    std::vector<TextRun> runs;

    const Node* find(std::string_view id) const;
    /// By label, else by value, else by the beginning of the label.
    const Node* find_label(std::string_view label) const;
};

/// Whether fingers and keys act on it.
bool is_target(Role role);
const char* name_of(Role role);

/// JSON for tests and for tools.
std::string to_json(const Tree& tree);

}  // namespace touchstone::game
