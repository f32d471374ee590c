// SPDX-License-Identifier: Apache-2.0
#include "game/ui/face/face.h"

namespace touchstone::game {
namespace {

Colour darker(Colour colour, float by) { return mix(colour, rgb(0), by); }
Colour lighter(Colour colour, float by) { return mix(colour, rgb(0xFFFFFF), by); }

void hijab(Pen& pen, Colour colour) {
    // The cloth is the area between two outlines that run the same way round.
    const Points outer = path_points(
                             "M0 -64 C-40 -64 -55 -34 -52 2 C-51 26 -44 44 -30 58 C-18 66 18 66 30 58 C44 44 "
                             "51 26 52 2 C55 -34 40 -64 0 -64")
                             .front();
    const Points inner = path_points(
                             "M0 -41 C-22 -41 -35 -26 -36 -4 C-37 18 -30 36 -18 44 C-9 50 9 50 18 44 C30 36 "
                             "37 18 36 -4 C35 -26 22 -41 0 -41")
                             .front();
    pen.strip(outer, inner, colour);
    pen.stroke("M-36 -4 C-35 -26 -22 -41 0 -41 C22 -41 35 -26 36 -4", darker(colour, 0.2F), 2.4F, 0.7F);
    pen.stroke("M-44 -18 C-40 -44 -22 -57 2 -58", lighter(colour, 0.16F), 4, 0.8F);
    pen.stroke("M-30 58 C-10 52 18 50 40 34", darker(colour, 0.2F), 2.2F, 0.6F);
}

void beanie(Pen& pen, Colour colour) {
    pen.fill("beanie", "M-44 -20 C-48 -62 -22 -74 0 -74 C22 -74 48 -62 44 -20Z", colour);
    pen.fill("cuff",
             "M-46 -22 C-46 -32 -42 -35 -36 -35 L36 -35 C42 -35 46 -32 46 -22 C46 -16 42 -15 38 -15 L-38 -15 "
             "C-42 -15 -46 -16 -46 -22Z",
             darker(colour, 0.18F));
    for (float x = -32; x < 40; x += 16) pen.line({{x, -31}, {x, -19}}, darker(colour, 0.32F), 1.6F, 0.7F);
    pen.stroke("M-32 -46 C-28 -58 -16 -65 -4 -66", lighter(colour, 0.25F), 4, 0.8F);
}

void cap(Pen& pen, Colour colour) {
    pen.fill("cap", "M-43 -22 C-46 -58 -20 -66 4 -65 C34 -64 46 -46 43 -22 C20 -30 -20 -30 -43 -22Z", colour);
    pen.fill("visor", "M-44 -22 C-20 -33 22 -33 44 -22 C54 -18 60 -12 58 -9 C40 -16 -18 -20 -44 -22Z",
             darker(colour, 0.25F));
    pen.stroke("M-30 -44 C-24 -54 -10 -59 4 -59", lighter(colour, 0.22F), 4, 0.8F);
}

void turban(Pen& pen, Colour colour) {
    pen.fill("turban",
             "M-46 -14 C-54 -46 -32 -72 0 -74 C32 -72 54 -46 46 -14 C40 -24 26 -34 0 -40 C-26 -34 -40 -24 "
             "-46 -14Z",
             colour);
    for (const char* fold : {"M-46 -16 C-36 -40 -8 -56 26 -66", "M-49 -34 C-34 -52 -16 -64 6 -72",
                             "M46 -16 C38 -36 20 -48 4 -52", "M50 -36 C42 -48 32 -56 22 -60"})
        pen.stroke(fold, darker(colour, 0.22F), 2.2F, 0.7F);
}

}  // namespace

void draw_headwear(Pen& pen, const FaceLooks& looks) {
    if (looks.headwear == "hijab")
        hijab(pen, looks.headwear_colour);
    else if (looks.headwear == "beanie")
        beanie(pen, looks.headwear_colour);
    else if (looks.headwear == "cap")
        cap(pen, looks.headwear_colour);
    else if (looks.headwear == "turban")
        turban(pen, looks.headwear_colour);
}

}  // namespace touchstone::game
