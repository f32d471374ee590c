// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "game/ui/canvas.h"

namespace touchstone::game {

/// Triangles of outlines that only bend a little from frame to frame; kept per outline.
class OutlineCache {
public:
    const Triangles& triangles(const std::string& name, const Points& outline);

private:
    std::map<std::string, Triangles> known_;
};

/// Reads `M x y L x y C x y x y x y Z` with absolute coordinates; one list of points per subpath.
std::vector<Points> path_points(std::string_view path);
Points cubic(Point a, Point b, Point c, Point d, int steps = 16);

/// Draws in the units of the face: head height 100, origin at the middle of the head, y down.
class Pen {
public:
    Pen(Canvas& canvas, OutlineCache& cache, std::string looks, Point origin, float scale)
        : canvas_(canvas), cache_(cache), looks_(std::move(looks)), origin_(origin), scale_(scale) {}

    /// Turns what follows about (0, 46) and moves it.
    void tilt(float degrees, Point move, float zoom);
    void level() { tilt(0, {}, 1); }

    void fill(const std::string& name, std::string_view path, Colour colour, float opacity = 1);
    void stroke(std::string_view path, Colour colour, float width, float opacity = 1);
    void line(const Points& points, Colour colour, float width, float opacity = 1);
    void strip(const Points& upper, const Points& lower, Colour colour, float opacity = 1);
    void shape(const Points& convex, Colour colour, float opacity = 1);
    void disc(Point centre, float radius, Colour colour, float opacity = 1) {
        ellipse(centre, radius, radius, colour, opacity);
    }
    void ellipse(Point centre, float rx, float ry, Colour colour, float opacity = 1);

private:
    Point map(Point p) const;
    Points map(const Points& points) const;

    Canvas& canvas_;
    OutlineCache& cache_;
    std::string looks_;
    Point origin_;
    float scale_;
    float cosine_ = 1, sine_ = 0, zoom_ = 1;
    Point move_;
};

}  // namespace touchstone::game
