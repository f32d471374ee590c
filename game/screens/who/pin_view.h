// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "game/ui/widgets.h"

namespace touchstone::game {

/// The pad for a person's four numbers, in front of the tiles.
struct PinView {
    std::string title, line;  // "Hello, Daria"; what is asked for
    std::size_t typed = 0, digits = 4;
    int shakes = 0;      // counts wrong tries: each new one shakes the dots
    std::string other;   // the way out: "Not me", "Not now"
    std::string back;    // beside it, where that is no way back: "Not me"; may be empty
    bool waits = false;  // too many tries: nothing can be typed now
};
struct PinAction {
    std::vector<std::string> keys;  // digits and "backspace", in order
    bool other = false, back = false;
};
PinAction draw_pin(Ui& ui, const PinView& view);

}  // namespace touchstone::game
