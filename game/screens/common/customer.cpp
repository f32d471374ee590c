// SPDX-License-Identifier: Apache-2.0
#include "game/screens/common/header.h"

namespace touchstone::game {
namespace {

WindowLook window_of(Ui& ui, const CustomerView& view) {
    WindowLook look;
    look.looks = view.looks;
    look.backdrop = view.backdrop;
    look.expression = animated_expression(ui, "face", view.expression);
    look.label = view.picture;
    look.phone = view.backdrop == Backdrop::shop;
    look.blinks = true;
    return look;
}

/// Name and mood side by side, or one under the other.
float name_height(const Ui& ui, const CustomerView& view, float width, bool stacked) {
    const float name = ui.layout(view.name, type::title, width).height;
    const bool fits =
        !stacked && ui.width_of(view.name, type::title) + 12 + chip_width(ui, view.mood) <= width;
    return fits ? std::max(name, chip_height(ui)) : name + 8 + chip_height(ui);
}

void draw_name(Ui& ui, const Rect& rect, const CustomerView& view, bool stacked) {
    const TextBlock name = ui.layout(view.name, type::title, rect.w);
    const float mood = chip_width(ui, view.mood);
    const bool fits = !stacked && name.width + 12 + mood <= rect.w;
    const float row = fits ? std::max(name.height, chip_height(ui)) : name.height;
    ui.draw(name, {rect.x, rect.y + (row - name.height) / 2, rect.w, name.height}, ui.theme().ink);
    ui.node({Role::heading, "", view.name, "", {rect.x, rect.y, name.width, row}});
    const Point at = fits ? Point{rect.right() - mood, rect.y + (row - chip_height(ui)) / 2}
                          : Point{rect.x, rect.y + name.height + 8};
    chip(ui, at, view.mood, view.tint, view.code);
}

float meters_height(const Ui& ui, const CustomerView& view, float width) {
    float height = 0;
    for (const Meter& meter : view.meters) height += meter_height(ui, meter, width);
    return height;
}

void draw_meters(Ui& ui, Rect rect, const CustomerView& view) {
    const float gap = (rect.h - meters_height(ui, view, rect.w)) / 2;
    for (const Meter& meter : view.meters)
        meter_bar(ui, cut_top(rect, meter_height(ui, meter, rect.w), gap), meter);
}

}  // namespace

void draw_customer_tall(Ui& ui, OutlineCache& cache, const Rect& rect, const CustomerView& view) {
    card(ui, rect);
    const float width = rect.w - 48;
    const float panel =
        18 + name_height(ui, view, width, false) + 14 + meters_height(ui, view, width) + 2 * 14 + 22;
    Rect rest = rect;
    const Rect below = cut_bottom(rest, std::max(panel, rect.h - rect.w)).inset(24, 0);
    const float border = ui.theme().outlined ? 2.0F : 0.0F;
    draw_window(ui, cache, {rest.x + border, rest.y + border, rest.w - 2 * border, rest.h - border},
                window_of(ui, view));
    Rect words = below;
    cut_top(words, 18);
    cut_bottom(words, 22);
    draw_name(ui, cut_top(words, name_height(ui, view, width, false), 14), view, false);
    draw_meters(ui, words, view);
}

float customer_wide_height(const Ui& ui, const CustomerView& view, float width, float wanted) {
    const float room = width - std::min(392.0F, width * 0.52F) - 56;
    return std::max(
        wanted, 24 + name_height(ui, view, room, true) + 24 + meters_height(ui, view, room) + 2 * 16 + 24);
}

void draw_customer_wide(Ui& ui, OutlineCache& cache, const Rect& rect, const CustomerView& view) {
    card(ui, rect);
    const float window_width = std::min(392.0F, rect.w * 0.52F);
    WindowLook look = window_of(ui, view);
    look.corners = corner_left;
    const float border = ui.theme().outlined ? 2.0F : 0.0F;
    draw_window(ui, cache, {rect.x + border, rect.y + border, window_width, rect.h - 2 * border}, look);
    Rect words{rect.x + window_width + 28, rect.y + 24, rect.w - window_width - 56, rect.h - 48};
    draw_name(ui, cut_top(words, name_height(ui, view, words.w, true), 24), view, true);
    draw_meters(ui, words, view);
}

}  // namespace touchstone::game
