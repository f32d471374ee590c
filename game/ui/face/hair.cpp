// SPDX-License-Identifier: Apache-2.0
#include "game/ui/face/face.h"

namespace touchstone::game {
namespace {

struct Fringe {
    const char* style;
    const char* outline;
    const char* shine;  // may be null
};
// Outlines of the visual target (mockups/source/face.py).
constexpr Fringe fringes[] = {
    {"bob",
     "M-43 10 C-50 -30 -34 -59 2 -58 C36 -58 50 -32 43 10 C42 -6 38 -18 30 -27 C16 -25 "
     "-2 -29 -12 -38 C-16 -24 -30 -18 -37 -10 C-40 -4 -42 2 -43 10Z",
     "M-34 -34 C-28 -48 -14 -54 2 -54"},
    {"long",
     "M-43 14 C-51 -32 -34 -59 0 -58 C34 -59 51 -32 43 14 C41 -8 34 -26 8 -40 C2 -36 "
     "-2 -36 -8 -40 C-34 -26 -41 -8 -43 14Z",
     "M-36 -30 C-31 -45 -20 -52 -8 -54"},
    {"bun",
     "M-43 4 C-49 -32 -32 -57 0 -57 C32 -57 49 -32 43 4 C40 -14 32 -30 0 -34 C-32 -30 "
     "-40 -14 -43 4Z",
     "M-34 -34 C-26 -46 -14 -51 0 -52"},
    {"ponytail",
     "M-43 2 C-49 -32 -32 -57 2 -57 C34 -57 49 -32 43 2 C40 -14 34 -26 18 -34 C0 -28 "
     "-24 -28 -34 -18 C-39 -12 -41 -6 -43 2Z",
     "M-34 -34 C-26 -46 -12 -52 2 -53"},
    {"short",
     "M-42 -2 C-50 -28 -40 -52 -14 -57 C8 -64 34 -58 41 -42 C47 -32 45 -14 42 -2 C40 "
     "-10 38 -18 34 -25 C18 -22 -4 -26 -18 -35 C-24 -28 -34 -24 -38 -18 C-40 -12 -41 "
     "-8 -42 -2Z",
     "M-34 -40 C-26 -51 -8 -56 10 -55"},
    {"quiff",
     "M-42 -4 C-48 -26 -42 -46 -28 -52 C-26 -64 4 -70 26 -62 C40 -57 47 -34 42 -4 C41 "
     "-14 38 -22 34 -30 C20 -38 -14 -38 -32 -28 C-38 -20 -41 -14 -42 -4Z",
     "M-24 -54 C-14 -62 4 -63 18 -59"},
    {"crop",
     "M-41 -8 C-45 -32 -30 -55 0 -55 C30 -55 45 -32 41 -8 C38 -20 36 -26 31 -32 C16 "
     "-39 -16 -39 -31 -32 C-36 -26 -38 -20 -41 -8Z",
     nullptr},
};

struct Blob {
    float x, y, r;
};
constexpr Blob curly_back[] = {{-40, -22, 20}, {-46, 2, 18},  {-42, 24, 16},  {40, -22, 20},
                               {46, 2, 18},    {42, 24, 16},  {-24, -46, 22}, {0, -54, 24},
                               {24, -46, 22},  {-30, 38, 13}, {30, 38, 13}};
constexpr Blob afro_back[] = {{-46, -28, 20}, {-52, -6, 17},  {-47, 14, 14}, {46, -28, 20}, {52, -6, 17},
                              {47, 14, 14},   {-32, -50, 22}, {0, -60, 24},  {32, -50, 22}};
constexpr Blob curly_front[] = {{-36, -26, 12}, {-28, -38, 13}, {-14, -46, 14}, {2, -48, 15}, {18, -45, 14},
                                {30, -37, 13},  {37, -25, 11},  {-40, -12, 9},  {41, -11, 9}, {-6, -38, 10},
                                {10, -37, 10},  {-22, -33, 9},  {24, -31, 9}};
constexpr Point afro_shine[] = {{-34, -48}, {-14, -62}, {10, -66}, {-46, -26}, {30, -56}};

template <std::size_t count>
void blobs(Pen& pen, const Blob (&list)[count], Colour colour) {
    for (const Blob& blob : list) pen.disc({blob.x, blob.y}, blob.r, colour);
}

void side_locks(Pen& pen, const FaceLooks& looks) {
    if (looks.style == "bob") {
        pen.stroke("M-12 -38 C-14 -46 -8 -52 0 -55", looks.hair.dark, 1.6F, 0.5F);
        pen.fill("lock-left", "M-44 6 C-47 22 -44 34 -47 46 C-42 50 -36 46 -37 38 C-41 26 -41 12 -41 -2Z",
                 looks.hair.base);
        pen.fill("lock-right", "M44 6 C47 22 44 34 47 46 C42 50 36 46 37 38 C41 26 41 12 41 -2Z",
                 looks.hair.base);
    } else if (looks.style == "long") {
        pen.fill("lock-left", "M-43 8 C-48 30 -52 58 -47 82 C-40 86 -34 80 -37 66 C-42 44 -41 22 -41 0Z",
                 looks.hair.base);
        pen.fill("lock-right", "M43 8 C48 30 52 58 47 82 C40 86 34 80 37 66 C42 44 41 22 41 0Z",
                 looks.hair.base);
    }
}

void fringe_of(Pen& pen, const FaceLooks& looks, const Fringe& fringe) {
    std::vector<Points> shadow = path_points(fringe.outline);
    std::string moved;
    for (const Point p : shadow.front())
        moved +=
            (moved.empty() ? "M" : "L") + std::to_string(p.x + 0.6F) + " " + std::to_string(p.y + 3.4F) + " ";
    pen.fill("fringe-shadow", moved, looks.skin.shade, 0.38F);
    pen.fill("fringe", fringe.outline, looks.hair.base);
    if (fringe.shine != nullptr) pen.stroke(fringe.shine, looks.hair.light, 4.2F, 0.75F);
    side_locks(pen, looks);
}

void curly(Pen& pen, const FaceLooks& looks) {
    blobs(pen, curly_front, looks.hair.base);
    for (std::size_t i = 0; i < 7; ++i) {
        const Blob& b = curly_front[i];
        pen.disc({b.x - b.r * 0.25F, b.y - b.r * 0.3F}, b.r * 0.34F, looks.hair.light, 0.55F);
    }
}

void afro(Pen& pen, const FaceLooks& looks) {
    pen.fill("afro",
             "M-42 -2 C-46 -34 -28 -54 0 -54 C28 -54 46 -34 42 -2 C40 -16 34 -26 26 -32 C12 -38 -12 -38 -26 "
             "-32 C-34 -26 -40 -16 -42 -2Z",
             looks.hair.base);
    for (const Point p : afro_shine) pen.disc(p, 5, looks.hair.light, 0.4F);
}

void bald(Pen& pen, const FaceLooks& looks) {
    if (looks.style == "sides") {
        pen.fill("side-left", "M-42 8 C-48 -4 -47 -20 -40 -28 C-37 -20 -38 -8 -40 4Z", looks.hair.base);
        pen.fill("side-right", "M42 8 C48 -4 47 -20 40 -28 C37 -20 38 -8 40 4Z", looks.hair.base);
    }
    pen.stroke("M-22 -42 C-12 -47 4 -48 12 -46", mix(looks.skin.base, rgb(0xFFFFFF), 0.22F), 4, 0.5F);
}

void ponytail(Pen& pen, Colour colour) {
    pen.fill("tail", "M30 -40 C58 -44 66 -10 58 24 C56 36 48 40 44 34 C52 6 44 -18 28 -26Z", colour);
    pen.fill("back", "M0 -58 C32 -58 47 -36 46 -6 L-46 -6 C-47 -36 -32 -58 0 -58Z", colour);
}

void bun(Pen& pen, const FaceLooks& looks) {
    pen.disc({0, -66}, 19, looks.hair.dark);
    pen.disc({-3, -69}, 14, looks.hair.base);
    pen.fill(
        "back",
        "M0 -58 C32 -58 48 -36 46 -6 C45 8 42 18 38 24 L-38 24 C-42 18 -45 8 -46 -6 C-48 -36 -32 -58 0 -58Z",
        looks.hair.dark);
}

}  // namespace

void draw_back_hair(Pen& pen, const FaceLooks& looks) {
    const Colour dark = looks.hair.dark;
    if (looks.headwear == "hijab")
        return pen.fill("veil",
                        "M0 -64 C40 -64 56 -34 54 2 C53 30 58 52 50 74 C30 88 -30 88 -50 74 C-58 52 -53 30 "
                        "-54 2 C-56 -34 -40 -64 0 -64Z",
                        mix(looks.headwear_colour, rgb(0), 0.22F));
    if (looks.style == "bob")
        pen.fill("back",
                 "M0 -60 C36 -60 52 -36 50 -4 C49 18 52 34 46 50 C36 58 18 56 12 50 L-12 50 C-18 56 -36 58 "
                 "-46 50 C-52 34 -49 18 -50 -4 C-52 -36 -36 -60 0 -60Z",
                 dark);
    else if (looks.style == "long")
        pen.fill("back",
                 "M0 -60 C36 -60 52 -34 50 0 C49 30 58 60 50 92 C36 100 22 96 14 92 L-14 92 C-22 96 -36 100 "
                 "-50 92 C-58 60 -49 30 -50 0 C-52 -34 -36 -60 0 -60Z",
                 dark);
    else if (looks.style == "bun")
        bun(pen, looks);
    else if (looks.style == "curly")
        blobs(pen, curly_back, dark);
    else if (looks.style == "ponytail")
        ponytail(pen, dark);
    else if (looks.style == "afro") {
        blobs(pen, afro_back, looks.hair.base);
        pen.ellipse({0, -22}, 54, 46, looks.hair.base);
    }
}

void draw_front_hair(Pen& pen, const FaceLooks& looks) {
    for (const Fringe& fringe : fringes)
        if (looks.style == fringe.style) return fringe_of(pen, looks, fringe);
    if (looks.style == "curly") return curly(pen, looks);
    if (looks.style == "afro") return afro(pen, looks);
    bald(pen, looks);
}

}  // namespace touchstone::game
