// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/scenario/scenario.h"
#include "game/ui/face/pen.h"
#include "game/ui/face/pose.h"

namespace touchstone::game {

struct SkinTones {
    Colour base, shade, blush;
};
struct HairTones {
    Colour base, light, dark;
};
struct CoatTones {
    Colour base, dark, shirt;
};

/// The looks of a customer, ready to draw.
struct FaceLooks {
    std::string key;  // names its outlines in the cache
    SkinTones skin{};
    HairTones hair{};
    CoatTones coat{};
    Colour iris, ink, mouth, lip, brow, headwear_colour;
    std::string style, collar, headwear, beard, hair_name;
    int age = 40;
    bool glasses = false, lashes = true, dark_skin = false;
    float width = 41, jaw = 20;  // half-widths of face and chin
    float side = 1;
    bool covers_ears() const { return headwear == "hijab" || style == "bob" || style == "long"; }
};
FaceLooks face_looks(const Looks& looks);

/// Draws head and shoulders. `simple` leaves out nose, lines and cheeks (under 96 dp).
void draw_face(Pen& pen, const FaceLooks& looks, const Pose& pose, bool simple);

// The parts, in the order in which they are painted.
void draw_back_hair(Pen& pen, const FaceLooks& looks);
void draw_body(Pen& pen, const FaceLooks& looks, const Pose& pose);
void draw_head(Pen& pen, const FaceLooks& looks, const Pose& pose, bool simple);
void draw_eyes(Pen& pen, const FaceLooks& looks, const Pose& pose, bool simple);
void draw_front_hair(Pen& pen, const FaceLooks& looks);
void draw_mouth(Pen& pen, const FaceLooks& looks, const Pose& pose, bool simple);
void draw_brows(Pen& pen, const FaceLooks& looks, const Pose& pose);
void draw_glasses(Pen& pen, const FaceLooks& looks);
void draw_headwear(Pen& pen, const FaceLooks& looks);

}  // namespace touchstone::game
