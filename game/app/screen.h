// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace touchstone::game {

enum class Screen {
    opening,
    who,
    home,
    practise,
    map,
    me,
    stage,
    reaction,
    debrief,
    shoes,
    drill,
    writing,
    kudos,
    settings,
    desk,
    enrol,
    link,
    problem
};

}  // namespace touchstone::game
