// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "game/ui/widgets.h"

namespace touchstone::game {

/// Joining a server: its address, then the twelve digits that the administrator gave.
struct EnrolView {
    enum class Step { address, code };
    Step step = Step::code;
    std::string address;
    std::string digits;  // 0 to 12
    bool busy = false;
    std::string problem, remedy;  // of the last try; may be empty
};
struct EnrolAction {
    enum class Kind { none, type, next, back, join, change_address } kind = Kind::none;
    std::vector<std::string> keys;
};
inline constexpr std::size_t code_digits = 12;
EnrolAction draw_enrol(Ui& ui, const EnrolView& view);

}  // namespace touchstone::game
