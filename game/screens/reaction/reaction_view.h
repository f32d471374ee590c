// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "game/screens/common/header.h"
#include "game/screens/common/scenario_words.h"

namespace touchstone::game {

/// Only the customer answers: never a verdict on the choice (DEFINITIONS A14).
struct ReactionView {
    HeaderView header;
    CustomerView customer;
    std::string you, yours;  // "You", and what was said
    std::string reply;
    std::string feedback;    // only in a retry, which asked for it
    std::string next_scene;  // where it goes on; may be empty
    bool ended = false;
    std::string moment;  // names this reaction for motion
};
struct ReactionInput {
    const Encounter& encounter;  // after the choice
    std::size_t moment = 0, choice = 0;
    Situation said_in;  // for the words that were shown
    CustomerState before;
    std::size_t choices_made = 0;
    bool retry = false;
    SyncPill pill;
};
ReactionView make_reaction_view(const Words& words, const ScenarioWords& scenario,
                                const ReactionInput& input);

enum class ReactionAction { none, go_on, leave, sync };
ReactionAction draw_reaction(Ui& ui, OutlineCache& cache, const ReactionView& view);

}  // namespace touchstone::game
