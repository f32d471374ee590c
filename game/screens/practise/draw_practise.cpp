// SPDX-License-Identifier: Apache-2.0
#include "game/screens/common/chips.h"
#include "game/screens/practise/practise_view.h"

namespace touchstone::game {
namespace {

constexpr float gap = 12;

/// The chips of the sectors; with `draws` false it only measures.
float sectors(Ui& ui, const Rect& place, const PractiseView& view, bool draws, PractiseAction& action) {
    std::vector<Chip> chips;
    for (std::size_t i = 0; i < view.sectors.size(); ++i)
        chips.push_back({"sector/" + view.sectors[i].id, view.sectors[i].label, view.chosen == i, {}});
    std::optional<std::size_t> fired;
    const float height = chip_rows(ui, place, chips, draws, fired);
    if (fired) action = {PractiseAction::Kind::sector, *fired, Page::practise};
    return height;
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
