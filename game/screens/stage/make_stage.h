// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "game/screens/common/scenario_words.h"
#include "game/screens/stage/stage_view.h"

namespace touchstone::game {

struct StageInput {
    const Encounter& encounter;
    CustomerState before;  // the state that the last event changed
    std::size_t choices_made = 0;
    std::string selected;  // id of a choice, or ""
    SyncPill pill;
    bool bars = true;
    bool one_tap = false;
};
StageView make_stage_view(const Words& words, const ScenarioWords& scenario, const StageInput& input);

/// The header while an encounter is played.
HeaderView encounter_header(const Words& words, const ScenarioWords& scenario, const Encounter& encounter,
                            std::size_t choices_made, const SyncPill& pill, bool answered = false);

}  // namespace touchstone::game
