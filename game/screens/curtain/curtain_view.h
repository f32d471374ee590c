// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "game/ui/widgets.h"

namespace touchstone::game {

/// Falls over everything when nobody has touched the tablet for a while.
struct CurtainView {
    std::string title;    // "Still there, Daria?"
    std::string kept;     // what is kept meanwhile; may be empty
    std::string soon;     // when the tablet is free for a colleague
    int seconds = 20;     // left
    float share = 1;      // of the time that is left, 0..1
};
/// 0: I'm here; 1: lock now.
std::optional<int> draw_curtain(Ui& ui, const CurtainView& view);

}  // namespace touchstone::game
