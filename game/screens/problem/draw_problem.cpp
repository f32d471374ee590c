// SPDX-License-Identifier: Apache-2.0
#include "game/screens/problem/problem_view.h"

namespace touchstone::game {

std::optional<int> draw_problem(Ui& ui, const ProblemView& view) {
    const Theme& theme = ui.theme();
    const float width = std::min(720.0F, ui.size().w - 2 * margin), room = width - 96;
    struct Part {
        const std::string& words;
        TextStyle style;
        Colour colour;
        float gap;
    };
    const Part parts[] = {{view.title, type::title, theme.ink, 12},
                          {view.detail, type::body, theme.ink2, 12},
                          {view.remedy, type::body_strong, theme.ink, 12},
                          {view.kept, type::small, theme.ok, 12}};
    float height = 48 + 64 + 24 + 20 + primary_height + 48 + (view.second.empty() ? 0 : second_height + 16);
    for (const Part& part : parts)
        if (!part.words.empty()) height += ui.layout(part.words, part.style, room).height + part.gap;
    const Rect view_rect{0, margin, ui.size().w, ui.size().h - 2 * margin};
    const Rect inner = ui.begin_scroll("problem", view_rect, height);
    const Rect rect{(ui.size().w - width) / 2, inner.y + std::max(0.0F, (view_rect.h - height) / 2), width,
                    height};
    card(ui, rect);
    Rect rest = rect.inset(48);
    Rect top = cut_top(rest, 64, 24);
    read_button(ui, top);
    const Rect tile = cut_left(top, 64);
    ui.canvas().fill(tile, theme.warn_tint, 20);
    if (theme.outlined) ui.canvas().frame(tile, theme.line, 2, 20);
    ui.canvas().icon(tile.centre(), 44, icon::warning, theme.warn);
    ui.node({Role::heading, "problem", view.title, view.detail + " " + view.remedy + (view.kept.empty() ? "" : " " + view.kept), rect});
    for (const Part& part : parts) {
        if (part.words.empty()) continue;
        const TextBlock block = ui.layout(part.words, part.style, room);
        ui.draw(block, cut_top(rest, block.height, part.gap), part.colour);
    }
    cut_top(rest, 20);
    std::optional<int> fired;
    if (primary_button(ui, "problem/primary", cut_top(rest, primary_height, 16), view.primary,
                       {{}, false, true, "enter"}))
        fired = 0;
    if (!view.second.empty() &&
        second_button(ui, "problem/second", cut_top(rest, second_height), view.second))
        fired = 1;
    ui.end_scroll();
    return fired;
}

void draw_opening(Ui& ui) {
    const std::string name = ui.tr("product", "Touchstone");
    ui.text_middle(name, type::h1, {0, 0, ui.size().w, ui.size().h}, ui.theme().ink2, Align::centre);
    ui.node({Role::status, "opening", name, "", {0, 0, ui.size().w, ui.size().h}});
}

}  // namespace touchstone::game
