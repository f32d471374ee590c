// SPDX-License-Identifier: Apache-2.0
#include "game/screens/shoes/shoes_view.h"

#include "game/screens/common/labels.h"

namespace touchstone::game {

ShoesView make_shoes_view(const Words& words, const ScenarioWords& scenario, const ShoesInput& input) {
    ShoesView view;
    view.header.title = words.tr("shoes", "In the customer’s shoes");
    view.header.line = words.tr("shoes", "The same moments from the other side of the counter");
    view.header.closes = false;
    view.header.pill = input.pill;
    view.looks = scenario.scenario().looks;
    view.backdrop = backdrop_of(scenario.scenario().sector);
    view.at = input.at;
    for (const PlayedChoice& played : input.scoring.choices) {
        ShoesView::Step step;
        step.yours = scenario.choice_says(played.moment, played.choice, played.situation_before);
        step.reply = scenario.reply(played.moment, played.choice);
        step.thought = scenario.thinks(played.moment, played.choice);
        step.expression = expression_of(played.after, played.after.satisfaction - played.before.satisfaction);
        step.mood = mood_word(words, mood_of(step.expression));
        step.picture = words.tr("customer", "{}: {}", {scenario.customer(), step.mood});
        view.steps.push_back(std::move(step));
    }
    view.question = words.tr("shoes", "What was needed here?");
    view.hint = words.tr("shoes", "Think it, or say it aloud. Nothing is scored on this page.");
    view.next = view.at + 1 < view.steps.size() ? words.tr("shoes", "Next moment")
                                                : words.tr("shoes", "Back to the score");
    return view;
}

}  // namespace touchstone::game
