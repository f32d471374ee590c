// SPDX-License-Identifier: Apache-2.0
#include "game/screens/drill/drill_view.h"

#include "game/screens/common/labels.h"

namespace touchstone::game {
namespace {

constexpr int good_quality = 750, weak_quality = 450;  // thousandths; learning 3

void add_person(DrillView& view, const Words& words, const DrillWords& drill, const DrillInput& input) {
    const DrillVariant& variant = drill.drill().variants[input.run.variant];
    const std::string customer = drill.customer(input.run.variant);
    view.looks = variant.looks;
    view.backdrop = backdrop_of(input.sector);
    view.expression = expression_of(variant.state, 0);
    view.name = customer + ", " + words.count("age", "{}", "{}", variant.customer_age);
    view.picture = words.tr("customer", "{}: {}", {customer, mood_word(words, mood_of(view.expression))});
    view.scene = drill.scene(input.run.variant);
    view.says = words.tr("home", "“{}”", {drill.says(input.run.variant)});
}

std::string verdict(const Words& words, const DrillReveal& reveal, std::optional<int> confidence) {
    const bool sure = confidence == 3;
    if (reveal.quality >= good_quality)
        return confidence == 1 ? words.tr("drill", "It works. You know more than you think.")
                               : words.tr("drill", "It works.");
    if (reveal.quality >= weak_quality) return words.tr("drill", "Nearly. There is a stronger answer.");
    return sure ? words.tr("drill", "Sure, and it misses. This is where you learn the most.")
                : words.tr("drill", "It misses. Now you have seen why.");
}

std::string due_words(const Words& words, const DrillReveal& reveal, Day today) {
    if (!reveal.counts) return words.tr("drill", "Today’s first answer counts. This one was for practice.");
    if (reveal.rapid) return words.tr("drill", "Too quick to have been read: your map stays as it was.");
    return words.count("drill", "Comes back in {} day", "Comes back in {} days",
                       std::max(1, reveal.due - today));
}

DrillView::Reveal make_reveal(const Words& words, const DrillWords& drill, const DrillInput& input) {
    const DrillReveal& reveal = *input.reveal;
    DrillView::Reveal shown;
    shown.reply = words.tr("home", "“{}”", {drill.reply(input.run.variant, reveal.choice)});
    shown.feedback = drill.feedback(input.run.variant, reveal.choice);
    if (reveal.best != reveal.choice) shown.best = drill.choice_says(input.run.variant, reveal.best);
    shown.due = due_words(words, reveal, input.today);
    shown.words = verdict(words, reveal, input.confidence);
    shown.tint = reveal.quality >= good_quality   ? Tint::good
                 : reveal.quality >= weak_quality ? Tint::careful
                                                  : Tint::warm;
    return shown;
}

}  // namespace

std::string sector_of(const Library& library, const Drill& drill) {
    const Scenario* scenario = library.find(drill.from_scenario);
    return scenario == nullptr ? std::string() : scenario->sector;
}

DrillView make_drill_view(const Words& words, const DrillWords& drill, const DrillInput& input) {
    DrillView view;
    // What is practised would give the answer away.
    view.header.title = input.reveal ? drill.title() : words.tr("drill", "Sixty-second drill");
    view.header.line = input.reveal ? words.tr("drill", "Sixty-second drill")
                                    : words.tr("drill", "Answer, then say how sure you are");
    view.header.pill = input.pill;
    if (input.of > 1) {
        view.header.steps = input.of;
        view.header.done = input.reveal ? input.nth : input.nth - 1;
        view.header.now = !input.reveal;
        view.header.progress =
            words.tr("drill", "{} of {}", {std::to_string(input.nth), std::to_string(input.of)});
        view.header.line += " · " + view.header.progress;
    }
    add_person(view, words, drill, input);
    const Moment& moment = drill.drill().variants[input.run.variant].moment;
    for (std::size_t i = 0; i < input.run.shown.size(); ++i) {
        const std::size_t choice = input.run.shown[i];
        view.choices.push_back(
            {moment.choices[choice].id, letter_of(i), drill.choice_says(input.run.variant, choice)});
        if (input.run.picked == choice) view.picked = i;
    }
    view.confidence = input.confidence;
    if (input.reveal) view.reveal = make_reveal(words, drill, input);
    view.go_on = input.more ? words.tr("drill", "NEXT") : words.tr("debrief", "DONE");
    view.motion = drill.drill().id + "/" + moment.id;
    return view;
}

}  // namespace touchstone::game
