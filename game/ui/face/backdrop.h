// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "game/ui/ui.h"

namespace touchstone::game {

/// What stands behind the person: where the encounter takes place.
enum class Backdrop { shop, hotel, bank, telecom, call, office };
/// Of a scenario's sector; a shop for one that we do not know.
Backdrop backdrop_of(const std::string& sector);

/// Quiet shapes at both sides of the face; `k` scales from a window 424 high.
void draw_backdrop(Ui& ui, Backdrop backdrop, const Rect& rect, float k);

}  // namespace touchstone::game
