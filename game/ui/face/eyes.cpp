// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <cmath>
#include <numbers>

#include "game/ui/face/face.h"

namespace touchstone::game {
namespace {

constexpr int samples = 18;
constexpr float half_width = 9;

/// One eye: its lids as curves from left to right.
struct Eye {
    Point centre;
    float s;
    Points upper, lower;

    float at(const Points& lid, float x) const {
        const float f =
            std::clamp((x - (centre.x - half_width)) / (2 * half_width) * samples, 0.0F, samples - 1e-4F);
        const auto i = static_cast<std::size_t>(f);
        return lerp(lid[i].y, lid[i + 1].y, f - static_cast<float>(i));
    }
};

/// How far the lids are from the middle.
struct Opening {
    float top, bottom;
};

Opening opening_of(const Pose& pose) {
    const float open = 0.86F + 0.55F * (pose.a - 0.3F) - 0.34F * pose.sad -
                       0.42F * pose.anger * (1 - smooth_step(0.72F, 0.95F, pose.a)) + 0.10F * pose.alarm;
    Opening opening{8 * std::clamp(open, 0.42F, 1.25F),
                    6 * std::clamp(1 - 0.98F * std::pow(pose.joy, 1.1F) - 0.30F * pose.anger -
                                       0.15F * pose.sad + 0.12F * pose.alarm,
                                   -0.42F, 1.15F)};
    if (pose.joy > 0.6F) opening.top *= 1 - 0.06F * (pose.joy - 0.6F) / 0.4F;
    return opening;
}

Eye make_eye(float s, const Pose& pose, Opening opening) {
    Eye eye{{s * 17.6F, 1}, s, {}, {}};
    const float raised = pose.doubt * (s == pose.side ? 1.0F : -0.45F);
    const float top = opening.top * (1 + 0.14F * raised), slope = 2.6F * pose.anger - 2.4F * pose.sad;
    for (int i = 0; i <= samples; ++i) {
        const float u = -1 + 2 * static_cast<float>(i) / samples, inner = (1 - u * s) / 2,
                    k = 1 - std::pow(std::fabs(u), 2.3F);
        const float x = eye.centre.x + u * half_width, lift = -0.9F * (1 - inner);
        float upper = eye.centre.y - top * k + slope * (inner - 0.5F) * 2 * k + lift;
        const float lower = std::max(eye.centre.y + opening.bottom * (1 - u * u) + lift, upper + 0.5F);
        upper = lerp(upper, lower - 0.6F, pose.blink);
        eye.upper.push_back({x, upper});
        eye.lower.push_back({x, lower});
    }
    return eye;
}

/// A circle whose points stay between the lids.
Points disc_in(const Eye& eye, Point centre, float radius) {
    Points points;
    for (int k = 0; k < 30; ++k) {
        const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(k) / 30;
        const float x = std::clamp(centre.x + radius * std::cos(angle), eye.centre.x - half_width,
                                   eye.centre.x + half_width);
        points.push_back(
            {x, std::clamp(centre.y + radius * std::sin(angle), eye.at(eye.upper, x), eye.at(eye.lower, x))});
    }
    return points;
}

void ball(Pen& pen, const FaceLooks& looks, const Pose& pose, const Eye& eye, Opening opening) {
    pen.strip(eye.upper, eye.lower, rgb(0xFFFDFA));
    Points under = eye.upper;
    for (std::size_t i = 0; i < under.size(); ++i) under[i].y = std::min(under[i].y + 2, eye.lower[i].y);
    pen.strip(eye.upper, under, rgb(0x9C8578), 0.25F);
    const Point iris{eye.centre.x + 3.4F * pose.doubt * pose.side,
                     eye.centre.y - 0.2F + 2.2F * pose.sad - 0.48F * pose.alarm - 0.4F * pose.joy -
                         0.12F * opening.top + 0.10F * std::max(opening.bottom, 0.0F)};
    pen.shape(disc_in(eye, iris, 5.9F - 0.5F * smooth_step(0.7F, 1, pose.a)), looks.iris);
    pen.shape(disc_in(eye, iris, 3.0F + 0.3F * pose.joy), rgb(0x1A1114));
    if (iris.y - 2.2F > eye.at(eye.upper, iris.x - 1.8F) + 0.6F)
        pen.disc({iris.x - 1.9F, iris.y - 2.2F}, 1.65F, rgb(0xFFFFFF));
    if (iris.y + 2.8F < eye.at(eye.lower, iris.x + 2.2F))
        pen.disc({iris.x + 2.2F, iris.y + 2}, 0.8F, rgb(0xFFFFFF), 0.7F);
}

void lids(Pen& pen, const FaceLooks& looks, const Pose& pose, const Eye& eye) {
    pen.line(eye.upper, looks.ink, 2.5F);
    if (!looks.lashes) return;
    const Point outer = eye.s < 0 ? eye.upper.front() : eye.upper.back();
    const float drop = 1.6F * pose.blink;
    pen.line(
        {{outer.x - eye.s * 1.2F, outer.y - 1.2F + drop}, {outer.x + eye.s * 2.0F, outer.y - 2.6F + drop}},
        looks.ink, 2.2F);
}

void folds(Pen& pen, const FaceLooks& looks, const Pose& pose, const Eye& eye) {
    Points crease(eye.upper.begin() + 4, eye.upper.end() - 3);
    for (Point& p : crease) p.y -= 3.4F + 0.5F * pose.alarm;
    pen.line(crease, looks.skin.shade, 1.2F, 0.6F * (1 - pose.blink));
    pen.line(Points(eye.lower.begin() + 4, eye.lower.end() - 4), looks.skin.shade, 1.1F,
             std::min(1.0F, 0.55F + 0.3F * pose.joy));
    if (pose.joy <= 0.35F) return;
    const float x = eye.centre.x, y = eye.centre.y - 2 * pose.joy;
    pen.stroke(fmt::format("M{} {} C{} {} {} {} {} {}", x - 6, y + 8.6F, x - 3, y + 10.2F, x + 3, y + 10.2F,
                           x + 6, y + 8.6F),
               looks.skin.shade, 1.4F, 0.6F * (pose.joy - 0.2F));
}

}  // namespace

void draw_eyes(Pen& pen, const FaceLooks& looks, const Pose& pose, bool simple) {
    const Opening opening = opening_of(pose);
    for (const float s : {-1.0F, 1.0F}) {
        const Eye eye = make_eye(s, pose, opening);
        ball(pen, looks, pose, eye, opening);
        lids(pen, looks, pose, eye);
        if (!simple) folds(pen, looks, pose, eye);
    }
}

}  // namespace touchstone::game
