// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "game/ui/face/face.h"

namespace touchstone::game {
namespace {

void neck(Pen& pen, const FaceLooks& looks, float top, bool open) {
    const std::string path =
        open ? fmt::format("M-14 36 L-14 {} C-13 {} -6 {} 0 {} C6 {} 13 {} 14 {} L14 36 Z", top - 4, top + 4,
                           top + 19, top + 21, top + 19, top + 4, top - 4)
             : fmt::format("M-14 36 L-14 {} C-14 {} 14 {} 14 {} L14 36 Z", top - 2, top + 12, top + 12,
                           top - 2);
    pen.fill("neck", path, looks.skin.base);
    pen.fill("neck-shadow", fmt::format("M-14 42 C-8 {} 10 {} 14 {} L14 44 Z", top - 2, top + 2, top - 8),
             looks.skin.shade, 0.55F);
}

void coat_collar(Pen& pen, const FaceLooks& looks, float top) {
    pen.fill("shirt",
             fmt::format("M-15 {} L15 {} L23 {} L3 {} L-3 {} L-23 {} Z", top - 5, top - 5, top + 4, top + 72,
                         top + 72, top + 4),
             looks.coat.shirt);
    neck(pen, looks, top, true);
    for (const int s : {-1, 1})
        pen.fill(
            s < 0 ? "lapel-left" : "lapel-right",
            fmt::format("M{} {} C{} {} {} {} {} {} L{} {} L{} {} L{} {} C{} {} {} {} {} {}Z", 14 * s, top - 7,
                        24 * s, top - 4, 33 * s, top + 4, 35 * s, top + 10, 20 * s, top + 22, 25 * s,
                        top + 28, 3 * s, top + 66, 8 * s, top + 40, 13 * s, top + 16, 14 * s, top - 7),
            looks.coat.dark);
}

void round_collar(Pen& pen, const FaceLooks& looks, float top) {
    pen.fill("round",
             fmt::format("M-22 {} C-16 {} 16 {} 22 {} L14 {} L-14 {}Z", top + 3, top + 24, top + 24, top + 3,
                         top - 6, top - 6),
             looks.coat.dark);
    neck(pen, looks, top, false);
}

void shirt_collar(Pen& pen, const FaceLooks& looks, float top) {
    pen.fill("shirt",
             fmt::format("M-15 {} L0 {} L15 {} L24 {} L0 {} L-24 {}Z", top - 2, top + 26, top - 2, top + 5,
                         top + 60, top + 5),
             looks.coat.dark);
    neck(pen, looks, top, false);
    for (const int s : {-1, 1})
        pen.fill(s < 0 ? "tip-left" : "tip-right",
                 fmt::format("M{} {} L{} {} L{} {} L0 {}Z", 15 * s, top - 9, 26 * s, top + 2, 14 * s,
                             top + 24, top + 9),
                 looks.coat.shirt);
}

void hood_collar(Pen& pen, const FaceLooks& looks, float top) {
    pen.fill("hood",
             fmt::format("M-34 {} C-40 {} -24 {} -14 {} L14 {} C24 {} 40 {} 34 {} C22 {} -22 {} -34 {}Z",
                         top + 10, top - 10, top - 20, top - 14, top - 14, top - 20, top - 10, top + 10,
                         top + 30, top + 30, top + 10),
             looks.coat.dark);
    neck(pen, looks, top, false);
    pen.line({{-9, top + 16}, {-10, top + 38}}, looks.coat.shirt, 2.6F);
    pen.line({{9, top + 16}, {10, top + 34}}, looks.coat.shirt, 2.6F);
}

void scarf_collar(Pen& pen, const FaceLooks& looks, float top) {
    neck(pen, looks, top, false);
    const Colour wool = looks.coat.shirt;
    pen.fill(
        "scarf",
        fmt::format("M-30 {} C-34 {} -20 {} 0 {} C20 {} 34 {} 30 {} C24 {} -24 {} -30 {}Z", top + 4, top - 12,
                    top - 16, top - 8, top - 16, top - 12, top + 4, top + 22, top + 22, top + 4),
        wool);
    pen.stroke(fmt::format("M-24 {} C-10 {} 12 {} 25 {}", top - 2, top + 8, top + 8, top - 2),
               mix(wool, rgb(0), 0.16F), 2.2F);
    pen.fill("scarf-end", fmt::format("M6 {} L22 {} L27 {} L12 {}Z", top + 10, top + 6, top + 46, top + 48),
             mix(wool, rgb(0), 0.07F));
}

void hijab_folds(Pen& pen, const FaceLooks& looks, float top) {
    pen.fill("hijab-front",
             fmt::format("M-40 44 C-44 {} -34 {} 0 {} C34 {} 44 {} 40 44 Z", top + 8, top + 26, top + 30,
                         top + 26, top + 8),
             looks.headwear_colour);
    pen.stroke(fmt::format("M-32 {} C-14 {} 16 {} 36 {}", top + 4, top + 20, top + 18, top - 4),
               mix(looks.headwear_colour, rgb(0), 0.2F), 2.2F, 0.8F);
}

}  // namespace

void draw_body(Pen& pen, const FaceLooks& looks, const Pose& pose) {
    const float top = 61 + 1.5F * pose.sad - 1.5F * pose.alarm - pose.anger;
    pen.fill("body",
             fmt::format("M-72 140 C-72 {} -58 {} -34 {} C-22 {} -16 {} -13 {} L13 {} C16 {} 22 {} 34 {} C58 "
                         "{} 72 {} 72 140 Z",
                         top + 28, top + 14, top + 8, top + 5, top, top - 6, top - 6, top, top + 5, top + 8,
                         top + 14, top + 28),
             looks.coat.base);
    if (looks.collar == "round")
        round_collar(pen, looks, top);
    else if (looks.collar == "shirt")
        shirt_collar(pen, looks, top);
    else if (looks.collar == "hood")
        hood_collar(pen, looks, top);
    else if (looks.collar == "scarf")
        scarf_collar(pen, looks, top);
    else
        coat_collar(pen, looks, top);
    if (looks.headwear == "hijab") hijab_folds(pen, looks, top);
}

}  // namespace touchstone::game
