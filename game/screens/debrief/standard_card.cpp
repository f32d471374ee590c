// SPDX-License-Identifier: Apache-2.0
#include "game/screens/debrief/debrief_cards.h"

namespace touchstone::game {
namespace {

constexpr float radar_radius = 102, radar_narrow = 88;

float width_of(const RadarExtent& extent) { return extent.left + extent.right; }

/// The largest radius that fits.
float fitting_radius(const Ui& ui, const std::vector<Axis>& axes, float width) {
    float radius = radar_radius;
    while (radius > 56 && width_of(radar_extent(ui, axes, radius)) > width) radius -= 2;
    return radius;
}

float rung_width(const Ui& ui, const std::vector<Rung>& rungs) {
    float width = 128;
    for (const Rung& rung : rungs) width = std::max(width, ui.width_of(rung.label, type::label));
    return width;
}

}  // namespace

bool DebriefCards::side_by_side(float width) const {
    return width_of(radar_extent(ui_, view_.axes, radar_narrow)) + 24 + rung_width(ui_, view_.rungs) <=
           width - 48;
}

float DebriefCards::behaviours_height() const {
    if (view_.as_list) return axis_list_height(ui_, view_.axes);
    return 2 * radar_radius + 4 * ui_.line_height(type::caption) + 20;
}

float DebriefCards::ladder_height(float width) const {
    float height = ui_.line_height(type::label) + 12;
    for (const Rung& rung : view_.rungs) height += rung_height(ui_, rung, width) + 14;
    return height + ui_.layout(view_.ladder_line, type::caption, width).height;
}

float DebriefCards::standard_height(float width) const {
    const float head = 26 + std::max(ui_.line_height(type::title), 56.0F) + 4 + 24;
    const float room = width - 48;
    if (!side_by_side(width)) return head + behaviours_height() + 24 + ladder_height(room);
    return head + std::max(behaviours_height(), ladder_height(rung_width(ui_, view_.rungs)));
}

void DebriefCards::standard(const Rect& rect, DebriefAction& action) {
    if (!draws_) return;
    const Theme& theme = ui_.theme();
    card(ui_, rect);
    Rect inner{rect.x + 24, rect.y + 14, rect.w - 48, rect.h - 38};
    Rect head = cut_top(inner, std::max(ui_.line_height(type::title), 56.0F), 16);
    const std::string other =
        view_.as_list ? ui_.tr("debrief", "As a picture") : ui_.tr("debrief", "As a list");
    const float width = ui_.width_of(other, type::label) + 64;
    if (text_button(ui_, "as-list", cut_right(head, width, 8), other,
                    {view_.as_list ? icon::eye : icon::list, false, true, ""}))
        action = DebriefAction::list;
    ui_.text_middle(ui_.tr("debrief", "Seven behaviours"), type::title, head, theme.ink);
    ui_.node({Role::heading, "", ui_.tr("debrief", "Seven behaviours"), "", head});
    if (!ui_.portrait() && side_by_side(rect.w))
        inner.h =
            std::min(inner.h, std::max(behaviours_height(), ladder_height(rung_width(ui_, view_.rungs))));
    Rect chart = inner;
    if (side_by_side(rect.w)) {
        const float radius = fitting_radius(ui_, view_.axes, inner.w - 24 - rung_width(ui_, view_.rungs));
        const float rest = inner.w - width_of(radar_extent(ui_, view_.axes, radius)) - 24;
        ladder(cut_right(inner, std::min(rest, inner.w * 0.36F), 24));
        chart = inner;
    } else {
        chart = cut_top(inner, behaviours_height(), 24);
        ladder(inner);
    }
    if (view_.as_list) return axis_list(ui_, chart, view_.axes, ui_.tr("debrief", "not tested"));
    const float radius = fitting_radius(ui_, view_.axes, chart.w);
    const RadarExtent extent = radar_extent(ui_, view_.axes, radius);
    const float spare = std::max(0.0F, chart.w - extent.left - extent.right);
    radar(ui_, {chart.x + extent.left + spare / 2, chart.centre().y + radius * 0.05F}, radius, view_.axes);
}

void DebriefCards::ladder(Rect rect) {
    const float needed = ladder_height(rect.w);
    cut_top(rect, std::max(0.0F, (rect.h - needed) / 2));
    ui_.text(ui_.tr("debrief", "The ladder"), type::label, cut_top(rect, ui_.line_height(type::label), 12),
             ui_.theme().ink2);
    ui_.node({Role::heading, "", ui_.tr("debrief", "The ladder"), "", rect});
    for (const Rung& rung : view_.rungs)
        rung_bar(ui_, cut_top(rect, rung_height(ui_, rung, rect.w), 14), rung);
    ui_.text(view_.ladder_line, type::caption, rect, ui_.theme().ink3);
    ui_.node({Role::text, "", view_.ladder_line, "", rect});
}

float DebriefCards::ticks_height(float width) const {
    const float room = ui_.portrait() ? width - 56 : (width - 16) * 0.54F - 56,
                other = ui_.portrait() ? room : width - 16 - room - 56 - 56;
    const float head = ui_.line_height(type::label) + 12;
    const float left = tick_rows(ui_, {0, 0, room, 0}, view_.ticks, false),
                right = tick_rows(ui_, {0, 0, other, 0}, view_.steps, false);
    return ui_.portrait() ? 48 + 2 * head + left + right + 20 : 48 + head + std::max(left, right);
}

void DebriefCards::ticks(const Rect& rect) {
    if (!draws_) return;
    card(ui_, rect);
    Rect inner = rect.inset(28, 24);
    const float room = ui_.portrait() ? inner.w : (rect.w - 16) * 0.54F - 56;
    const auto group = [&](Rect place, const std::string& title, const std::vector<Tick>& ticks) {
        ui_.node({Role::heading, "", title, "", place});
        ui_.text(title, type::label, cut_top(place, ui_.line_height(type::label), 12), ui_.theme().ink2);
        return ui_.line_height(type::label) + 12 + tick_rows(ui_, place, ticks, true);
    };
    const float used =
        group({inner.x, inner.y, room, inner.h}, ui_.tr("debrief", "How it ended"), view_.ticks);
    const Rect second = ui_.portrait() ? Rect{inner.x, inner.y + used + 20, inner.w, inner.h}
                                       : Rect{inner.x + room + 56, inner.y, inner.w - room - 56, inner.h};
    group(second, ui_.tr("debrief", "Steps you took"), view_.steps);
}

float DebriefCards::shoes_height(float width) const {
    return 48 + ui_.line_height(type::label) + 6 + ui_.layout(view_.shoes, type::body, width - 56).height;
}

void DebriefCards::shoes(const Rect& rect) {
    if (!draws_) return;
    ui_.canvas().fill(rect, ui_.theme().tint, 20);
    if (ui_.theme().outlined) ui_.canvas().frame(rect, ui_.theme().line, 2, 20);
    Rect inner = rect.inset(28, 24);
    const std::string title = ui_.tr("debrief", "In the customer’s shoes");
    ui_.text(title, type::label, cut_top(inner, ui_.line_height(type::label), 6),
             ui_.theme().outlined ? ui_.theme().ink : ui_.theme().primary);
    ui_.text(view_.shoes, type::body, inner, ui_.theme().ink);
    ui_.node({Role::text, "shoes", title, view_.shoes, rect});
}

}  // namespace touchstone::game
