// SPDX-License-Identifier: Apache-2.0
#include "game/ui/mastery_chart.h"

#include <algorithm>

namespace touchstone::game {
namespace {

constexpr float scale_from = 30, scale_to = 95;
constexpr float zone_starts[] = {scale_from, 50, 65, 78};
constexpr float zone_height = 16, band_height = 10, dot_radius = 10;

float x_of(const Rect& rect, float level) {
    return lerp(rect.x, rect.right(), clamp01((level - scale_from) / (scale_to - scale_from)));
}

/// Sunlight knows no tints: there the zones are told apart by their places.
Colour zone_fill(const Theme& theme, std::size_t i) {
    const Colour fills[] = {mix(theme.surface, theme.sunk, 0.6F), theme.sunk,
                            mix(theme.tint, theme.tint_border, 0.45F), mix(theme.tint_border, theme.primary, 0.12F)};
    return theme.outlined ? theme.surface : fills[i];
}

Rect zone(const Rect& rect, std::size_t i) {
    const float left = x_of(rect, zone_starts[i]);
    const float right = i + 1 < std::size(zone_starts) ? x_of(rect, zone_starts[i + 1]) - 3 : rect.right();
    return {left, rect.centre().y - zone_height / 2, right - left, zone_height};
}

}  // namespace

void mastery_track(Ui& ui, const Rect& rect, const MasteryMark& mark) {
    const Theme& theme = ui.theme();
    for (std::size_t i = 0; i < std::size(zone_starts); ++i) {
        ui.canvas().fill(zone(rect, i), zone_fill(theme, i), 5);
        if (theme.outlined) ui.canvas().frame(zone(rect, i), theme.line, 2, 5);
    }
    const float middle = rect.centre().y, low = x_of(rect, mark.low), high = x_of(rect, mark.high);
    ui.canvas().fill({low, middle - band_height / 2, std::max(high - low, band_height), band_height},
                     faded(theme.primary, 0.30F), band_height / 2);
    const Point dot{x_of(rect, mark.level), middle};
    ui.canvas().disc(dot, dot_radius + 3, theme.surface);
    ui.canvas().disc(dot, dot_radius, theme.primary);
}

float mastery_legend(Ui& ui, const Rect& place, const std::vector<std::string>& names, bool draws) {
    const Theme& theme = ui.theme();
    const float line = ui.line_height(type::caption) + 4;
    float x = place.x, y = place.y;
    for (std::size_t i = 0; i < names.size() && i < std::size(zone_starts); ++i) {
        const float width = 28 + 8 + ui.width_of(names[i], type::caption) + 20;
        if (x > place.x && x + width - 20 > place.right()) {
            x = place.x;
            y += line;
        }
        if (draws) {
            const Rect swatch{x, y + line / 2 - zone_height / 2, 28, zone_height};
            ui.canvas().fill(swatch, zone_fill(theme, i), 5);
            if (theme.outlined) ui.canvas().frame(swatch, theme.line, 2, 5);
            ui.text_middle(names[i], type::caption, {x + 36, y, width - 56 + 1, line}, theme.ink2);
        }
        x += width;
    }
    return y + line - place.y;
}

void sparkline(Ui& ui, const Rect& rect, const std::vector<float>& values, const std::string& label) {
    const Theme& theme = ui.theme();
    ui.node({Role::image, "", label, "", rect});
    if (values.empty()) return;
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const float middle = (*low + *high) / 2, half = std::max((*high - *low) / 2, 3.0F);
    const Rect inner = rect.inset(dot_radius);
    Points points;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const float share =
            values.size() == 1 ? 1.0F : static_cast<float>(i) / static_cast<float>(values.size() - 1);
        points.push_back({lerp(inner.x, inner.right(), share),
                          inner.centre().y - (values[i] - middle) / half * inner.h / 2});
    }
    if (points.size() > 1) {
        ui.canvas().line(points, theme.tint, 12);
        ui.canvas().line(points, theme.primary, 3);
    }
    ui.canvas().disc(points.back(), 8, theme.surface);
    ui.canvas().disc(points.back(), 6, theme.primary);
}

}  // namespace touchstone::game
