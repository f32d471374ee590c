// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "game/screens/who/pin_view.h"
#include "game/ui/keyboard.h"

namespace touchstone::game {
namespace {

constexpr float dot = 10, dots_height = 56, dot_pitch = 38, key_height = 76;

void draw_dots(Ui& ui, const Rect& rect, const PinView& view) {
    const Theme& theme = ui.theme();
    const float settled =
        view.shakes == 0 ? 1.0F : ui.animate("pin/shake" + std::to_string(view.shakes), 1, 300, 0);
    const float shift = ui.calm() ? 0 : 6 * std::sin(settled * 12.6F) * (1 - settled);
    const float left = rect.centre().x - dot_pitch * (static_cast<float>(view.digits) - 1) / 2 + shift;
    for (std::size_t i = 0; i < view.digits; ++i) {
        const Point middle{left + dot_pitch * static_cast<float>(i), rect.centre().y};
        if (i < view.typed)
            ui.canvas().disc(middle, dot, theme.primary);
        else
            ui.canvas().ring(middle, dot - 1, theme.control, 2);
    }
    ui.node(
        {Role::field, "pin/dots",
         ui.words().tr("pin", "{} of {} numbers", {std::to_string(view.typed), std::to_string(view.digits)}),
         "", rect});
}

/// A keyboard gives one or more digits at once; anything else is no number.
void add_digits(const std::string& typed, std::vector<std::string>& keys) {
    if (typed == "backspace") return keys.push_back(typed);
    for (const char c : typed)
        if (c >= '0' && c <= '9') keys.emplace_back(1, c);
}

}  // namespace

PinAction draw_pin(Ui& ui, const PinView& view) {
    PinAction action;
    const Theme& theme = ui.theme();
    ui.cover_all();
    const float share = ui.animate("sheet", 1, 180, 0);
    ui.canvas().fill({0, 0, ui.size().w, ui.size().h}, faded(rgb(0x0B1218), 0.5F * share));
    const float width = std::min(440.0F, ui.size().w - 48), room = width - 64;
    const TextBlock title = ui.layout(view.title, type::title, room),
                    line = ui.layout(view.line, type::small, room);
    const float pad = view.waits ? 0 : 4 * key_height + 36;
    const float height = 28 + title.height + 4 + line.height + dots_height + pad + 16 + second_height + 24;
    const Rect rect =
        Rect{(ui.size().w - width) / 2, (ui.size().h - height) / 2, width, height}.moved(0, (1 - share) * 12);
    card(ui, rect, 28, Lift::sheet);
    Rect inner = rect.inset(32, 28);
    ui.node({Role::heading, "", view.title, "", rect});
    ui.draw(title, cut_top(inner, title.height, 4), theme.ink, Align::centre);
    const Rect below = cut_top(inner, line.height);
    ui.draw(line, below, theme.ink2, Align::centre);
    ui.node({Role::text, "", view.line, "", below});
    draw_dots(ui, cut_top(inner, dots_height), view);
    if (!view.waits) {
        for (const std::string& typed : ui.typed()) add_digits(typed, action.keys);
        if (const auto key = digit_pad(ui, cut_top(inner, pad, 16))) action.keys.push_back(*key);
    }
    const bool two = !view.back.empty();
    const float other = two ? (inner.w - 12) / 2 : std::max(140.0F, second_width(ui, view.other, false));
    const Rect button{two ? inner.right() - other : inner.centre().x - other / 2, inner.y, other,
                      second_height};
    if (text_button(ui, "pin/other", button, view.other, {{}, false, true, two ? "" : "escape"}))
        action.other = true;
    if (two && text_button(ui, "pin/back", {inner.x, inner.y, other, second_height}, view.back,
                           {{}, false, true, "escape"}))
        action.back = true;
    return action;
}

}  // namespace touchstone::game
