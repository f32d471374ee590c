// SPDX-License-Identifier: Apache-2.0
#include "game/screens/common/chips.h"

namespace touchstone::game {
namespace {

constexpr float least_side = 56, gap = 12, room_at_sides = 44;

bool draw_chip(Ui& ui, const Rect& rect, const Chip& chip, const TextBlock& words) {
    const Theme& theme = ui.theme();
    const float press = ui.animate(chip.id + "#press", ui.is_pressed(chip.id) ? 1.0F : 0.0F, 80);
    const float radius = std::min(rect.h / 2, 28.0F);
    ui.canvas().fill(rect, chip.chosen ? theme.primary : mix(theme.surface, theme.tint, press), radius);
    if (!chip.chosen) ui.canvas().frame(rect, theme.outlined ? theme.line : theme.outline, 2, radius);
    ui.draw(words, {rect.x, rect.centre().y - words.height / 2, rect.w, words.height},
            chip.chosen ? theme.on_primary : theme.ink, Align::centre);
    focus_ring(ui, chip.id, rect, radius);
    Node node{Role::tab, chip.id, chip.label, "", rect};
    node.selected = chip.chosen;
    node.shortcut = chip.shortcut;
    return ui.node(node);
}

}  // namespace

float chip_rows(Ui& ui, const Rect& place, const std::vector<Chip>& chips, bool draws,
                std::optional<std::size_t>& fired) {
    float x = place.x, y = place.y, row = 0;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const TextBlock words = ui.layout(chips[i].label, type::label, place.w - room_at_sides);
        const Size size{std::max(least_side, words.width + room_at_sides), std::max(least_side, words.height + 16)};
        if (x > place.x && x + size.w > place.right()) {
            x = place.x;
            y += row + gap;
            row = 0;
        }
        if (draws && draw_chip(ui, {x, y, size.w, size.h}, chips[i], words)) fired = i;
        x += size.w + gap;
        row = std::max(row, size.h);
    }
    return y + row - place.y;
}

}  // namespace touchstone::game
