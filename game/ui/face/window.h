// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/scenario/scenario.h"
#include "game/ui/face/backdrop.h"
#include "game/ui/face/face.h"
#include "game/ui/ui.h"

namespace touchstone::game {

/// The quiet shop window with one person behind a counter.
struct WindowLook {
    Looks looks;
    Expression expression;
    std::string label;    // who it is and how they look, for those who cannot see it
    float centre = 0.5F;  // of the face, share of the width
    Backdrop backdrop = Backdrop::shop;
    bool counter = true;
    bool phone = false;  // a phone on the counter
    bool blinks = false;
    unsigned corners = corner_top;
    float radius = 20;
};
void draw_window(Ui& ui, OutlineCache& cache, const Rect& rect, const WindowLook& look);

/// A face in a circle.
void draw_avatar(Ui& ui, OutlineCache& cache, const Rect& square, const Looks& looks,
                 const Expression& expression, Colour behind);

/// The expression on its way to `target`, 240 ms on its three parameters.
Expression animated_expression(Ui& ui, const std::string& id, const Expression& target);

}  // namespace touchstone::game
