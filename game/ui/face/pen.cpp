// SPDX-License-Identifier: Apache-2.0
#include "game/ui/face/pen.h"

#include <cmath>
#include <cstdlib>
#include <numbers>

namespace touchstone::game {
namespace {

/// Walks over the numbers and letters of a path.
class PathReader {
public:
    explicit PathReader(std::string_view path) : path_(path), at_(path_.c_str()) {}

    std::vector<Points> read() {
        while (const char command = next_command()) draw(command);
        if (!run_.empty()) runs_.push_back(std::move(run_));
        return std::move(runs_);
    }

private:
    char next_command() {
        while (*at_ == ' ') ++at_;
        if (*at_ == '\0') return '\0';
        if (*at_ >= 'A' && *at_ <= 'Z') last_ = *at_++;
        return last_;
    }
    void draw(char command) {
        if (command == 'Z') return;
        if (command == 'C') {
            const Point b = point(), c = point(), d = point();
            const Points curve = cubic(run_.back(), b, c, d);
            run_.insert(run_.end(), curve.begin() + 1, curve.end());
            return;
        }
        if (command == 'M' && !run_.empty()) {
            runs_.push_back(std::move(run_));
            run_.clear();
        }
        run_.push_back(point());
    }
    Point point() {
        const float x = number();
        return {x, number()};
    }
    float number() {
        char* end = nullptr;
        const float value = std::strtof(at_, &end);
        at_ = end == at_ ? at_ + 1 : end;
        return value;
    }

    std::string path_;
    const char* at_;
    char last_ = 'M';
    Points run_;
    std::vector<Points> runs_;
};

/// An outline must not repeat its first point.
Points opened(Points outline) {
    Points out;
    for (const Point p : outline)
        if (out.empty() || std::hypot(p.x - out.back().x, p.y - out.back().y) > 1e-3F) out.push_back(p);
    while (out.size() > 1 && std::hypot(out.front().x - out.back().x, out.front().y - out.back().y) < 1e-3F)
        out.pop_back();
    return out;
}

}  // namespace

const Triangles& OutlineCache::triangles(const std::string& name, const Points& outline) {
    const std::string key = name + "/" + std::to_string(outline.size());
    const auto found = known_.find(key);
    return found != known_.end() ? found->second : known_.emplace(key, triangulate(outline)).first->second;
}

std::vector<Points> path_points(std::string_view path) { return PathReader(path).read(); }

Points cubic(Point a, Point b, Point c, Point d, int steps) {
    Points points;
    for (int i = 0; i <= steps; ++i) {
        const float t = static_cast<float>(i) / static_cast<float>(steps), u = 1 - t;
        points.push_back(a * (u * u * u) + b * (3 * u * u * t) + c * (3 * u * t * t) + d * (t * t * t));
    }
    return points;
}

void Pen::tilt(float degrees, Point move, float zoom) {
    const float angle = degrees * std::numbers::pi_v<float> / 180;
    cosine_ = std::cos(angle);
    sine_ = std::sin(angle);
    zoom_ = zoom;
    move_ = move;
}

Point Pen::map(Point p) const {
    constexpr Point pivot{0, 46};
    const Point q = p * zoom_ - pivot;
    const Point turned{q.x * cosine_ - q.y * sine_, q.x * sine_ + q.y * cosine_};
    return origin_ + (turned + pivot + move_) * scale_;
}

Points Pen::map(const Points& points) const {
    Points out;
    for (const Point p : points) out.push_back(map(p));
    return out;
}

void Pen::fill(const std::string& name, std::string_view path, Colour colour, float opacity) {
    for (const Points& run : path_points(path)) {
        const Points outline = opened(run);
        canvas_.polygon(map(outline), cache_.triangles(looks_ + name, outline), faded(colour, opacity));
    }
}

void Pen::stroke(std::string_view path, Colour colour, float width, float opacity) {
    for (const Points& run : path_points(path)) line(run, colour, width, opacity);
}

void Pen::line(const Points& points, Colour colour, float width, float opacity) {
    canvas_.line(map(points), faded(colour, opacity), width * scale_);
}

void Pen::strip(const Points& upper, const Points& lower, Colour colour, float opacity) {
    canvas_.strip(map(upper), map(lower), faded(colour, opacity));
}

void Pen::shape(const Points& convex, Colour colour, float opacity) {
    const Points outline = opened(convex);
    Triangles fan;
    for (std::uint16_t i = 2; i < outline.size(); ++i)
        fan.insert(fan.end(), {0, static_cast<std::uint16_t>(i - 1), i});
    canvas_.polygon(map(outline), fan, faded(colour, opacity));
}

void Pen::ellipse(Point centre, float rx, float ry, Colour colour, float opacity) {
    canvas_.ellipse(map(centre), rx * scale_ * zoom_, ry * scale_ * zoom_, faded(colour, opacity));
}

}  // namespace touchstone::game
