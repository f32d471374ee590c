// SPDX-License-Identifier: Apache-2.0
#include "game/ui/talk.h"

#include "game/ui/face/pen.h"

namespace touchstone::game {
namespace {

/// A drop that grows out of the bubble's edge.
Points tail_outline(const Rect& rect, Tail tail, float at) {
    if (tail == Tail::left) {
        const float x = rect.x, y = rect.y + at;
        Points out = cubic({x + 2, y - 16}, {x - 4, y - 9}, {x - 14, y - 9}, {x - 25, y - 13}, 10);
        const Points back = cubic({x - 25, y - 13}, {x - 19, y + 0}, {x - 10, y + 6}, {x + 2, y + 7}, 10);
        out.insert(out.end(), back.begin() + 1, back.end());
        return out;
    }
    const float x = rect.x + at, y = rect.y;
    Points out = cubic({x - 6, y + 2}, {x - 2, y - 8}, {x - 1, y - 15}, {x - 5, y - 23}, 10);
    const Points back = cubic({x - 5, y - 23}, {x + 10, y - 17}, {x + 20, y - 7}, {x + 26, y + 2}, 10);
    out.insert(out.end(), back.begin() + 1, back.end());
    return out;
}

}  // namespace

void bubble(Ui& ui, const Rect& rect, Tail tail, float tail_at) {
    const Theme& theme = ui.theme();
    lift(ui, rect, 28, Lift::card);
    const Points outline = tail == Tail::none ? Points{} : tail_outline(rect, tail, tail_at);
    if (theme.outlined && !outline.empty()) ui.canvas().line(outline, theme.line, 4);
    ui.canvas().fill(rect, theme.speech, 28);
    if (theme.outlined) ui.canvas().frame(rect, theme.line, 2, 28);
    if (!outline.empty()) ui.canvas().polygon(outline, triangulate(outline), theme.speech);
}

void own_bubble(Ui& ui, const Rect& rect) {
    ui.canvas().fill(rect, ui.theme().primary, 24);
    ui.canvas().fill({rect.right() - 24, rect.bottom() - 24, 24, 24}, ui.theme().primary, 6,
                     corner_bottom_right);
}

float choice_height(const Ui& ui, const std::string& text, float width, bool tight) {
    return std::max(tight ? 64.0F : 80.0F,
                    ui.layout(text, type::choice_chosen, width - 79 - 66).height + (tight ? 16.0F : 32.0F));
}

bool choice_card(Ui& ui, const std::string& id, const Rect& rect, const std::string& letter,
                 const std::string& text, bool selected) {
    const Theme& theme = ui.theme();
    const float press = ui.animate(id + "#press", ui.is_pressed(id) ? 1.0F : 0.0F, 80);
    lift(ui, rect, 18, Lift::choice);
    ui.canvas().fill(rect, selected ? theme.tint : mix(theme.surface, theme.sunk, press), 18);
    if (selected)
        ui.canvas().frame(rect, theme.outlined ? theme.line : theme.primary, theme.outlined ? 4.0F : 3.0F,
                          18);
    else if (theme.outlined)
        ui.canvas().frame(rect, theme.line, 2, 18);
    const Rect badge{rect.x + 19, rect.centre().y - 22, 44, 44};
    ui.canvas().fill(badge, selected ? theme.primary : theme.sunk, 14);
    if (theme.outlined) ui.canvas().frame(badge, theme.line, 2, 14);
    ui.text_middle(letter, type::body_strong, badge, selected ? theme.on_primary : theme.ink2, Align::centre);
    const Rect room{rect.x + 79, rect.y, rect.w - 79 - 66, rect.h};
    ui.text_middle(text, selected ? type::choice_chosen : type::choice, room, theme.ink);
    if (selected)
        ui.canvas().icon({rect.right() - 38, rect.centre().y}, 28, icon::check_circle, theme.primary);
    focus_ring(ui, id, rect, 18);
    Node node{Role::choice, id, text, letter, rect};
    node.selected = selected;
    node.shortcut = letter.empty() ? "" : std::string(1, static_cast<char>(letter[0] - 'A' + 'a'));
    return ui.node(node);
}

Size ask_size(const Ui& ui, const std::string& text, float max_width) {
    const TextBlock block = ui.layout(text, type::label_light, max_width - 72);
    return {block.width + 72, std::max(56.0F, block.height + 20)};
}

bool ask_chip(Ui& ui, const std::string& id, const Rect& rect, const std::string& text, bool made) {
    const Theme& theme = ui.theme();
    const float radius = std::min(28.0F, rect.h / 2);
    const float press = ui.animate(id + "#press", ui.is_pressed(id) ? 1.0F : 0.0F, 80);
    ui.canvas().fill(rect, made ? theme.tint : mix(theme.surface, theme.tint, press), radius);
    if (!made)
        ui.canvas().dashed_frame(rect, theme.control, 2, radius);
    else if (theme.outlined)
        ui.canvas().frame(rect, theme.line, 2, radius);
    ui.canvas().icon({rect.x + 29, rect.centre().y}, 24, made ? icon::check : icon::help, theme.primary);
    ui.text_middle(text, type::label_light, {rect.x + 50, rect.y, rect.w - 70, rect.h}, theme.ink);
    focus_ring(ui, id, rect, radius);
    Node node{Role::button, id, text, "", rect};
    node.enabled = !made;
    node.selected = made;
    return ui.node(node);
}

void step_dots(Ui& ui, Point centre, std::size_t count, std::size_t done, bool now,
               const std::string& label) {
    const Theme& theme = ui.theme();
    const float pitch = ui.portrait() ? 36.0F : 48.0F, width = pitch - 8;
    const float left = centre.x - (pitch * static_cast<float>(count) - 8) / 2;
    for (std::size_t i = 0; i < count; ++i) {
        const Rect dot{left + pitch * static_cast<float>(i), centre.y - 4, width, 8};
        const bool current = now && i == done;
        ui.canvas().fill(dot, i < done ? theme.primary : current ? theme.accent : theme.line, 4);
        if (theme.outlined && i >= done && !current) {
            ui.canvas().fill(dot, theme.surface, 4);
            ui.canvas().frame(dot, theme.line, 2, 4);
        }
    }
    ui.node({Role::status, "", label, "", {left, centre.y - 4, pitch * static_cast<float>(count) - 8, 8}});
}

}  // namespace touchstone::game
