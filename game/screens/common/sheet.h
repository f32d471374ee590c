// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "game/ui/widgets.h"

namespace touchstone::game {

/// A question in front of everything else. The first answer is the safe one.
struct SheetView {
    std::string title, text;
    std::string primary, second, third;  // third may be empty
};
/// 0, 1 or 2 once an answer was given; Escape gives 0.
std::optional<int> draw_sheet(Ui& ui, const SheetView& view);

/// "Stop here?" on the stage.
SheetView leave_sheet(const Words& words);

}  // namespace touchstone::game
