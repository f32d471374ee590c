// SPDX-License-Identifier: Apache-2.0
#include "game/ui/input.h"

#include <catch2/catch_test_macros.hpp>

namespace touchstone::game {
namespace {

Node button(const std::string& id, Rect rect, const std::string& shortcut = {}) {
    Node node{Role::button, id, id, "", rect};
    node.seen = rect;
    node.shortcut = shortcut;
    return node;
}

Tree two_buttons() {
    return {"test",
            {400, 400},
            {button("first", {0, 0, 100, 60}), button("second", {0, 100, 100, 60}, "enter")},
            {}};
}
const std::vector<ScrollArea> long_list{{"list", {0, 0, 400, 400}, 1000}};

InputState after(std::initializer_list<InputEvent> events, const std::vector<ScrollArea>& areas = {}) {
    InputState state;
    for (const InputEvent& event : events) state = receive(std::move(state), event, two_buttons(), areas);
    return state;
}

}  // namespace

TEST_CASE("a button fires when the finger leaves it, not when it comes", "[input]") {
    CHECK(after({PressDown{{50, 30}, 0}}).fired.empty());
    CHECK(after({PressDown{{50, 30}, 0}, PressUp{{52, 31}, 80}}).fired == "first");
}

TEST_CASE("a finger that slides off a button fires nothing", "[input]") {
    CHECK(after({PressDown{{50, 30}, 0}, PressMove{{50, 80}, 40}, PressUp{{50, 80}, 80}}).fired.empty());
    CHECK(after({PressDown{{50, 30}, 0}, PressUp{{50, 130}, 80}}).fired.empty());
}

TEST_CASE("a finger that moves farther than the slop scrolls and presses no more", "[input]") {
    const InputState state =
        after({PressDown{{50, 30}, 0}, PressMove{{50, 10}, 16}, PressUp{{50, 10}, 32}}, long_list);
    CHECK(state.fired.empty());
    CHECK(state.scroll.at("list").offset == 20);
}

TEST_CASE("a thrown list goes on and comes to rest at its end", "[input]") {
    InputState state = after(
        {PressDown{{50, 390}, 0}, PressMove{{50, 300}, 16}, PressMove{{50, 200}, 32}, PressUp{{50, 200}, 40}},
        long_list);
    const float thrown = state.scroll.at("list").offset;
    CHECK(is_coasting(state));
    for (int i = 0; i < 300; ++i) state = coast(std::move(state), long_list, 16, false);
    CHECK_FALSE(is_coasting(state));
    CHECK(state.scroll.at("list").offset > thrown);
    CHECK(state.scroll.at("list").offset <= 600);
}

TEST_CASE("with calm motion nothing goes on by itself", "[input]") {
    InputState state =
        after({PressDown{{50, 390}, 0}, PressMove{{50, 200}, 16}, PressUp{{50, 200}, 20}}, long_list);
    CHECK_FALSE(is_coasting(coast(std::move(state), long_list, 16, true)));
}

TEST_CASE("Tab walks through everything that can be used and round again", "[input]") {
    CHECK(after({KeyPress{"tab"}}).focus == "first");
    CHECK(after({KeyPress{"tab"}, KeyPress{"tab"}}).focus == "second");
    CHECK(after({KeyPress{"tab"}, KeyPress{"tab"}, KeyPress{"tab"}}).focus == "first");
    CHECK(after({KeyPress{"tab", true}}).focus == "second");
}

TEST_CASE("Enter fires what the keyboard has chosen, else the main button", "[input]") {
    CHECK(after({KeyPress{"tab"}, KeyPress{"enter"}}).fired == "first");
    CHECK(after({KeyPress{"enter"}}).fired == "second");
}

TEST_CASE("where a name is typed, letters are text and no shortcuts", "[input]") {
    Tree tree = two_buttons();
    tree.nodes.push_back({Role::field, "field", "name", "", {0, 200, 100, 40}});
    tree.nodes.push_back(button("answer", {0, 300, 100, 60}, "a"));
    InputState state = receive({}, KeyPress{"a"}, tree, {});
    CHECK(state.fired.empty());
    state = receive(std::move(state), TextTyped{"a"}, tree, {});
    CHECK(state.typed == std::vector<std::string>{"a"});
}

}  // namespace touchstone::game
