// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/demo/play_encounter.h"

#include "engine/basics/overloaded.h"
#include "engine/basics/utf8.h"

namespace touchstone::sync {
namespace {

std::size_t words_on_screen(const packs::Pack& pack, const Scenario& scenario, const Encounter& encounter) {
    const Moment& moment = scenario.moments[encounter.moment];
    std::size_t words = 0;
    for (const std::size_t choice : shown_choices(encounter, scenario)) {
        const auto address = scenario.id + "/" + moment.id + "/" + moment.choices[choice].id + "/says";
        words += count_words(pack.texts.find(pack.source_language, address));
    }
    return words;
}

/// Reading takes 0.15 to 0.35 s a word; one choice in fifty is a tap without reading.
std::int64_t time_to_choose(std::size_t words, SplitMix64& random) {
    if (random.below(50) == 0) return 900 + static_cast<std::int64_t>(random.below(400));
    const auto per_word = 150 + static_cast<std::int64_t>(random.below(200));
    return 2500 + static_cast<std::int64_t>(words) * per_word + static_cast<std::int64_t>(random.below(4000));
}

PlayEvent timed(PlayEvent event, std::size_t words, SplitMix64& random) {
    std::visit(
        overloaded{
            [&](AskEvent& ask) { ask.visible_ms = 1800 + static_cast<std::int64_t>(random.below(5000)); },
            [&](ChooseEvent& choose) { choose.visible_ms = time_to_choose(words, random); },
            [&](LeaveEvent& leave) {
                leave.visible_ms = 1000 + static_cast<std::int64_t>(random.below(9000));
            },
        },
        event);
    return event;
}

std::int64_t visible_of(const PlayEvent& event) {
    return std::visit([](const auto& known) { return known.visible_ms; }, event);
}

}  // namespace

Result<PlayedEncounter> play_encounter(const packs::Pack& pack, const Library& library,
                                       const Scenario& scenario, const EncounterId& encounter,
                                       const ScenarioHistory& history, Learner& learner, Micros begun_at) {
    PracticeContext context{library.standard, scenario, encounter, pack.id, pack.hash,
                            "practice",       history,  0,         false};
    PracticeStep step = begin_practice(context, learner.random().next());
    PlayedEncounter played{{{begun_at, step.records.front()}}, begun_at};
    std::int64_t active_ms = 0;
    while (!step.encounter.finished()) {
        const std::size_t moment = step.encounter.moment;
        context.words_on_screen = words_on_screen(pack, scenario, step.encounter);
        const PlayEvent event = timed(learner.next_event(library.standard, scenario, step.encounter),
                                      context.words_on_screen, learner.random());
        auto next = practise(context, step.encounter, event, active_ms);
        if (!next) return next.error();
        active_ms += visible_of(event);
        played.ended_at += visible_of(event) * 1000 + 1'500'000;  // the reaction is looked at
        for (RecordBody& body : next->records) played.records.emplace_back(played.ended_at, std::move(body));
        if (std::holds_alternative<ChooseEvent>(event))
            learner.learn_from(library.standard, scenario.moments[moment]);
        step = *std::move(next);
    }
    return played;
}

}  // namespace touchstone::sync
