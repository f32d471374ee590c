// SPDX-License-Identifier: Apache-2.0
#include "game/ui/charts.h"

#include <cmath>
#include <numbers>

namespace touchstone::game {
namespace {

Point spoke(Point middle, float radius, std::size_t i, std::size_t count) {
    const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(count) -
                        std::numbers::pi_v<float> / 2;
    return {middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)};
}

Points polygon_of(Point middle, float radius, const std::vector<float>& shares) {
    Points points;
    for (std::size_t i = 0; i < shares.size(); ++i)
        points.push_back(spoke(middle, std::max(radius * shares[i], 2.0F), i, shares.size()));
    return points;
}

void web(Ui& ui, Point middle, float radius, std::size_t count) {
    const Theme& theme = ui.theme();
    const Points outer = polygon_of(middle, radius, std::vector<float>(count, 1.0F));
    ui.canvas().polygon(outer, triangulate(outer), faded(theme.tint, 0.4F));
    for (const float share : {0.25F, 0.5F, 0.75F, 1.0F})
        ui.canvas().line(polygon_of(middle, radius, std::vector<float>(count, share)), theme.line,
                         theme.outlined ? 1.0F : 1.5F, true);
    for (const Point p : outer) ui.canvas().line({middle, p}, theme.line, theme.outlined ? 1.0F : 1.5F);
}

void dashes(Ui& ui, const Points& outline, Colour colour) {
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const Point a = outline[i], b = outline[(i + 1) % outline.size()];
        const float length = std::hypot(b.x - a.x, b.y - a.y);
        for (float at = 0; at < length; at += 7) {
            const float end = std::min(at + 4, length);
            ui.canvas().line({a + (b - a) * (at / length), a + (b - a) * (end / length)}, colour, 2);
        }
    }
}

std::string number_of(const Axis& axis) { return axis.value ? std::to_string(*axis.value) : "\u2013"; }

void axis_label(Ui& ui, Point middle, float radius, std::size_t i, std::size_t count, const Axis& axis) {
    const Point tip = spoke(middle, radius + 14, i, count);
    const float name = ui.width_of(axis.label, type::caption), line = ui.line_height(type::caption);
    const float dx = tip.x - middle.x;
    const bool centred = std::fabs(dx) < radius * 0.2F;
    const float x = centred ? tip.x - name / 2 : dx > 0 ? tip.x : tip.x - name;
    const bool above = tip.y<middle.y - radius * 0.7F, below = tip.y> middle.y + radius * 0.7F;
    const float y = above && centred ? tip.y - 2 * line : below ? tip.y - line * 0.4F : tip.y - line;
    const Align align = centred ? Align::centre : dx > 0 ? Align::left : Align::right;
    ui.text(axis.label, type::caption, {x, y, name + 1, line}, ui.theme().ink2, align);
    ui.text(number_of(axis), type::label, {x, y + line * 0.93F, name + 1, line}, ui.theme().ink, align);
    ui.node({Role::meter, "axis/" + std::to_string(i), axis.label,
             axis.value ? number_of(axis) : ui.tr("debrief", "not tested"), {x, y, name, 2 * line}});
}

}  // namespace

RadarExtent radar_extent(const Ui& ui, const std::vector<Axis>& axes, float radius) {
    RadarExtent extent{radius, radius};
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const float dx = spoke({}, radius + 14, i, axes.size()).x;
        float& side = dx > 0 ? extent.right : extent.left;
        if (std::fabs(dx) > radius * 0.2F)
            side = std::max(side, std::fabs(dx) + ui.width_of(axes[i].label, type::caption));
    }
    return extent;
}

void radar(Ui& ui, Point middle, float radius, const std::vector<Axis>& axes) {
    const Theme& theme = ui.theme();
    web(ui, middle, radius, axes.size());
    const float grown = ui.animate("radar", 1, 400, 0);
    Points now, usual;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const auto at = [&](int value, float share) {
            return spoke(middle, std::max(radius * static_cast<float>(value) / 100 * share, 2.0F), i,
                         axes.size());
        };
        if (axes[i].value) now.push_back(at(*axes[i].value, grown));
        if (axes[i].usual) usual.push_back(at(*axes[i].usual, 1));
    }
    // Only what was tested has a corner; the rest is no zero.
    if (now.size() > 2) ui.canvas().polygon(now, triangulate(now), faded(theme.primary, 0.16F));
    if (usual.size() > 2) dashes(ui, usual, theme.ink3);
    ui.canvas().line(now, theme.primary, 3, now.size() > 2);
    for (const Point p : now) {
        ui.canvas().disc(p, 6.5F, theme.primary);
        ui.canvas().disc(p, 4, theme.surface);
    }
    for (std::size_t i = 0; i < axes.size(); ++i) axis_label(ui, middle, radius, i, axes.size(), axes[i]);
}

