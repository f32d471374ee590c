// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>

#include "game/ui/face/face.h"

namespace touchstone::game {
namespace {

struct Mouth {
    float vv, y, half, skew, corner, open;
    Point left, right;
};

Mouth mouth_of(const Pose& pose) {
    Mouth m{};
    const float rest = pose.gloom < 0.35F ? 1 - pose.gloom / 0.35F : 0.0F;
    m.vv = pose.v + 0.26F * rest * (1 - pose.doubt) * (1 - pose.joy);
    m.y = 31.5F - 0.8F * pose.joy + 0.8F * pose.sad;
    m.half = 11.4F + 5.2F * pose.joy - 1.6F * pose.alarm - pose.sad + 1.2F * pose.anger;
    m.skew = 2.4F * pose.doubt * pose.side;
    m.corner = (m.vv >= 0 ? -5.2F : -3.4F) * m.vv;
    m.open = std::max({smooth_step(0.50F, 0.92F, pose.v) * (0.55F + 0.45F * pose.a),
                       0.42F * pose.alarm * (1 - 0.3F * pose.gloom),
                       0.55F * pose.anger * smooth_step(0.70F, 0.98F, pose.a)});
    const float drop = 1.6F * pose.doubt * pose.side;
    m.left = {-m.half + m.skew / 2, m.y + m.corner + drop};
    m.right = {m.half + m.skew / 2, m.y + m.corner - drop};
    return m;
}

void moustache(Pen& pen, const FaceLooks& looks, float y) {
    pen.fill("moustache",
             fmt::format("M0 {} C-6 {} -14 {} -18 {} C-13 {} -6 {} 0 {} C6 {} 13 {} 18 {} C14 {} 6 {} 0 {}Z",
                         y - 9, y - 11.5F, y - 9, y - 1.5F, y - 4.5F, y - 4, y - 5, y - 4, y - 4.5F, y - 1.5F,
                         y - 9, y - 11.5F, y - 9),
             looks.hair.dark);
}

void closed_mouth(Pen& pen, const FaceLooks& looks, const Mouth& m, bool simple) {
    const bool bearded = looks.beard == "full";
    const float y = m.y + (m.vv >= 0 ? 6.6F : 3.6F) * m.vv;
    pen.line(cubic(m.left, {m.left.x * 0.45F, y}, {m.right.x * 0.45F, y}, m.right),
             bearded ? mix(looks.skin.base, rgb(0xB4524A), 0.62F) : looks.mouth, bearded ? 3.2F : 2.6F);
    if (simple) return;
    const float hint = y + (m.vv >= 0 ? 5.6F : 6.4F), shift = m.skew * 0.4F;
    pen.stroke(
        fmt::format("M{} {} C-2 {} 3 {} {} {}", -5.5F + shift, hint, y + 7.6F, y + 7.6F, 5.5F + shift, hint),
        looks.lip, 2, 0.6F);
}

struct Lips {
    Points upper, lower;
};

Lips open_lips(const Pose& pose, Mouth m) {
    const float op = 13.5F * m.open;
    const auto curve = [&](float share, float y) {
        return cubic(m.left, {m.left.x * share, y}, {m.right.x * share, y}, m.right);
    };
    if (pose.anger > 0.3F) return {curve(0.55F, m.y - 6.2F - op * 0.05F), curve(0.70F, m.y + op * 0.52F + 2)};
    if (pose.v > 0.3F)
        return {curve(0.5F, m.y + 1.6F * pose.joy + m.corner * 0.1F), curve(0.72F, m.y + op * 1.25F)};
    m.left.x *= 0.62F;
    m.right.x *= 0.62F;
    return {curve(0.75F, m.y - op * 0.55F), curve(0.8F, m.y + op * 0.85F)};
}

Points part(const Points& points, std::ptrdiff_t off) {
    return Points(points.begin() + off, points.end() - off);
}

void tongue(Pen& pen, const Mouth& m, const Lips& lips, float op) {
    Points top = lips.upper;
    for (std::size_t i = 0; i < top.size(); ++i) {
        const float out = std::fabs(top[i].x) / m.half;
        top[i].y = std::min(std::max(top[i].y, m.y + op * 0.55F + out * out * 5), lips.lower[i].y);
    }
    pen.strip(part(top, 3), part(lips.lower, 3), rgb(0xD9686A));
}

void teeth(Pen& pen, const Pose& pose, const Lips& lips, float op) {
    const float height = std::min(op * 0.42F, 4.6F);
    Points edge = lips.upper;
    for (std::size_t i = 0; i < edge.size(); ++i)
        edge[i].y = std::min(edge[i].y + height, lips.lower[i].y - 0.2F);
    pen.strip(part(lips.upper, 1), part(edge, 1), rgb(0xFFFDF8));
    if (pose.anger <= 0.3F) return;
    edge = lips.lower;
    for (std::size_t i = 0; i < edge.size(); ++i)
        edge[i].y = std::max(edge[i].y - height * 0.7F, lips.upper[i].y);
    pen.strip(part(edge, 2), part(lips.lower, 2), rgb(0xFFFDF8));
}

void open_mouth(Pen& pen, const FaceLooks& looks, const Pose& pose, const Mouth& m) {
    const Lips lips = open_lips(pose, m);
    const float op = 13.5F * m.open;
    pen.strip(lips.upper, lips.lower, rgb(0x5A1B1E));
    if (pose.v > 0.3F) tongue(pen, m, lips, op);
    if (pose.v > 0.3F || pose.anger > 0.3F) teeth(pen, pose, lips, op);
    pen.line(lips.upper, looks.mouth, 2.3F);
    pen.line(lips.lower, looks.lip, 2.3F);
}

void corner_lines(Pen& pen, const FaceLooks& looks, const Pose& pose, const Mouth& m) {
    for (const float s : {-1.0F, 1.0F}) {
        const Point p = s < 0 ? m.left : m.right;
        if (pose.joy > 0.3F)
            pen.stroke(fmt::format("M{} {} C{} {} {} {} {} {}", p.x + s * 1.6F, p.y - 2.2F, p.x + s * 3.2F,
                                   p.y - 0.5F, p.x + s * 3.2F, p.y + 1.5F, p.x + s * 2.2F, p.y + 3),
                       looks.skin.shade, 1.7F, 0.75F * pose.joy);
        if (pose.gloom > 0.35F && m.open < 0.1F)
            pen.stroke(fmt::format("M{} {} C{} {} {} {} {} {}", p.x + s * 1.4F, p.y - 1, p.x + s * 2.4F, p.y,
                                   p.x + s * 2.6F, p.y + 1.6F, p.x + s * 2, p.y + 2.8F),
                       looks.skin.shade, 1.7F, 0.7F * pose.gloom);
    }
}

}  // namespace

void draw_mouth(Pen& pen, const FaceLooks& looks, const Pose& pose, bool simple) {
    const Mouth m = mouth_of(pose);
    if (looks.beard == "full") moustache(pen, looks, m.y);
    if (m.open < 0.10F)
        closed_mouth(pen, looks, m, simple);
    else
        open_mouth(pen, looks, pose, m);
    corner_lines(pen, looks, pose, m);
}

}  // namespace touchstone::game
