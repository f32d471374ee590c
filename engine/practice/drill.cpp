// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/drill.h"

#include <algorithm>

#include "engine/basics/score.h"
#include "engine/basics/seeded.h"
#include "engine/paths/loss.h"

namespace touchstone {

namespace {

constexpr int drill_factor = 500;  // thousandths (DEFINITIONS, Conventions: "e x 0.5")

Error impossible(const DrillContext& context, const std::string& why) {
    return {Error::Kind::conflict, "drill " + context.drill.id + ": " + why, "show the drill again"};
}

bool first_today(const DrillContext& context) {
    return !context.state.last_answer || *context.state.last_answer < context.today;
}

int factor_of(const DrillContext& context, bool rapid) {
    if (rapid || !first_today(context)) return 0;
    return context.hint ? drill_factor / 2 : drill_factor;
}

std::size_t best_of(const Moment& moment) {
    const auto best = std::max_element(
        moment.choices.begin(), moment.choices.end(),
        [&](const Choice& a, const Choice& b) { return quality_48(moment, a) < quality_48(moment, b); });
    return static_cast<std::size_t>(best - moment.choices.begin());
}

DrillReveal reveal_of(const DrillContext& context, const Moment& moment, std::size_t choice, bool rapid) {
    const std::optional<Memory>& memory = context.state.memory;
    DrillReveal reveal;
    reveal.choice = choice;
    reveal.best = best_of(moment);
    reveal.quality = thousandths(quality_48(moment, moment.choices[choice]), quality_of_one);
    reveal.counts = first_today(context);
    reveal.rapid = rapid;
    reveal.rating = rating_of({reveal.quality, context.hint, rapid},
                              memory ? std::optional(memory->last_rating) : std::nullopt);
    reveal.due = reveal.counts ? due_day(remembered(memory, reveal.rating, context.today),
                                         context.person.text, context.pack + "/" + context.drill.id)
                               : context.state.due;
    return reveal;
}

DrillAnswered record_of(const DrillContext& context, const DrillRun& run, const DrillReveal& reveal,
                        bool rapid) {
    const Moment& moment = context.drill.variants[run.variant].moment;
    const Choice& choice = moment.choices[reveal.choice];
    DrillAnswered made;
    made.pack = context.pack;
    made.pack_hash = context.pack_hash;
    made.drill = context.drill.id;
    made.version = context.drill.version;
    made.variant = moment.id;
    made.choice = choice.id;
    for (const std::size_t i : run.shown) made.shown.push_back(moment.choices[i].id);
    made.visible_ms = run.visible_ms;
    made.rapid = rapid;
    made.hint = context.hint;
    made.q4 = (2 * 4 * quality_48(moment, choice) + quality_of_one) / (2 * quality_of_one);
    made.rating = static_cast<int>(reveal.rating);
    made.evidence = recorded_evidence(context.standard, moment, choice);
    made.mastery = recorded_mastery(context.standard, moment, choice, factor_of(context, rapid));
    made.difficulty = moment.difficulty;
    made.due_day = reveal.due;
    return made;
}

}  // namespace

std::size_t next_variant(const Drill& drill, const DrillState& state) {
    const auto never = std::find_if(drill.variants.begin(), drill.variants.end(), [&](const auto& variant) {
        return std::find(state.variants.begin(), state.variants.end(), variant.id()) == state.variants.end();
    });
    if (never != drill.variants.end()) return static_cast<std::size_t>(never - drill.variants.begin());
    for (const std::string& longest_ago : state.variants)
        if (const auto found = drill.find_variant(longest_ago)) return *found;
    return 0;
}

DrillRun show_drill(const Drill& drill, const DrillState& state, std::uint64_t seed) {
    DrillRun run;
    run.variant = next_variant(drill, state);
    const Moment& moment = drill.variants[run.variant].moment;
    run.shown = seeded_order(moment.choices.size(), seed, moment.id);
    return run;
}

Result<DrillRun> pick_in_drill(const DrillContext& context, DrillRun run, const std::string& choice,
                               std::int64_t visible_ms) {
    if (run.answered) return impossible(context, "it is answered already");
    const std::vector<Choice>& choices = context.drill.variants[run.variant].moment.choices;
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&](const Choice& one) { return one.id == choice; });
    if (found == choices.end()) return impossible(context, "`" + choice + "` is no choice of this variant");
    run.picked = static_cast<std::size_t>(found - choices.begin());
    run.visible_ms += visible_ms;
    return run;
}

Result<DrillStep> answer_drill(const DrillContext& context, DrillRun run, std::optional<int> confidence,
                               std::int64_t visible_ms) {
    if (run.answered) return impossible(context, "it is answered already");
    if (!run.picked) return impossible(context, "nothing is picked");
    if (confidence && (*confidence < 1 || *confidence > 3))
        return impossible(context, "confidence is 1, 2 or 3");
    run.visible_ms += visible_ms;
    run.answered = true;
    const bool rapid = is_rapid(run.visible_ms, context.words_on_screen);
    DrillStep step;
    step.reveal = reveal_of(context, context.drill.variants[run.variant].moment, *run.picked, rapid);
    step.record = record_of(context, run, step.reveal, rapid);
    step.record.confidence = confidence;
    step.run = std::move(run);
    return step;
}

}  // namespace touchstone
