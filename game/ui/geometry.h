// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>

namespace touchstone::game {

/// All lengths of the user interface are dp unless a name says pixels.
struct Point {
    float x = 0, y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};
constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
constexpr Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
constexpr Point operator*(Point a, float k) { return {a.x * k, a.y * k}; }

struct Size {
    float w = 0, h = 0;
    friend bool operator==(const Size&, const Size&) = default;
};

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    constexpr float right() const { return x + w; }
    constexpr float bottom() const { return y + h; }
    constexpr Point centre() const { return {x + w / 2, y + h / 2}; }
    constexpr bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    constexpr Rect inset(float by) const { return inset(by, by); }
    constexpr Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
    constexpr Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    /// The part of both; of no width or height when they do not meet.
    constexpr Rect common(const Rect& other) const {
        const float left = std::max(x, other.x), top = std::max(y, other.y);
        return {left, top, std::max(0.0F, std::min(right(), other.right()) - left),
                std::max(0.0F, std::min(bottom(), other.bottom()) - top)};
    }
    constexpr bool empty() const { return w <= 0 || h <= 0; }
    friend bool operator==(const Rect&, const Rect&) = default;
};

/// Takes a slice off a rectangle and leaves the rest, less the gap.
constexpr Rect cut_top(Rect& rest, float height, float gap = 0) {
    const Rect slice{rest.x, rest.y, rest.w, height};
    rest = {rest.x, rest.y + height + gap, rest.w, rest.h - height - gap};
    return slice;
}
constexpr Rect cut_bottom(Rect& rest, float height, float gap = 0) {
    const Rect slice{rest.x, rest.bottom() - height, rest.w, height};
    rest.h -= height + gap;
    return slice;
}
constexpr Rect cut_left(Rect& rest, float width, float gap = 0) {
    const Rect slice{rest.x, rest.y, width, rest.h};
    rest = {rest.x + width + gap, rest.y, rest.w - width - gap, rest.h};
    return slice;
}
constexpr Rect cut_right(Rect& rest, float width, float gap = 0) {
    const Rect slice{rest.right() - width, rest.y, width, rest.h};
    rest.w -= width + gap;
    return slice;
}

constexpr float lerp(float a, float b, float t) { return a + (b - a) * t; }
constexpr float clamp01(float x) { return std::clamp(x, 0.0F, 1.0F); }
constexpr float smooth_step(float from, float to, float x) {
    const float t = clamp01((x - from) / (to - from));
    return t * t * (3 - 2 * t);
}

}  // namespace touchstone::game
