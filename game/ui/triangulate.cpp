// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "game/ui/canvas.h"

namespace touchstone::game {
namespace {

float cross(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

float signed_area(const Points& outline) {
    float area = 0;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const Point a = outline[i], b = outline[(i + 1) % outline.size()];
        area += a.x * b.y - b.x * a.y;
    }
    return area;
}

bool inside(Point p, Point a, Point b, Point c) {
    return cross(a, b, p) >= 0 && cross(b, c, p) >= 0 && cross(c, a, p) >= 0;
}

/// What is left of the outline while ears are cut off; indices run counter to the clock in our sense (area >
/// 0).
class EarClipper {
public:
    explicit EarClipper(const Points& outline) : outline_(outline) {
        for (std::size_t i = 0; i < outline.size(); ++i) left_.push_back(static_cast<std::uint16_t>(i));
        if (signed_area(outline) < 0) std::reverse(left_.begin(), left_.end());
    }
    Triangles run() {
        while (left_.size() > 3 && cut_one()) {
        }
        if (left_.size() == 3) triangles_.insert(triangles_.end(), left_.begin(), left_.end());
        return std::move(triangles_);
    }

private:
    bool cut_one() {
        for (std::size_t tried = 0; tried < left_.size(); ++tried) {
            const std::size_t i = (next_ + tried) % left_.size();
            if (is_ear(i)) return cut(i);
        }
        return cut(0);  // a degenerate outline: cut anyway, so that it ends
    }
    bool is_ear(std::size_t i) const {
        const auto [a, b, c] = corner(i);
        if (cross(outline_[a], outline_[b], outline_[c]) <= 0) return false;
        for (const std::uint16_t other : left_) {
            if (other == a || other == b || other == c) continue;
            const Point p = outline_[other];
            if (p == outline_[a] || p == outline_[b] || p == outline_[c]) continue;
            if (inside(p, outline_[a], outline_[b], outline_[c])) return false;
        }
        return true;
    }
    bool cut(std::size_t i) {
        const auto [a, b, c] = corner(i);
        triangles_.insert(triangles_.end(), {a, b, c});
        left_.erase(left_.begin() + static_cast<std::ptrdiff_t>(i));
        next_ = i + 1 < left_.size() ? i + 1 : 0;
        return true;
    }
    struct Corner {
        std::uint16_t a, b, c;
    };
    Corner corner(std::size_t i) const {
        const std::size_t n = left_.size();
        return {left_[(i + n - 1) % n], left_[i], left_[(i + 1) % n]};
    }

    const Points& outline_;
    std::vector<std::uint16_t> left_;
    Triangles triangles_;
    std::size_t next_ = 0;
};

}  // namespace

Triangles triangulate(const Points& outline) {
    if (outline.size() < 3) return {};
    return EarClipper(outline).run();
}

}  // namespace touchstone::game
