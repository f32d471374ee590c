// SPDX-License-Identifier: Apache-2.0
#include "game/screens/common/header.h"

namespace touchstone::game {

Rect content_rect(const Ui& ui) { return {margin, 96, ui.size().w - 2 * margin, ui.size().h - 96 - margin}; }

HeaderAction draw_header(Ui& ui, const HeaderView& view) {
    const Theme& theme = ui.theme();
    HeaderAction action = HeaderAction::none;
    Rect row{margin, 16, ui.size().w - 2 * margin, icon_button_side};
    const bool short_pill = ui.portrait() || sync_pill_width(ui, view.pill, false) > row.w * 0.3F;
    const Rect leave = cut_left(row, icon_button_side, 16);
    const Rect pill = cut_right(row, sync_pill_width(ui, view.pill, short_pill), 16);
    read_button(ui, row);
    const std::string words = view.closes ? ui.tr("header", "Leave") : ui.tr("header", "Back");
    if (icon_button(ui, "leave", leave, view.closes ? icon::close : icon::back, words, "escape"))
        action = HeaderAction::leave;
    const float dots = view.steps == 0 ? 0 : static_cast<float>(view.steps) * (ui.portrait() ? 36.0F : 48.0F);
    const float title_room = row.w - dots - (dots > 0 ? 16.0F : 0);
    const TextBlock title = ui.layout(view.title, type::heading, title_room),
                    line = ui.layout(view.line, type::caption, title_room);
    const bool tight = title.height + line.height > 72 || line.lines.size() > 1;
    const float height = title.height + (tight ? 0 : line.height);
    const float top = leave.centre().y - height / 2;
    ui.draw(title, {row.x, top, title_room, title.height}, theme.ink);
    if (!tight) ui.draw(line, {row.x, top + title.height, title_room, line.height}, theme.ink3);
    ui.node({Role::heading, "", view.title, view.line, {row.x, top, title_room, height}});
    if (view.steps > 0) {
        const float middle = std::max(ui.size().w * (ui.portrait() ? 0.5F : 0.487F),
                                      row.x + std::max(title.width, tight ? 0 : line.width) + 16 + dots / 2);
        step_dots(ui, {std::min(middle, row.right() - dots / 2), leave.centre().y}, view.steps, view.done,
                  view.now, view.progress);
    }
    if (sync_pill(ui, "sync", pill, view.pill, short_pill)) action = HeaderAction::sync;
    return action;
}

}  // namespace touchstone::game
