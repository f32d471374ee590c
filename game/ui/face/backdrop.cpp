// SPDX-License-Identifier: Apache-2.0
#include "game/ui/face/backdrop.h"

#include <cmath>

namespace touchstone::game {
namespace {

constexpr float quiet = 0.62F;  // how much of their colour the things have

void parcel(Ui& ui, Point foot, float w, float h, Colour colour) {
    const Rect box{foot.x, foot.y - h, w, h};
    ui.canvas().fill(box, faded(colour, quiet), 4);
    ui.canvas().fill({box.x + w * 0.42F, box.y, w * 0.16F, h}, faded(ui.theme().parcel_tape, quiet));
}

/// Shelves on both sides; `k` scales from a window of 424.
void shop(Ui& ui, const Rect& rect, float k) {
    const Theme& theme = ui.theme();
    const auto shelf = [&](float x, float y, float w) {
        ui.canvas().fill({x, y, w, 6 * k}, theme.shelf, 3 * k);
    };
    const float left = rect.x + 17 * k, right = rect.right() - 119 * k;
    const float upper = rect.y + 110 * k, lower = rect.y + 220 * k;
    shelf(left, upper, 106 * k);
    shelf(left, lower, 106 * k);
    shelf(right, upper - 17 * k, 106 * k);
    shelf(right, lower - 8 * k, 106 * k);
    parcel(ui, {left + 8 * k, upper}, 49 * k, 42 * k, theme.parcel1);
    parcel(ui, {left + 61 * k, upper}, 34 * k, 27 * k, theme.parcel2);
    parcel(ui, {left + 17 * k, lower}, 36 * k, 31 * k, theme.parcel2);
    parcel(ui, {left + 59 * k, lower}, 46 * k, 48 * k, theme.parcel1);
    parcel(ui, {right + 13 * k, upper - 17 * k}, 40 * k, 32 * k, theme.parcel2);
    parcel(ui, {right + 60 * k, upper - 17 * k}, 47 * k, 46 * k, theme.parcel1);
    parcel(ui, {right + 10 * k, lower - 8 * k}, 54 * k, 38 * k, theme.parcel1);
    parcel(ui, {right + 70 * k, lower - 8 * k}, 32 * k, 30 * k, theme.parcel2);
}

/// A board with keys, a picture and a lamp.
void hotel(Ui& ui, const Rect& rect, float k) {
    const Theme& theme = ui.theme();
    const Rect board{rect.x + 20 * k, rect.y + 84 * k, 100 * k, 132 * k};
    ui.canvas().fill(board, theme.shelf, 8 * k);
    for (int i = 0; i < 9; ++i) {
        const Point hook{board.x + (20 + 30 * static_cast<float>(i % 3)) * k,
                         board.y + (22 + 40 * static_cast<float>(i / 3)) * k};
        const bool taken = i == 2 || i == 4 || i == 7;
        ui.canvas().disc(hook, 3 * k, theme.window_top);
        if (taken) continue;
        const Colour key = faded(i % 2 == 0 ? theme.parcel1 : theme.parcel2, 0.9F);
        ui.canvas().line({hook, {hook.x, hook.y + 14 * k}}, key, 2 * k);
        ui.canvas().fill({hook.x - 5 * k, hook.y + 12 * k, 10 * k, 12 * k}, key, 3 * k);
    }
    const Rect picture{rect.right() - 116 * k, rect.y + 76 * k, 92 * k, 70 * k};
    ui.canvas().fill(picture, theme.shelf, 4 * k);
    ui.canvas().fill(picture.inset(6 * k), theme.window_top, 2 * k);
    ui.canvas().ellipse({picture.centre().x, picture.bottom() - 12 * k}, 30 * k, 14 * k,
                        faded(theme.parcel2, quiet));
    ui.canvas().disc({picture.right() - 24 * k, picture.y + 22 * k}, 8 * k, faded(theme.parcel1, quiet));
    const Point lamp{rect.right() - 52 * k, rect.y + 196 * k};
    ui.canvas().polygon({{lamp.x - 16 * k, lamp.y}, {lamp.x + 16 * k, lamp.y}, {lamp.x + 28 * k, lamp.y + 34 * k},
                         {lamp.x - 28 * k, lamp.y + 34 * k}},
                        {0, 1, 2, 0, 2, 3}, faded(theme.parcel1, quiet));
    ui.canvas().fill({lamp.x - 3 * k, lamp.y + 34 * k, 6 * k, 60 * k}, theme.shelf);
}

/// Two columns, a clock and a plant.
void bank(Ui& ui, const Rect& rect, float k) {
    const Theme& theme = ui.theme();
    const float floor = rect.bottom();
    for (const float x : {rect.right() - 118 * k, rect.right() - 52 * k}) {
        ui.canvas().fill({x, rect.y + 88 * k, 34 * k, floor - rect.y}, theme.shelf);
        ui.canvas().fill({x - 8 * k, rect.y + 76 * k, 50 * k, 14 * k}, theme.shelf, 3 * k);
        for (const float stripe : {9.0F, 18.0F, 27.0F})
            ui.canvas().fill({x + stripe * k - 1 * k, rect.y + 96 * k, 2 * k, floor - rect.y},
                             faded(theme.window_top, 0.8F));
    }
    const Point clock{rect.x + 66 * k, rect.y + 96 * k};
    ui.canvas().disc(clock, 28 * k, theme.shelf);
    ui.canvas().disc(clock, 23 * k, theme.window_top);
    ui.canvas().line({{clock.x, clock.y - 15 * k}, clock, {clock.x + 10 * k, clock.y + 5 * k}}, theme.shelf, 3 * k);
    const Point pot{rect.x + 62 * k, rect.y + 300 * k};
    for (const float lean : {-26.0F, -10.0F, 8.0F, 25.0F})
        ui.canvas().ellipse({pot.x + lean * k, pot.y - (70 - std::fabs(lean)) * k}, 11 * k, 44 * k, theme.shelf);
    ui.canvas().fill({pot.x - 26 * k, pot.y - 34 * k, 52 * k, 90 * k}, faded(theme.parcel2, quiet), 6 * k);
}

/// Phones on their stands.
void telecom(Ui& ui, const Rect& rect, float k) {
    const Theme& theme = ui.theme();
    const auto stand = [&](float x, float y) {
        ui.canvas().fill({x, y, 108 * k, 6 * k}, theme.shelf, 3 * k);
        for (int i = 0; i < 3; ++i) {
            const Rect body{x + (8 + 34 * static_cast<float>(i)) * k, y - (i == 1 ? 50 : 44) * k, 26 * k,
                            (i == 1 ? 50 : 44) * k};
            ui.canvas().fill(body, faded(i == 1 ? theme.parcel2 : theme.parcel1, quiet), 5 * k);
            ui.canvas().fill(body.inset(3 * k, 5 * k), theme.window_top, 2 * k);
        }
    };
    stand(rect.x + 16 * k, rect.y + 118 * k);
    stand(rect.x + 16 * k, rect.y + 226 * k);
    stand(rect.right() - 122 * k, rect.y + 104 * k);
    stand(rect.right() - 122 * k, rect.y + 214 * k);
}

/// A voice on the line: bars that swell towards the face.
void call(Ui& ui, const Rect& rect, float k) {
    const Theme& theme = ui.theme();
    constexpr float heights[] = {26, 58, 40, 92, 64, 120};
    for (std::size_t i = 0; i < std::size(heights); ++i) {
        const float height = heights[i] * k, middle = rect.y + 180 * k;
        const float away = (14 + 19 * static_cast<float>(i)) * k;
        const Colour colour = i % 3 == 1 ? faded(theme.parcel1, quiet) : theme.shelf;
        ui.canvas().fill({rect.x + away, middle - height / 2, 9 * k, height}, colour, 4.5F * k);
        ui.canvas().fill({rect.right() - away - 9 * k, middle - height / 2, 9 * k, height}, colour, 4.5F * k);
    }
}

/// A board with this week's plan, and a coat on its hook.
void office(Ui& ui, const Rect& rect, float k) {
    const Theme& theme = ui.theme();
    const Rect board{rect.x + 18 * k, rect.y + 78 * k, 106 * k, 128 * k};
    ui.canvas().fill(board, theme.shelf, 6 * k);
    ui.canvas().fill(board.inset(6 * k), theme.window_top, 3 * k);
    for (int i = 0; i < 12; ++i) {
        const Rect cell{board.x + (14 + 28 * static_cast<float>(i % 3)) * k,
                        board.y + (18 + 27 * static_cast<float>(i / 3)) * k, 22 * k, 18 * k};
        const Colour colour = i % 5 == 1 ? theme.parcel2 : i % 4 == 2 ? theme.shelf : theme.parcel1;
        ui.canvas().fill(cell, faded(colour, quiet), 3 * k);
    }
    const float rail = rect.y + 100 * k, right = rect.right() - 116 * k;
    ui.canvas().fill({right, rail, 100 * k, 6 * k}, theme.shelf, 3 * k);
    for (const float hook : {18.0F, 50.0F, 82.0F})
        ui.canvas().fill({right + hook * k - 2 * k, rail, 4 * k, 14 * k}, theme.shelf, 2 * k);
    const float coat = right + 50 * k;
    ui.canvas().polygon({{coat - 8 * k, rail + 14 * k}, {coat + 8 * k, rail + 14 * k}, {coat + 30 * k, rail + 40 * k},
                         {coat + 26 * k, rail + 120 * k}, {coat - 26 * k, rail + 120 * k},
                         {coat - 30 * k, rail + 40 * k}},
                        {0, 1, 2, 0, 2, 3, 0, 3, 4, 0, 4, 5}, faded(theme.parcel2, quiet));
}

}  // namespace

Backdrop backdrop_of(const std::string& sector) {
    if (sector == "hotel") return Backdrop::hotel;
    if (sector == "bank") return Backdrop::bank;
    if (sector == "telecom") return Backdrop::telecom;
    if (sector == "contact-centre") return Backdrop::call;
    if (sector == "manager") return Backdrop::office;
    return Backdrop::shop;
}

void draw_backdrop(Ui& ui, Backdrop backdrop, const Rect& rect, float k) {
    switch (backdrop) {
        case Backdrop::shop:
            return shop(ui, rect, k);
        case Backdrop::hotel:
            return hotel(ui, rect, k);
        case Backdrop::bank:
            return bank(ui, rect, k);
        case Backdrop::telecom:
            return telecom(ui, rect, k);
        case Backdrop::call:
            return call(ui, rect, k);
        case Backdrop::office:
            return office(ui, rect, k);
    }
}

}  // namespace touchstone::game
