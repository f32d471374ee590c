// SPDX-License-Identifier: Apache-2.0
#include "game/screens/common/sheet.h"

namespace touchstone::game {

SheetView leave_sheet(const Words& words) {
    return {words.tr("leave", "Stop here?"),
            words.tr("leave",
                     "You can pause and go on later from this very line. Or end it here: then it counts as it stands."),
            words.tr("leave", "STAY"), words.tr("leave", "Pause"), words.tr("leave", "End it here")};
}

std::optional<int> draw_sheet(Ui& ui, const SheetView& view) {
    const Theme& theme = ui.theme();
    ui.cover_all();
    const float share = ui.animate("sheet", 1, 180, 0);
    ui.canvas().fill({0, 0, ui.size().w, ui.size().h}, faded(rgb(0x0B1218), 0.5F * share));
    const float width = std::min(640.0F, ui.size().w - 48), room = width - 80;
    const TextBlock title = ui.layout(view.title, type::title, room),
                    text = ui.layout(view.text, type::body, room);
    const float third = view.third.empty() ? 0 : second_height + 12;
    const float height = 40 + title.height + 12 + text.height + 28 + primary_height + 16 + second_height +
                         (third > 0 ? third : 0) + 36;
    const Rect rect =
        Rect{(ui.size().w - width) / 2, (ui.size().h - height) / 2, width, height}.moved(0, (1 - share) * 12);
    card(ui, rect, 28, Lift::sheet);
    Rect inner = rect.inset(40, 40);
    ui.draw(title, cut_top(inner, title.height, 12), theme.ink);
    ui.node({Role::heading, "", view.title, view.text, rect});
    ui.draw(text, cut_top(inner, text.height, 28), theme.ink2);
    std::optional<int> answer;
    if (primary_button(ui, "sheet/primary", cut_top(inner, primary_height, 16), view.primary,
                       {{}, false, true, "escape"}))
        answer = 0;
    if (second_button(ui, "sheet/second", cut_top(inner, second_height, 12), view.second)) answer = 1;
    if (!view.third.empty() && text_button(ui, "sheet/third", cut_top(inner, second_height), view.third))
        answer = 2;
    return answer;
}

}  // namespace touchstone::game
