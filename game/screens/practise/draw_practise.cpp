// SPDX-License-Identifier: Apache-2.0
#include "game/screens/practise/practise_view.h"

namespace touchstone::game {
namespace {

constexpr float chip_side = 56, gap = 12;

bool sector_chip(Ui& ui, const std::string& id, const Rect& rect, const std::string& label, bool chosen) {
    const Theme& theme = ui.theme();
    const float press = ui.animate(id + "#press", ui.is_pressed(id) ? 1.0F : 0.0F, 80);
    ui.canvas().fill(rect, chosen ? theme.primary : mix(theme.surface, theme.tint, press), rect.h / 2);
    if (!chosen) ui.canvas().frame(rect, theme.outlined ? theme.line : theme.outline, 2, rect.h / 2);
    ui.text_middle(label, type::label, rect, chosen ? theme.on_primary : theme.ink, Align::centre);
    focus_ring(ui, id, rect, rect.h / 2);
    Node node{Role::tab, id, label, "", rect};
    node.selected = chosen;
    return ui.node(node);
}

/// Chips in rows; with `draws` false it only measures.
float sectors(Ui& ui, const Rect& place, const PractiseView& view, bool draws, PractiseAction& action) {
    float x = place.x, y = place.y;
    for (std::size_t i = 0; i < view.sectors.size(); ++i) {
        const float width = std::max(chip_side, ui.width_of(view.sectors[i].label, type::label) + 44);
        if (x > place.x && x + width > place.right()) {
            x = place.x;
            y += chip_side + gap;
        }
        if (draws && sector_chip(ui, "sector/" + view.sectors[i].id, {x, y, width, chip_side},
                                 view.sectors[i].label, view.chosen == i))
            action = {PractiseAction::Kind::sector, i, Page::practise};
        x += width + gap;
    }
    return y + chip_side - place.y;
}

/// One or two columns of rows under each sector's name.
float groups(Ui& ui, const Rect& place, const PractiseView& view, bool draws, PractiseAction& action) {
    const std::size_t columns = place.w >= 900 && ui.text_scale() < 1.3F ? 2 : 1;
    const float width = (place.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float y = place.y;
    for (const PractiseView::Group& group : view.groups) {
        const Rect title{place.x, y, place.w, ui.line_height(type::heading)};
        if (draws) {
            ui.text_middle(group.title, type::heading, title, ui.theme().ink);
            ui.node({Role::heading, "", group.title, "", title});
        }
        y += title.h + gap;
        for (std::size_t first = 0; first < group.rows.size(); first += columns) {
            float height = 0;
            for (std::size_t i = first; i < std::min(first + columns, group.rows.size()); ++i)
                height = std::max(height, row_height(ui, group.rows[i].words, width));
            for (std::size_t i = first; draws && i < std::min(first + columns, group.rows.size()); ++i) {
                const PractiseView::Row& row = group.rows[i];
                const Rect rect{place.x + (width + gap) * static_cast<float>(i - first), y, width, height};
                if (row_button(ui, "scenario/" + std::to_string(row.scenario), rect, row.code, row.words, true))
                    action = {PractiseAction::Kind::scenario, row.scenario, Page::practise};
            }
            y += height + gap;
        }
        y += gap;
    }
    return y - place.y;
}

}  // namespace

PractiseAction draw_practise(Ui& ui, const PractiseView& view) {
    PractiseAction action;
    const NavAction nav = draw_nav(ui, Page::practise);
    if (nav.lock) action.kind = PractiseAction::Kind::people;
    if (nav.page) action = {PractiseAction::Kind::page, 0, *nav.page};
    if (draw_page_header(ui, view.header) == PageHeaderAction::sync)
        action.kind = PractiseAction::Kind::sync;
    const Rect rest = page_rect(ui);
    const float chips = sectors(ui, rest, view, false, action) + 20;
    const float content = chips + groups(ui, rest, view, false, action) + margin;
    const Rect inner = ui.begin_scroll("practise/" + std::to_string(view.chosen),
                                       {rest.x - margin, rest.y - 4, rest.w + 2 * margin, rest.h + 4}, content);
    Rect place{rest.x, inner.y + 4, rest.w, content};
    sectors(ui, cut_top(place, chips), view, true, action);
    groups(ui, place, view, true, action);
    ui.end_scroll();
    return action;
}

}  // namespace touchstone::game