float axis_list_height(const Ui& ui, const std::vector<Axis>& axes) {
    return static_cast<float>(axes.size()) * (ui.line_height(type::small) + 10);
}

void axis_list(Ui& ui, const Rect& rect, const std::vector<Axis>& axes, const std::string& none) {
    const Theme& theme = ui.theme();
    Rect rest = rect;
    float widest = 0;
    for (const Axis& axis : axes) widest = std::max(widest, ui.width_of(axis.label, type::small));
    for (std::size_t i = 0; i < axes.size(); ++i) {
        const Axis& axis = axes[i];
        Rect row = cut_top(rest, ui.line_height(type::small), 10);
        ui.node({Role::list_item, "axis/" + std::to_string(i), axis.label,
                 axis.value ? number_of(axis) : none, row});
        ui.text_middle(axis.label, type::small, cut_left(row, widest + 2, 16), theme.ink);
        const Rect number = cut_right(row, ui.width_of(axis.value ? "100" : none, type::label) + 4, 12);
        ui.text_middle(axis.value ? number_of(axis) : none, type::label, number,
                       axis.value ? theme.ink : theme.ink3, Align::right);
        const Rect track{row.x, row.centre().y - 5, row.w, 10};
        ui.canvas().fill(track, theme.sunk, 5);
        if (axis.value)
            ui.canvas().fill({track.x, track.y, track.w * static_cast<float>(*axis.value) / 100, track.h},
                             theme.primary, 5);
        if (theme.outlined) ui.canvas().frame(track, theme.line, 2, 5);
    }
}

float rung_height(const Ui& ui, const Rung& rung, float width) {
    const bool beside =
        ui.width_of(rung.label, type::label) + 12 + ui.width_of(rung.words, type::label) <= width;
    return ui.line_height(type::label) * (beside ? 1.0F : 2.0F) + 8 + 20;
}

void rung_bar(Ui& ui, const Rect& rect, const Rung& rung) {
    const Theme& theme = ui.theme();
    const float line = ui.line_height(type::label), words = ui.width_of(rung.words, type::label);
    const bool beside = ui.width_of(rung.label, type::label) + 12 + words <= rect.w;
    ui.text(rung.label, type::label, {rect.x, rect.y, rect.w, line}, theme.ink);
    const float y = beside ? rect.y : rect.y + line;
    ui.text(rung.words, type::label,
            {beside ? rect.right() - words - 1 : rect.x, y, beside ? words + 1 : rect.w, line},
            rung.tested ? theme.primary : theme.ink3);
    const Rect track{rect.x, y + line + 6, rect.w, 20};
    ui.canvas().fill(track, theme.sunk, 10);
    const float share = rung.share * ui.animate("rung/" + rung.label, 1, 400, 0);
    if (share > 0)
        ui.canvas().fill({track.x, track.y, std::max(track.w * share, 20.0F), track.h}, theme.primary, 10,
                         share > 0.97F ? corner_all : corner_left);
    if (theme.outlined) ui.canvas().frame(track, theme.line, 2, 10);
    ui.node({Role::meter, "rung/" + rung.label, rung.label, rung.words, rect});
}

float tick_width(const Ui& ui, const Tick& tick) { return ui.width_of(tick.label, type::label_light) + 32; }

void tick(Ui& ui, Point at, const Tick& mark) {
    const Theme& theme = ui.theme();
    const float line = std::max(24.0F, ui.line_height(type::label_light));
    ui.canvas().icon({at.x + 12, at.y + line / 2}, 24, mark.met ? icon::check_circle : icon::unchecked,
                     mark.met ? theme.ok : theme.ink3);
    const float width = ui.width_of(mark.label, type::label_light);
    ui.text_middle(mark.label, type::label_light, {at.x + 32, at.y, width + 1, line},
                   mark.met ? theme.ink : theme.ink3);
    Node node{Role::status, "", mark.label, "", {at.x, at.y, width + 32, line}};
    node.value = mark.met ? ui.tr("voice", "yes") : ui.tr("voice", "no");
    node.selected = mark.met;
    ui.node(node);
}

float tick_rows(Ui& ui, const Rect& rect, const std::vector<Tick>& ticks, bool draws) {
    const float line = std::max(24.0F, ui.line_height(type::label_light));
    float x = rect.x, y = rect.y;
    for (const Tick& mark : ticks) {
        const float width = tick_width(ui, mark);
        if (x > rect.x && x + width > rect.right()) {
            x = rect.x;
            y += line + 10;
        }
        if (draws) tick(ui, {x, y}, mark);
        x += width + 24;
    }
    return y + line - rect.y;
}

}  // namespace touchstone::game
