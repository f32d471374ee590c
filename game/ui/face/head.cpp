// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>
#include <numbers>

#include "game/ui/face/face.h"

namespace touchstone::game {
namespace {

void ears(Pen& pen, const FaceLooks& looks) {
    const float w = looks.width;
    for (const float s : {-1.0F, 1.0F}) {
        pen.ellipse({s * (w + 0.5F), 6}, 7, 10,
                    s < 0 ? looks.skin.base : mix(looks.skin.base, looks.skin.shade, 0.35F));
        pen.stroke(fmt::format("M{} 1 C{} 6 {} 10 {} 11", s * (w + 3), s * (w + 6), s * (w + 3), s * w),
                   looks.skin.shade, 1.7F, 0.8F);
    }
}

std::string outline(const FaceLooks& looks) {
    const float w = looks.width, j = looks.jaw;
    return fmt::format(
        "M0 -50 C26 -50 {0} -34 {0} -8 C{0} 16 {1} 34 {2} 44 C{3} 50.5 {4} 50.5 {5} 44 C{6} 34 {7} 16 {7} -8 "
        "C{7} -34 -26 -50 0 -50Z",
        w, w - 6, j, j * 0.55F, -j * 0.55F, -j, -w + 6, -w);
}

void side_shade(Pen& pen, const FaceLooks& looks) {
    const float w = looks.width, j = looks.jaw;
    pen.fill("shade",
             fmt::format("M{0} -8 C{0} 16 {1} 34 {2} 44 C{3} 48.5 4 49 0 49 C16 45 {4} 28 {5} -8 C{5} -24 "
                         "{6} -26 {7} -27 C{8} -22 {0} -15 {0} -8Z",
                         w, w - 6, j, j * 0.7F, w - 11, w - 9, w - 5, w - 3, w - 1),
             looks.skin.shade, 0.22F);
}

void cheeks(Pen& pen, const FaceLooks& looks, const Pose& pose) {
    const float alpha = 0.13F + 0.22F * pose.joy + 0.26F * pose.anger;
    for (const float s : {-1.0F, 1.0F})
        for (const float r : {12.0F, 10.6F, 9.2F, 7.8F, 6.4F, 5.0F})
            pen.ellipse({s * 25.5F, 19 - 1.5F * pose.joy}, r, r * 0.74F, looks.skin.blush, alpha * 0.30F);
}

void age_lines(Pen& pen, const FaceLooks& looks) {
    const Colour shade = looks.skin.shade;
    for (const int s : {-1, 1}) {
        if (looks.age >= 60) {
            pen.stroke(fmt::format("M{} 13 C{} 16 {} 16 {} 13", s * 12, s * 16, s * 21, s * 24), shade, 1.5F,
                       0.6F);
            pen.stroke(fmt::format("M{} 19 C{} 23 {} 27 {} 31", s * 11, s * 15, s * 17, s * 17), shade, 1.6F,
                       0.55F);
            pen.stroke(fmt::format("M{} -1 L{} -4 M{} 3 L{} 3", s * 30, s * 34, s * 30.5, s * 35), shade,
                       1.4F, 0.5F);
        } else if (looks.age >= 40) {
            pen.stroke(fmt::format("M{} 12.5 C{} 15 {} 15 {} 12.5", s * 12.5, s * 16, s * 20, s * 23), shade,
                       1.3F, 0.38F);
        }
    }
    if (looks.age >= 60) pen.stroke("M-13 -28 C-5 -30 6 -30 13 -28", shade, 1.4F, 0.45F);
}

void mood_lines(Pen& pen, const FaceLooks& looks, const Pose& pose) {
    if (pose.anger > 0.25F)
        for (const int s : {-1, 1})
            pen.stroke(fmt::format("M{} -14 C{} -11 {} -8 {} -6", s * 2.6, s * 1.6, s * 1.9, s * 2.8),
                       looks.skin.shade, 1.6F, clamp01(pose.anger * 1.3F) * 0.9F);
    if (pose.sad > 0.2F) pen.stroke("M-9 -27 C-4 -25 4 -25 9 -27", looks.skin.shade, 1.5F, pose.sad * 0.9F);
}

void beard(Pen& pen, const FaceLooks& looks) {
    const float w = looks.width, j = looks.jaw;
    pen.fill("beard",
             fmt::format("M{0} 4 C{1} 12 {2} 15 -17 18 C-10 20.5 -6 21.5 0 21.5 C6 21.5 10 20.5 17 18 C{3} "
                         "15 {4} 12 {5} 4 C{6} 30 {3} 46 {7} 51 "
                         "C{8} 56.5 {9} 56.5 {10} 51 C{2} 46 {11} 30 {0} 4Z",
                         -w + 0.3F, -w + 3, -w + 8, w - 8, w - 3, w - 0.3F, w + 1, j, j * 0.5F, -j * 0.5F, -j,
                         -w - 1),
             looks.hair.base, looks.beard == "full" ? 1.0F : 0.28F);
}

void nose(Pen& pen, const FaceLooks& looks) {
    pen.stroke("M1.5 4 C3 9 6.8 13.5 5.6 17 C4.6 19.8 -1.5 20.2 -4.6 18.4", looks.skin.shade, 2.3F, 0.85F);
    pen.ellipse({-1.2F, 14.5F}, 2.2F, 1.5F, mix(looks.skin.base, rgb(0xFFFFFF), 0.22F), 0.55F);
}

/// A lens: 26.4 by 22.5 with corners of 10.5.
Points rounded_rim(float x) {
    constexpr float r = 10.5F, dx = 13.2F - r, dy = 11.25F - r, y = 1.75F;
    Points rim;
    for (int i = 0; i < 40; ++i) {
        const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / 40;
        const float c = std::cos(angle), s = std::sin(angle);
        rim.push_back({x + r * c + std::copysign(dx, c), y + r * s + std::copysign(dy, s)});
    }
    return rim;
}

}  // namespace

void draw_head(Pen& pen, const FaceLooks& looks, const Pose& pose, bool simple) {
    if (!looks.covers_ears()) ears(pen, looks);
    pen.fill("face", outline(looks), looks.skin.base);
    side_shade(pen, looks);
    if (!simple) {
        cheeks(pen, looks, pose);
        age_lines(pen, looks);
        mood_lines(pen, looks, pose);
    }
    if (!looks.beard.empty()) beard(pen, looks);
    if (!simple) nose(pen, looks);
}

void draw_brows(Pen& pen, const FaceLooks& looks, const Pose& pose) {
    for (const float s : {-1.0F, 1.0F}) {
        const float r = pose.doubt * (s == pose.side ? 5.2F : -2.2F);
        const float yi =
            -14.2F + 7.2F * pose.anger - 5.8F * pose.sad - 4.2F * pose.alarm - 1.6F * pose.joy - 0.75F * r;
        const float y1 =
            -17.4F + 3.4F * pose.anger - 3.2F * pose.sad - 5.2F * pose.alarm - 3.2F * pose.joy - 1.15F * r;
        const float y2 =
            -18.0F - 1.2F * pose.anger + 1.2F * pose.sad - 4.8F * pose.alarm - 3.0F * pose.joy - 1.05F * r;
        const float yo =
            -13.4F - 2.6F * pose.anger + 3.8F * pose.sad - 3.0F * pose.alarm - 0.6F * pose.joy - 0.4F * r;
        const float xi = 7.4F - 1.9F * pose.anger - 0.6F * pose.sad;
        const Points middle =
            cubic({s * xi, 1 + yi}, {s * (xi + 6), 1 + y1}, {s * 20, 1 + y2}, {s * 28, 1 + yo}, 14);
        Points upper, lower;
        for (std::size_t i = 0; i < middle.size(); ++i) {
            const float k = static_cast<float>(i) / 14;
            const float height =
                lerp(looks.lashes ? 2.9F : 3.6F, 1.0F, std::pow(k, 1.3F)) * (k < 0.07F ? 0.75F : 1.0F);
            upper.push_back({middle[i].x, middle[i].y - height / 2});
            lower.push_back({middle[i].x, middle[i].y + height / 2});
        }
        pen.strip(upper, lower, looks.brow);
        pen.line(Points(middle.begin(), middle.begin() + 11), looks.brow, 1.3F);
    }
}

void draw_glasses(Pen& pen, const FaceLooks& looks) {
    const Colour frame = rgb(0x2A323A);
    for (const float s : {-1.0F, 1.0F}) {
        Points rim = rounded_rim(s * 17.8F);
        rim.push_back(rim.front());
        pen.shape(rim, rgb(0xFFFFFF), 0.10F);
        pen.line(rim, frame, 2.3F);
        pen.line({{s * 31, -1}, {s * (looks.width + 0.5F), -3}}, frame, 2.3F);
    }
    pen.stroke("M-4.8 0 C-2 -3 2 -3 4.8 0", frame, 2.3F);
    pen.line({{-25, -4}, {-21, -6.2F}}, rgb(0xFFFFFF), 1.8F, 0.7F);
    pen.line({{10.8F, -4}, {14.8F, -6.2F}}, rgb(0xFFFFFF), 1.8F, 0.7F);
}

}  // namespace touchstone::game
