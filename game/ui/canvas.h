// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "game/ui/colour.h"
#include "game/ui/fonts.h"
#include "game/ui/geometry.h"

struct ImDrawList;

namespace touchstone::game {

using Points = std::vector<Point>;
using Triangles = std::vector<std::uint16_t>;

/// Corners of a rounded rectangle, as bits.
enum Corners : unsigned {
    corner_none = 0,
    corner_top_left = 1,
    corner_top_right = 2,
    corner_bottom_right = 4,
    corner_bottom_left = 8,
    corner_top = 3,
    corner_bottom = 12,
    corner_left = 9,
    corner_right = 6,
    corner_all = 15
};

/// Draws in dp with smooth edges.
class Canvas {
public:
    Canvas(ImDrawList& list, const Fonts& fonts);

    void fill(const Rect& rect, Colour colour, float radius = 0, unsigned corners = corner_all);
    void frame(const Rect& rect, Colour colour, float thickness, float radius = 0);
    void dashed_frame(const Rect& rect, Colour colour, float thickness, float radius);
    void gradient(const Rect& rect, Colour top, Colour bottom, float radius = 0,
                  unsigned corners = corner_all);
    /// A soft shadow around `rect`; nothing is drawn below its middle.
    void shadow(const Rect& rect, float radius, float dy, float softness, Colour colour);
    void disc(Point centre, float radius, Colour colour);
    void ring(Point centre, float radius, Colour colour, float thickness);
    void ellipse(Point centre, float rx, float ry, Colour colour);
    /// Round caps and joins.
    void line(const Points& points, Colour colour, float thickness, bool closed = false);
    /// Any simple outline; `triangles` from triangulate().
    void polygon(const Points& outline, const Triangles& triangles, Colour colour);
    /// The area between two curves of as many points.
    void strip(const Points& upper, const Points& lower, Colour colour);
    /// What a rounded rectangle leaves free in its own corners.
    void cover_corners(const Rect& rect, float radius, Colour colour);

    /// One line of text; `origin` is the left end of the base line.
    void text(Point origin, const TextStyle& style, std::string_view text, Colour colour);
    /// An icon centred by its own box.
    void icon(Point centre, float size, unsigned short code, Colour colour);

    void push_clip(const Rect& rect);
    void pop_clip();

private:
    struct Vertex {
        Point at;
        std::uint32_t colour;
    };
    void mesh(const std::vector<Vertex>& vertices, const Triangles& triangles);
    void convex(const Points& pixels, Colour colour);
    Points rounded(const Rect& rect, float radius, unsigned corners) const;  // pixels
    float glyph(float x, float base, const TextStyle& style, char32_t code, Colour colour);

    ImDrawList& list_;
    const Fonts& fonts_;
    float scale_;
};

/// Triangles of a simple outline by ear clipping; works for concave outlines in either direction.
Triangles triangulate(const Points& outline);

}  // namespace touchstone::game
