// SPDX-License-Identifier: Apache-2.0
#include "game/ui/canvas.h"

#include <cmath>
#include <numbers>

#include "game/ui/compat.h"

namespace touchstone::game {
namespace {

constexpr float pi = std::numbers::pi_v<float>;
constexpr int corner_steps = 8;

std::uint32_t packed(Colour c) {
    return static_cast<std::uint32_t>(c.r) << IM_COL32_R_SHIFT |
           static_cast<std::uint32_t>(c.g) << IM_COL32_G_SHIFT |
           static_cast<std::uint32_t>(c.b) << IM_COL32_B_SHIFT |
           static_cast<std::uint32_t>(c.a) << IM_COL32_A_SHIFT;
}

ImVec2 vec(Point p) { return {p.x, p.y}; }

float length(Point p) { return std::hypot(p.x, p.y); }

Point unit(Point p) {
    const float l = length(p);
    return l > 1e-6F ? p * (1 / l) : Point{};
}

/// Outward direction at each corner of an outline, scaled so that the edges move by one.
Points normals_of(const Points& outline) {
    const std::size_t n = outline.size();
    float area = 0;
    for (std::size_t i = 0; i < n; ++i)
        area += outline[i].x * outline[(i + 1) % n].y - outline[(i + 1) % n].x * outline[i].y;
    const float side = area < 0 ? -1.0F : 1.0F;
    Points normals(n);
    for (std::size_t i = 0; i < n; ++i) {
        const Point in = unit(outline[i] - outline[(i + n - 1) % n]),
                    out = unit(outline[(i + 1) % n] - outline[i]);
        const Point sum{(in.y + out.y) * side, -(in.x + out.x) * side};
        const float square = sum.x * sum.x + sum.y * sum.y;
        normals[i] = square > 0.2F ? sum * (2 / square) : unit(sum);
    }
    return normals;
}

Points scaled(const Points& points, float k) {
    Points out;
    out.reserve(points.size());
    for (const Point p : points)
        if (out.empty() || length(p * k - out.back()) > 0.05F) out.push_back(p * k);
    return out;
}

/// Without points that lie on each other: they have no direction, and lines would grow spikes there.
std::vector<ImVec2> closed_line(const Points& points) {
    std::vector<Point> kept = scaled(points, 1);
    while (kept.size() > 1 && length(kept.front() - kept.back()) < 0.05F) kept.pop_back();
    std::vector<ImVec2> line;
    for (const Point p : kept) line.push_back(vec(p));
    return line;
}

}  // namespace

Canvas::Canvas(ImDrawList& list, const Fonts& fonts)
    : list_(list), fonts_(fonts), scale_(fonts.pixels_per_dp()) {}

void Canvas::mesh(const std::vector<Vertex>& vertices, const Triangles& triangles) {
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    list_.PrimReserve(static_cast<int>(triangles.size()), static_cast<int>(vertices.size()));
    const unsigned base = list_._VtxCurrentIdx;
    for (const std::uint16_t index : triangles) list_.PrimWriteIdx(static_cast<ImDrawIdx>(base + index));
    for (const Vertex& vertex : vertices) list_.PrimWriteVtx(vec(vertex.at), white, vertex.colour);
}

Points Canvas::rounded(const Rect& rect, float radius, unsigned corners) const {
    const Rect px{rect.x * scale_, rect.y * scale_, rect.w * scale_, rect.h * scale_};
    const float r = std::clamp(radius * scale_, 0.0F, std::max(0.0F, std::min(px.w, px.h) / 2));
    const Point centres[] = {{px.x + r, px.y + r},
                             {px.right() - r, px.y + r},
                             {px.right() - r, px.bottom() - r},
                             {px.x + r, px.bottom() - r}};
    const Point sharp[] = {{px.x, px.y}, {px.right(), px.y}, {px.right(), px.bottom()}, {px.x, px.bottom()}};
    Points points;
    for (unsigned i = 0; i < 4; ++i) {
        if ((corners & (1U << i)) == 0 || r < 0.5F) {
            points.push_back(sharp[i]);
            continue;
        }
        for (int k = 0; k <= corner_steps; ++k) {
            const float angle = pi + pi / 2 * (static_cast<float>(i) + static_cast<float>(k) / corner_steps);
            points.push_back(centres[i] + Point{std::cos(angle), std::sin(angle)} * r);
        }
    }
    return points;
}

void Canvas::convex(const Points& pixels, Colour colour) {
    const std::vector<ImVec2> points = closed_line(pixels);
    list_.AddConvexPolyFilled(points.data(), static_cast<int>(points.size()), packed(colour));
}

void Canvas::fill(const Rect& rect, Colour colour, float radius, unsigned corners) {
    if (rect.empty() || colour.a == 0) return;
    convex(rounded(rect, radius, corners), colour);
}

void Canvas::frame(const Rect& rect, Colour colour, float thickness, float radius) {
    if (rect.empty()) return;
    const Points points = rounded(rect.inset(thickness / 2), radius - thickness / 2, corner_all);
    const std::vector<ImVec2> line = closed_line(points);
    list_.AddPolyline(line.data(), static_cast<int>(line.size()), packed(colour), ImDrawFlags_Closed,
                      thickness * scale_);
}

void Canvas::dashed_frame(const Rect& rect, Colour colour, float thickness, float radius) {
    Points outline = rounded(rect.inset(thickness / 2), radius - thickness / 2, corner_all);
    outline.push_back(outline.front());
    const float dash = 6 * scale_, gap = 4 * scale_;
    float left = dash;
    bool on = true;
    Points run{outline.front()};
    const auto flush = [&] {
        if (on && run.size() > 1) line(scaled(run, 1 / scale_), colour, thickness);
    };
    for (std::size_t i = 0; i + 1 < outline.size(); ++i) {
        Point from = outline[i];
        for (float rest = length(outline[i + 1] - from); rest > 0;) {
            const float step = std::min(rest, left);
            from = from + unit(outline[i + 1] - from) * step;
            run.push_back(from);
            rest -= step;
            left -= step;
            if (left > 1e-3F) continue;
            flush();
            on = !on;
            left = on ? dash : gap;
            run = {from};
        }
    }
    flush();
}

void Canvas::gradient(const Rect& rect, Colour top, Colour bottom, float radius, unsigned corners) {
    const Points outline = rounded(rect, radius, corners);
    std::vector<Vertex> vertices;
    Triangles triangles;
    for (const Point p : outline) {
        const float t = clamp01((p.y / scale_ - rect.y) / std::max(rect.h, 1e-3F));
        vertices.push_back({p, packed(mix(top, bottom, t))});
        const auto i = static_cast<std::uint16_t>(vertices.size() - 1);
        if (i >= 2) triangles.insert(triangles.end(), {0, static_cast<std::uint16_t>(i - 1), i});
    }
    mesh(vertices, triangles);
}

void Canvas::shadow(const Rect& rect, float radius, float dy, float softness, Colour colour) {
    constexpr int rings = 6;
    std::vector<Vertex> vertices;
    Triangles triangles;
    std::uint16_t around = 0;
    for (int k = 0; k <= rings; ++k) {
        const float t = static_cast<float>(k) / rings;
        const float by = lerp(-softness, softness, t) / 2;
        const Points outline = rounded(rect.inset(-by).moved(0, dy), std::max(radius + by, 1.5F), corner_all);
        around = static_cast<std::uint16_t>(outline.size());
        const std::uint32_t tint = packed(faded(colour, 1 - smooth_step(0, 1, t)));
        for (const Point p : outline) vertices.push_back({p, tint});
    }
    for (std::uint16_t k = 0; k < rings; ++k)
        for (std::uint16_t i = 0; i < around; ++i) {
            const auto a = static_cast<std::uint16_t>(k * around + i),
                       b = static_cast<std::uint16_t>(k * around + (i + 1) % around);
            const auto c = static_cast<std::uint16_t>(a + around), d = static_cast<std::uint16_t>(b + around);
            triangles.insert(triangles.end(), {a, b, d, a, d, c});
        }
    mesh(vertices, triangles);
}

void Canvas::disc(Point centre, float radius, Colour colour) { ellipse(centre, radius, radius, colour); }

void Canvas::ring(Point centre, float radius, Colour colour, float thickness) {
    list_.AddCircle(vec(centre * scale_), radius * scale_, packed(colour), 0, thickness * scale_);
}

void Canvas::ellipse(Point centre, float rx, float ry, Colour colour) {
    const int steps = std::clamp(static_cast<int>(std::max(rx, ry) * scale_ * 0.8F) + 12, 12, 96);
    Points points;
    for (int i = 0; i < steps; ++i) {
        const float angle = 2 * pi * static_cast<float>(i) / static_cast<float>(steps);
        points.push_back(
            {(centre.x + rx * std::cos(angle)) * scale_, (centre.y + ry * std::sin(angle)) * scale_});
    }
    convex(points, colour);
}

void Canvas::line(const Points& points, Colour colour, float thickness, bool closed) {
    const Points px = scaled(points, scale_);
    if (px.size() < 2) return;
    std::vector<ImVec2> line;
    for (const Point p : px) line.push_back(vec(p));
    list_.AddPolyline(line.data(), static_cast<int>(line.size()), packed(colour),
                      closed ? ImDrawFlags_Closed : 0, thickness * scale_);
    const float cap = thickness * scale_ / 2;
    if (closed || cap < 0.7F || colour.a < 255) return;
    list_.AddCircleFilled(line.front(), cap, packed(colour));
    list_.AddCircleFilled(line.back(), cap, packed(colour));
}

void Canvas::polygon(const Points& outline, const Triangles& triangles, Colour colour) {
    const auto n = static_cast<std::uint16_t>(outline.size());
    if (n < 3) return;
    Points pixels = outline;
    for (Point& p : pixels) p = p * scale_;
    const Points normals = normals_of(pixels);
    std::vector<Vertex> vertices;
    for (std::size_t i = 0; i < n; ++i) vertices.push_back({pixels[i] - normals[i] * 0.5F, packed(colour)});
    for (std::size_t i = 0; i < n; ++i)
        vertices.push_back({pixels[i] + normals[i] * 0.5F, packed(faded(colour, 0))});
    Triangles all = triangles;
    for (std::uint16_t i = 0; i < n; ++i) {
        const auto next = static_cast<std::uint16_t>((i + 1) % n);
        all.insert(all.end(), {i, next, static_cast<std::uint16_t>(n + next), i,
                               static_cast<std::uint16_t>(n + next), static_cast<std::uint16_t>(n + i)});
    }
    mesh(vertices, all);
}

void Canvas::strip(const Points& upper, const Points& lower, Colour colour) {
    const std::size_t n = std::min(upper.size(), lower.size());
    if (n < 2) return;
    Points outline(upper.begin(), upper.begin() + static_cast<std::ptrdiff_t>(n));
    outline.insert(outline.end(), lower.rend() - static_cast<std::ptrdiff_t>(n), lower.rend());
    Triangles triangles;
    for (std::size_t i = 0; i + 1 < n; ++i) {
        const auto a = static_cast<std::uint16_t>(i), b = static_cast<std::uint16_t>(i + 1);
        const auto c = static_cast<std::uint16_t>(2 * n - 1 - i),
                   d = static_cast<std::uint16_t>(2 * n - 2 - i);
        triangles.insert(triangles.end(), {a, b, d, a, d, c});
    }
    polygon(outline, triangles, colour);
}

void Canvas::cover_corners(const Rect& rect, float radius, Colour colour) {
    const Points outline = rounded(rect, radius, corner_all);
    const Point sharp[] = {Point{rect.x, rect.y} * scale_, Point{rect.right(), rect.y} * scale_,
                           Point{rect.right(), rect.bottom()} * scale_,
                           Point{rect.x, rect.bottom()} * scale_};
    for (std::size_t corner = 0; corner < 4; ++corner) {
        std::vector<Vertex> vertices{{sharp[corner], packed(colour)}};
        Triangles triangles;
        for (std::size_t k = 0; k <= corner_steps; ++k) {
            vertices.push_back({outline[corner * (corner_steps + 1) + k], packed(colour)});
            const auto i = static_cast<std::uint16_t>(vertices.size() - 1);
            if (i >= 2) triangles.insert(triangles.end(), {0, static_cast<std::uint16_t>(i - 1), i});
        }
        mesh(vertices, triangles);
        Points edge;
        for (std::size_t k = 0; k <= corner_steps; ++k)
            edge.push_back(outline[corner * (corner_steps + 1) + k] * (1 / scale_));
        line(edge, faded(colour, 0.6F), 1 / scale_);
    }
}

float Canvas::glyph(float x, float base, const TextStyle& style, char32_t code, Colour colour) {
    const Fonts::Baked baked = fonts_.baked(style);
    const compat::GlyphBox box = compat::glyph_box(*baked.font, static_cast<ImWchar>(code), baked.pixels);
    const float advance = fonts_.advance(style, code);
    if (!box.visible) return advance;
    float offset = 0;
    if (style.tabular && code >= '0' && code <= '9') {
        TextStyle plain = style;
        plain.tabular = false;
        offset = (advance - fonts_.advance(plain, code)) / 2;
    }
    // Each glyph on a whole pixel at its exact place: crisp, and evenly spaced over the word.
    const float left = std::floor(x + offset + 0.5F) + box.x0;
    const float top = std::floor(base - compat::ascent(*baked.font, baked.pixels) + 0.5F) + box.y0;
    list_.PrimReserve(6, 4);
    list_.PrimRectUV({left, top}, {left + box.x1 - box.x0, top + box.y1 - box.y0}, {box.u0, box.v0},
                     {box.u1, box.v1}, packed(colour));
    return advance;
}

void Canvas::text(Point origin, const TextStyle& style, std::string_view text, Colour colour) {
    float x = origin.x * scale_;
    const float base = origin.y * scale_;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        if (code != 0xAD) x += glyph(x, base, style, code, colour);
    }
}

void Canvas::icon(Point centre, float size, unsigned short code, Colour colour) {
    const Fonts::Baked baked = fonts_.baked({Face::icons, size});
    const compat::GlyphBox box = compat::glyph_box(*baked.font, code, baked.pixels);
    const float k = size * scale_ / baked.pixels;
    const float w = (box.x1 - box.x0) * k, h = (box.y1 - box.y0) * k;
    const float left = std::floor(centre.x * scale_ - w / 2 + 0.5F),
                top = std::floor(centre.y * scale_ - h / 2 + 0.5F);
    list_.PrimReserve(6, 4);
    list_.PrimRectUV({left, top}, {left + w, top + h}, {box.u0, box.v0}, {box.u1, box.v1}, packed(colour));
}

void Canvas::push_clip(const Rect& rect) {
    list_.PushClipRect({rect.x * scale_, rect.y * scale_}, {rect.right() * scale_, rect.bottom() * scale_},
                       true);
}

void Canvas::pop_clip() { list_.PopClipRect(); }

}  // namespace touchstone::game
