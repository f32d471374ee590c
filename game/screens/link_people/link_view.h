// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "game/ui/widgets.h"

namespace touchstone::game {

/// After enrolment: who is each person of this tablet? Somebody of the roster, or somebody who stays here.
struct LinkView {
    std::string name, initials;  // the local person
    int colour = 0;
    std::size_t nth = 1, of = 1;
    struct Candidate {
        std::string id, name, initials;
        int colour = 0;
    };
    std::vector<Candidate> roster;
    std::optional<std::string> chosen;  // id; "" means stays on this tablet
    bool waiting = false;               // the roster is on its way
};
struct LinkAction {
    enum class Kind { none, choose, confirm, back } kind = Kind::none;
    std::string id;
};
LinkAction draw_link(Ui& ui, const LinkView& view);

}  // namespace touchstone::game
