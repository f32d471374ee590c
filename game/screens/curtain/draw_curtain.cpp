// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <numbers>

#include "game/screens/curtain/curtain_view.h"

namespace touchstone::game {
namespace {

constexpr float fold_width = 80, hem = 48, ring_radius = 70;

Points arc(Point middle, float radius, float from, float to) {
    Points points;
    const int steps = std::max(2, static_cast<int>(48 * (to - from)));
    for (int i = 0; i <= steps; ++i) {
        const float turn = lerp(from, to, static_cast<float>(i) / static_cast<float>(steps));
        const float angle = (turn - 0.25F) * 2 * std::numbers::pi_v<float>;
        points.push_back({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
    }
    return points;
}

void draw_cloth(Ui& ui, float fallen) {
    const Theme& theme = ui.theme();
    const Size size = ui.size();
    const Colour cloth = theme.outlined ? theme.surface : rgb(0x0F636A), dark = rgb(0x0A4C52),
                 light = rgb(0x157078);
    const float bottom = size.h * fallen;
    ui.canvas().fill({0, 0, size.w, bottom}, cloth);
    if (theme.outlined) return;
    for (float x = 0; x < size.w; x += 2 * fold_width) {
        ui.canvas().fill({x, 0, fold_width * 0.8F, bottom}, light);
        ui.canvas().fill({x + fold_width * 1.7F, 0, fold_width * 0.3F, bottom}, dark);
    }
    ui.canvas().fill({0, 0, size.w, hem}, dark);
    for (float x = 0; x < size.w; x += 2 * fold_width) {
        ui.canvas().ellipse({x + fold_width, hem}, fold_width, 34, dark);
        Points seam;
        for (int i = 0; i <= 12; ++i) {
            const float t = static_cast<float>(i) / 12;
            seam.push_back({x + 2 * fold_width * t, hem + 34 * std::sin(t * std::numbers::pi_v<float>)});
        }
        ui.canvas().line(seam, rgb(0xE9A13B), 4);
    }
}

void draw_ring(Ui& ui, Point middle, const CurtainView& view) {
    const Theme& theme = ui.theme();
    ui.canvas().ring(middle, ring_radius, theme.sunk, 12);
    if (view.share > 0) ui.canvas().line(arc(middle, ring_radius, 0, view.share), theme.accent, 12);
    ui.text_middle(std::to_string(view.seconds), type::display,
                   {middle.x - 60, middle.y - 36, 120, 72}, theme.ink, Align::centre);
}

}  // namespace

std::optional<int> draw_curtain(Ui& ui, const CurtainView& view) {
    const Theme& theme = ui.theme();
    ui.cover_all();
    draw_cloth(ui, ui.animate("curtain", 1, 400, 0));
    const float width = std::min(608.0F, ui.size().w - 48), room = width - 80;
    const TextBlock title = ui.layout(view.title, type::h1, room), kept = ui.layout(view.kept, type::body, room),
                    soon = ui.layout(view.soon, type::body, room);
    const std::string here = ui.tr("curtain", "I’M HERE"), lock = ui.tr("curtain", "Lock now");
    const float here_width = primary_width(ui, here, false), lock_width = second_width(ui, lock, true);
    const bool beside = here_width + lock_width + 16 <= room;
    const float words = title.height + 8 + (view.kept.empty() ? 0 : kept.height) + soon.height;
    const float height = 40 + 2 * ring_radius + 12 + 28 + words + 28 + primary_height +
                         (beside ? 0 : 12 + second_height) + 36;
    const Rect rect{(ui.size().w - width) / 2, std::max(24.0F, (ui.size().h - height) / 2), width, height};
    card(ui, rect, 28, Lift::sheet);
    Rect inner = rect.inset(40, 40);
    const Rect ring = cut_top(inner, 2 * ring_radius + 12, 28);
    draw_ring(ui, ring.centre(), view);
    ui.node({Role::heading, "", view.title, view.kept + " " + view.soon, rect});
    ui.draw(title, cut_top(inner, title.height, 8), theme.ink, Align::centre);
    if (!view.kept.empty()) ui.draw(kept, cut_top(inner, kept.height), theme.ink2, Align::centre);
    ui.draw(soon, cut_top(inner, soon.height, 28), theme.ink2, Align::centre);
    std::optional<int> answer;
    Rect row = cut_top(inner, primary_height, 12);
    const Rect second = beside ? cut_left(row, lock_width, 16) : cut_top(inner, second_height);
    if (primary_button(ui, "curtain/here", row, here, {{}, false, true, "enter"})) answer = 0;
    if (second_button(ui, "curtain/lock", {second.x, beside ? second.y + 4 : second.y, second.w, second_height},
                      lock, {icon::lock, false, true, ""}))
        answer = 1;
    return answer;
}

}  // namespace touchstone::game
