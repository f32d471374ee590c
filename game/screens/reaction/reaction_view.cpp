// SPDX-License-Identifier: Apache-2.0
#include "game/screens/reaction/reaction_view.h"

#include "game/screens/common/labels.h"
#include "game/screens/stage/make_stage.h"

namespace touchstone::game {

ReactionView make_reaction_view(const Words& words, const ScenarioWords& scenario,
                                const ReactionInput& input) {
    ReactionView view;
    view.header = encounter_header(words, scenario, input.encounter, input.choices_made, input.pill, true);
    view.header.now = false;
    view.customer = make_customer(words, scenario, input.before, input.encounter.state);
    view.you = words.tr("reaction", "You");
    view.yours = scenario.choice_says(input.moment, input.choice, input.said_in);
    view.reply = scenario.reply(input.moment, input.choice);
    if (input.retry) view.feedback = scenario.feedback(input.moment, input.choice);
    view.ended = input.encounter.finished();
    view.next_scene = view.ended ? scenario.ending_scene(input.encounter.end->ending)
                                 : scenario.scene(input.encounter.moment);
    view.moment = scenario.scenario().moments[input.moment].id;
    return view;
}

}  // namespace touchstone::game
