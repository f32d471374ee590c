// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/scenario/condition.h"
#include "game/screens/common/chips.h"

namespace touchstone::game {

/// How things stand with what an author writes, in a few words.
struct AuthorStatus {
    Tint tint = Tint::plain;
    icon::Code code = icon::hourglass;
    std::string words;   // "2 errors. You still see build 7."
    std::string detail;  // what to look at first; may be empty
};

/// The strip below every screen while somebody writes.
struct StripView {
    AuthorStatus status;
    std::string path, state;  // the branch taken and what it led to; empty while nothing is played
    bool can_take_back = false;
    bool at_desk = false;
};
enum class StripAction { none, desk, again, take_back };
float strip_height(const Ui& ui, const StripView& view);
StripAction draw_strip(Ui& ui, const Rect& rect, const StripView& view);

/// Where an author chooses what to play from where, and reads what is wrong.
struct DeskView {
    std::string title, line;
    std::string trouble, remedy;  // no builds come; empty while they do
    std::vector<Chip> scenarios, moments, facts, marks, drills;
    CustomerState state;
    std::string seed;
    bool can_play = false;
    struct Finding {
        Tint tint = Tint::plain;
        std::string code, place, reason, remedy;
    };
    std::vector<Finding> findings;
    std::string more;  // that there are further ones; may be empty
};
struct DeskAction {
    enum class Kind { none, scenario, moment, fact, mark, drill, state, shuffle, play, settings, restart };
    Kind kind = Kind::none;
    std::size_t index = 0;
    CustomerState state;
};
DeskAction draw_desk(Ui& ui, const DeskView& view);

}  // namespace touchstone::game
