// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "game/ui/widgets.h"

namespace touchstone::game {

/// One axis of the radar; values 0..100, none = not tested.
struct Axis {
    std::string label;
    std::optional<int> value, usual;  // now, and the mean of the last ones
};
/// Seven behaviours around a middle, with their values in the labels.
void radar(Ui& ui, Point middle, float radius, const std::vector<Axis>& axes);
/// Room that it needs on both sides of its middle, labels included.
struct RadarExtent {
    float left, right;
};
RadarExtent radar_extent(const Ui& ui, const std::vector<Axis>& axes, float radius);
/// The same as a list, to read.
float axis_list_height(const Ui& ui, const std::vector<Axis>& axes);
void axis_list(Ui& ui, const Rect& rect, const std::vector<Axis>& axes, const std::string& none);

/// One step of the ladder.
struct Rung {
    std::string label, words;  // "Courtesy", "4 of 4"
    float share = 0;           // 0..1
    bool tested = true;
};
float rung_height(const Ui& ui, const Rung& rung, float width);
void rung_bar(Ui& ui, const Rect& rect, const Rung& rung);

/// A word with a tick, or without.
struct Tick {
    std::string label;
    bool met = false;
};
float tick_width(const Ui& ui, const Tick& tick);
void tick(Ui& ui, Point top_left, const Tick& tick);
/// Ticks in rows; the height they take. Draws only when `draws`.
float tick_rows(Ui& ui, const Rect& rect, const std::vector<Tick>& ticks, bool draws);

}  // namespace touchstone::game
