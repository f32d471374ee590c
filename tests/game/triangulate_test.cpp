// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

#include "game/ui/canvas.h"

namespace touchstone::game {
namespace {

float area_of(const Points& outline) {
    float area = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const Point a = outline[i], b = outline[(i + 1) % outline.size()];
        area += a.x * b.y - b.x * a.y;
    }
    return std::fabs(area) / 2;
}

float area_of(const Points& outline, const Triangles& triangles) {
    float area = 0;
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3)
        area += area_of({outline[triangles[i]], outline[triangles[i + 1]], outline[triangles[i + 2]]});
    return area;
}

}  // namespace

TEST_CASE("the triangles of a concave outline cover it once, whichever way it runs", "[canvas]") {
    Points star;
    for (int i = 0; i < 14; ++i) {
        const float angle = static_cast<float>(i) * 0.4487989F, radius = i % 2 == 0 ? 10.0F : 4.0F;
        star.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    for (int way = 0; way < 2; ++way) {
        const Triangles triangles = triangulate(star);
        CHECK(triangles.size() == 3 * (star.size() - 2));
        CHECK(std::fabs(area_of(star, triangles) - area_of(star)) < 0.01F);
        std::reverse(star.begin(), star.end());
    }
}

TEST_CASE("fewer than three points have no triangles", "[canvas]") {
    CHECK(triangulate({{0, 0}, {1, 1}}).empty());
}

}  // namespace touchstone::game
