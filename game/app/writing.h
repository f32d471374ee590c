// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "engine/basics/id.h"
#include "game/app/screen.h"

namespace touchstone::game {

/// What somebody is writing just now.
struct Writing {
    enum class Kind { contest, idea, reflection, kudos };

    Kind kind = Kind::idea;
    RecordId about;  // of a contest
    std::optional<EncounterId> encounter;
    PersonId to;  // of kudos
    std::string indicator;
    std::string words;
    bool shifted = true;
    Screen back_to = Screen::me;
};

}  // namespace touchstone::game
