// SPDX-License-Identifier: Apache-2.0
#include "game/ui/input.h"

#include <cmath>

#include "engine/basics/overloaded.h"

namespace touchstone::game {
namespace {

constexpr float decay_ms = 325, slowest = 20;

const Node* target_at(const Tree& tree, Point at) {
    const Node* found = nullptr;
    for (const Node& node : tree.nodes)
        if (is_target(node.role) && node.enabled && node.seen.contains(at))
            found = &node;  // the last drawn is on top
    return found;
}

const ScrollArea* area_at(const std::vector<ScrollArea>& areas, Point at) {
    const ScrollArea* found = nullptr;
    for (const ScrollArea& area : areas)
        if (area.view.contains(at) && area.content > area.view.h + 1) found = &area;
    return found;
}

const ScrollArea* area_of(const std::vector<ScrollArea>& areas, const std::string& id) {
    for (const ScrollArea& area : areas)
        if (area.id == id) return &area;
    return nullptr;
}

void scroll_by(InputState& state, const ScrollArea& area, float by) {
    float& offset = state.scroll[area.id].offset;
    offset = std::clamp(offset + by, 0.0F, std::max(0.0F, area.content - area.view.h));
}

void take(InputState& state, const PressDown& press, const Tree& tree, const std::vector<ScrollArea>& areas) {
    if (state.down) return;  // the first finger wins
    state.down = true;
    state.down_at = state.last_at = press.at;
    state.last_ms = press.ms;
    state.focus_visible = false;
    const ScrollArea* area = area_at(areas, press.at);
    const bool stops = area != nullptr && std::fabs(state.scroll[area->id].velocity) > slowest;
    if (area != nullptr) state.scroll[area->id].velocity = 0;
    const Node* target = target_at(tree, press.at);
    state.pressed = target != nullptr && !stops ? target->id : "";
}

void take(InputState& state, const PressMove& move, const Tree&, const std::vector<ScrollArea>& areas) {
    if (!state.down) return;
    const Point way = move.at - state.down_at;
    if (std::hypot(way.x, way.y) > slop && state.scrolling.empty()) {
        const ScrollArea* area = area_at(areas, state.down_at);
        if (area != nullptr && std::fabs(way.y) > std::fabs(way.x)) state.scrolling = area->id;
        state.pressed.clear();
    }
    const ScrollArea* area = area_of(areas, state.scrolling);
    if (area != nullptr) {
        const float by = state.last_at.y - move.at.y;
        const auto ms = static_cast<float>(std::max<std::int64_t>(1, move.ms - state.last_ms));
        scroll_by(state, *area, by);
        state.scroll[area->id].velocity = lerp(state.scroll[area->id].velocity, by / ms * 1000, 0.6F);
    }
    state.last_at = move.at;
    state.last_ms = move.ms;
}

void take(InputState& state, const PressUp& up, const Tree& tree, const std::vector<ScrollArea>&) {
    if (!state.down) return;
    const Node* target = state.pressed.empty() ? nullptr : tree.find(state.pressed);
    if (target != nullptr && target->enabled && target->seen.contains(up.at))
        state.fired = state.focus = target->id;
    // A finger that rested before it left does not throw.
    if (!state.scrolling.empty() && up.ms - state.last_ms > 80) state.scroll[state.scrolling].velocity = 0;
    state.down = false;
    state.pressed.clear();
    state.scrolling.clear();
}

void take(InputState& state, const Wheel& wheel, const Tree&, const std::vector<ScrollArea>& areas) {
    if (const ScrollArea* area = area_at(areas, wheel.at)) scroll_by(state, *area, wheel.by);
}

std::vector<const Node*> targets_of(const Tree& tree) {
    std::vector<const Node*> targets;
    for (const Node& node : tree.nodes)
        if (is_target(node.role) && node.enabled) targets.push_back(&node);
    return targets;
}

void show_focus(InputState& state, const Node& node, const std::vector<ScrollArea>& areas) {
    state.focus = node.id;
    state.focus_visible = true;
    for (const ScrollArea& area : areas) {
        const bool beside = node.rect.x >= area.view.right() || node.rect.right() <= area.view.x;
        if (beside || area.content <= area.view.h) continue;
        if (node.rect.y < area.view.y) scroll_by(state, area, node.rect.y - area.view.y - 24);
        if (node.rect.bottom() > area.view.bottom())
            scroll_by(state, area, node.rect.bottom() - area.view.bottom() + 24);
    }
}

void move_focus(InputState& state, const Tree& tree, const std::vector<ScrollArea>& areas, int step) {
    const auto targets = targets_of(tree);
    if (targets.empty()) return;
    const auto count = static_cast<int>(targets.size());
    int at = step > 0 ? -1 : 0;
    for (int i = 0; i < count; ++i)
        if (targets[static_cast<std::size_t>(i)]->id == state.focus) at = i;
    at = (at + step + count) % count;
    show_focus(state, *targets[static_cast<std::size_t>(at)], areas);
}

bool has_field(const Tree& tree) {
    for (const Node& node : tree.nodes)
        if (node.role == Role::field) return true;
    return false;
}

/// Enter acts on what the keyboard has chosen; when it has chosen nothing, or an answer that is picked already, on
/// the screen's main button.
void press_enter(InputState& state, const Tree& tree) {
    const Node* focused = state.focus_visible ? tree.find(state.focus) : nullptr;
    const bool picked = focused != nullptr && focused->role == Role::choice && focused->selected;
    if (focused != nullptr && focused->enabled && is_target(focused->role) && !picked) {
        state.fired = focused->id;
        return;
    }
    for (const Node& node : tree.nodes)
        if (node.shortcut == "enter" && node.enabled) state.fired = node.id;
}

void take(InputState& state, const KeyPress& key, const Tree& tree, const std::vector<ScrollArea>& areas) {
    if (key.key == "tab") return move_focus(state, tree, areas, key.shift ? -1 : 1);
    if (key.key == "down" || key.key == "right") return move_focus(state, tree, areas, 1);
    if (key.key == "up" || key.key == "left") return move_focus(state, tree, areas, -1);
    if (key.key == "enter" || (key.key == "space" && !has_field(tree))) return press_enter(state, tree);
    if (key.key == "backspace" && has_field(tree)) return state.typed.push_back("backspace");
    if (has_field(tree) && key.key != "escape") return;  // letters come as text
    for (const Node& node : tree.nodes)
        if (node.shortcut == key.key && node.enabled && is_target(node.role))
            state.fired = state.focus = node.id;
}

void take(InputState& state, const TextTyped& text, const Tree& tree, const std::vector<ScrollArea>&) {
    if (has_field(tree)) state.typed.push_back(text.text);
}

}  // namespace

InputState receive(InputState state, const InputEvent& event, const Tree& tree,
                   const std::vector<ScrollArea>& areas) {
    std::visit([&](const auto& what) { take(state, what, tree, areas); }, event);
    return state;
}

InputState coast(InputState state, const std::vector<ScrollArea>& areas, std::int64_t ms, bool calm) {
    for (auto& [id, scrolled] : state.scroll) {
        const ScrollArea* area = area_of(areas, id);
        if (state.scrolling == id) continue;
        if (area == nullptr || calm || std::fabs(scrolled.velocity) < slowest) {
            scrolled.velocity = 0;
            continue;
        }
        const float before = scrolled.offset;
        scroll_by(state, *area, scrolled.velocity * static_cast<float>(ms) / 1000);
        const bool at_edge = scrolled.offset == before;
        scrolled.velocity = at_edge ? 0 : scrolled.velocity * std::exp(-static_cast<float>(ms) / decay_ms);
    }
    return state;
}

bool is_coasting(const InputState& state) {
    for (const auto& [id, scrolled] : state.scroll)
        if (scrolled.velocity != 0) return true;
    return false;
}

}  // namespace touchstone::game
