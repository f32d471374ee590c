// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "game/ui/widgets.h"

namespace touchstone::game {

/// Where somebody stands with one behaviour, on the one scale of all of them; 0..100.
struct MasteryMark {
    float level = 0, low = 0, high = 0;  // the band holds the true level in 80 of 100 cases
};
/// The scale with its four zones, and the mark.
void mastery_track(Ui& ui, const Rect& rect, const MasteryMark& mark);
/// What the zones are called, in rows; the height they take. Draws only when `draws`.
float mastery_legend(Ui& ui, const Rect& place, const std::vector<std::string>& names, bool draws);

/// A line of values with its own scale; the last one bears a dot. Fewer than two values draw only the dot.
void sparkline(Ui& ui, const Rect& rect, const std::vector<float>& values, const std::string& label);

}  // namespace touchstone::game
