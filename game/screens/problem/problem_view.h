// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "game/ui/widgets.h"

namespace touchstone::game {

/// Something does not work: what, why, and a way on.
struct ProblemView {
    std::string title, detail, remedy;
    std::string kept;             // what is safe; may be empty
    std::string primary, second;  // labels; `second` may be empty
};
/// 0 or 1 once a button was fired.
std::optional<int> draw_problem(Ui& ui, const ProblemView& view);

/// Before anything has been read.
void draw_opening(Ui& ui);

}  // namespace touchstone::game
