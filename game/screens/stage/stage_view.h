// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "game/screens/common/header.h"

namespace touchstone::game {

/// A moment of truth, ready to print: what the customer says and what may be asked and answered.
struct StageView {
    HeaderView header;
    CustomerView customer;
    std::string scene, says;
    struct Ask {
        std::string id, text;
        bool made = false;
    };
    std::vector<Ask> asks;
    struct Heard {
        std::string question, answer, fact;  // fact may be empty
    };
    std::vector<Heard> heard;  // the asks made here, with the customer's answers
    struct Choice {
        std::string id, letter, text;
    };
    std::vector<Choice> choices;  // in the order on screen
    std::optional<std::size_t> selected;
    bool one_tap = false;  // a tap on an answer says it
    std::string moment;  // changes with the moment: a new place to scroll
};

struct StageAction {
    enum class Kind { none, select, say, ask, leave, sync } kind = Kind::none;
    std::size_t index = 0;  // of a choice or an ask
};
StageAction draw_stage(Ui& ui, OutlineCache& cache, const StageView& view);

}  // namespace touchstone::game
