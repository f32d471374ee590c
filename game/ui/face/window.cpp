// SPDX-License-Identifier: Apache-2.0
#include "game/ui/face/window.h"

#include <cmath>

#include "engine/basics/seeded.h"
#include "game/ui/face/backdrop.h"

namespace touchstone::game {
namespace {

void counter(Ui& ui, const Rect& rect, const WindowLook& look) {
    const Theme& theme = ui.theme();
    const float height = rect.h * 0.16F, top = height * 0.36F;
    const Rect all{rect.x, rect.bottom() - height, rect.w, height};
    const unsigned below = look.corners & corner_bottom;
    ui.canvas().fill(all, theme.counter_front, look.radius, below);
    ui.canvas().fill({all.x, all.y, all.w, top}, theme.counter_top);
    if (theme.outlined) {
        ui.canvas().fill({all.x, all.y - 1, all.w, 2}, theme.line);
        ui.canvas().fill({all.x, all.y + top - 1, all.w, 2}, theme.line);
    }
}

void phone(Ui& ui, const Rect& rect) {
    const float k = rect.h / 424;
    const Point at{rect.x + rect.w * 0.765F, rect.bottom() - 48 * k};
    const auto slanted = [&](float x0, float y0, float x1, float y1) {
        const float lean = 12 * k;
        const auto x = [&](float px, float py) { return at.x + px * k - (py + 13) / 26 * lean + lean / 2; };
        return Points{{x(x0, y0), at.y + y0 * k},
                      {x(x1, y0), at.y + y0 * k},
                      {x(x1, y1), at.y + y1 * k},
                      {x(x0, y1), at.y + y1 * k}};
    };
    const Points body = slanted(-34, -13, 34, 13), glass = slanted(-31, -10.5F, 31, 10.5F);
    ui.canvas().polygon(body, triangulate(body), rgb(0x1C2A36));
    for (std::size_t i = 0; i < 4; ++i) ui.canvas().line({body[i], body[(i + 1) % 4]}, rgb(0x1C2A36), 4 * k);
    ui.canvas().polygon(glass, triangulate(glass), rgb(0xCFE9E6));
    ui.canvas().line({{at.x - 17 * k, at.y - 4 * k}, {at.x + 8 * k, at.y - 4 * k}}, rgb(0x0B5C63), 3 * k);
    ui.canvas().line({{at.x - 20 * k, at.y + 3 * k}, {at.x + 16 * k, at.y + 3 * k}}, rgb(0x7FB0AD), 3 * k);
}

/// 1 while the lids are down: every 4 to 6 seconds for 120 ms.
float blink_of(Ui& ui) {
    const std::int64_t slot = ui.now_ms() / 6000;
    const auto begins = slot * 6000 + static_cast<std::int64_t>(spread(std::to_string(slot)) % 2000) + 3000;
    const std::int64_t into = ui.now_ms() - begins;
    if (into < 0) {
        ui.wake_in(-into);
        return 0;
    }
    if (into >= 120) {
        ui.wake_in(begins + 4000 - ui.now_ms());
        return 0;
    }
    ui.wake_in(8);
    return 1 - std::fabs(static_cast<float>(into) / 60 - 1);
}

}  // namespace

Expression animated_expression(Ui& ui, const std::string& id, const Expression& target) {
    return {ui.animate(id + "#v", target.valence, 240), ui.animate(id + "#a", target.arousal, 240),
            ui.animate(id + "#t", target.trust, 240)};
}

void draw_window(Ui& ui, OutlineCache& cache, const Rect& rect, const WindowLook& look) {
    const Theme& theme = ui.theme();
    Canvas& canvas = ui.canvas();
    canvas.gradient(rect, theme.window_top, theme.window_bottom, look.radius, look.corners);
    canvas.push_clip(rect);
    const float k = look.counter ? rect.h / 424 : std::min(rect.h / 300, rect.w / 420);
    if (!theme.outlined) draw_backdrop(ui, look.backdrop, rect, k);
    // Behind a counter the window's height rules; without one the shoulders stand on the lower edge.
    const float unit = look.counter ? 2.07F * rect.h / 400 : std::min(rect.h * 0.0052F, rect.w * 0.0060F);
    const Point middle{rect.x + rect.w * look.centre,
                       look.counter ? rect.y + rect.h * 0.455F : rect.bottom() - 98 * unit};
    canvas.disc({middle.x, middle.y - 2.5F * unit}, 74.4F * unit, faded(theme.disc, theme.disc_alpha));
    const FaceLooks looks = face_looks(look.looks);
    Pose pose = pose_of(look.expression, looks.side);
    if (look.blinks && !ui.calm()) pose.blink = blink_of(ui);
    canvas.push_clip({rect.x, rect.y, rect.w, look.counter ? rect.h * 0.84F : rect.h});
    Pen pen(canvas, cache, looks.key, middle, unit);
    draw_face(pen, looks, pose, rect.h < 96);
    canvas.pop_clip();
    if (look.counter) counter(ui, rect, look);
    if (look.counter && look.phone) phone(ui, rect);
    canvas.pop_clip();
    ui.node({Role::image, "", look.label, "", rect});
}

void draw_avatar(Ui& ui, OutlineCache& cache, const Rect& square, const Looks& from,
                 const Expression& expression, Colour behind) {
    const FaceLooks looks = face_looks(from);
    ui.canvas().disc(square.centre(), square.w / 2,
                     ui.theme().outlined ? ui.theme().sunk : ui.theme().window_bottom);
    ui.canvas().push_clip(square);
    Pen pen(ui.canvas(), cache, looks.key, {square.centre().x, square.y + square.h * 0.49F},
            0.53F * square.w / 100);
    draw_face(pen, looks, pose_of(expression, looks.side), square.w < 96);
    ui.canvas().pop_clip();
    ui.canvas().cover_corners(square, square.w / 2, behind);
}

}  // namespace touchstone::game
