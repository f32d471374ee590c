// SPDX-License-Identifier: Apache-2.0
#include "game/screens/debrief/debrief_view.h"

#include "game/screens/common/labels.h"

namespace touchstone::game {
namespace {

int shown(int tenths) { return (tenths + 5) / 10; }

void add_outcome(DebriefView& view, const Words& words, const ScenarioWords& scenario,
                 const DebriefInput& input) {
    const Encounter& encounter = input.encounter;
    view.expression = expression_of(encounter.state, 0);
    const Mood mood = mood_of(view.expression);
    view.looks = scenario.scenario().looks;
    view.backdrop = backdrop_of(scenario.scenario().sector);
    view.customer = scenario.customer();
    view.mood = mood_word(words, mood);
    view.tint = mood_tint(mood);
    view.code = mood_icon(mood);
    view.quote = scenario.outcome_says(encounter.end->ending, encounter.end->outcome);
    if (view.quote.empty())
        view.quote = words.tr("debrief", "The customer left before it was settled.");
    else
        view.quote = words.tr("debrief", "“{}”", {view.quote});
}

void add_score(DebriefView& view, const Words& words, const DebriefInput& input) {
    const int tenths = input.scoring.score.tenths;
    view.score = std::to_string(input.scoring.score.shown());
    if (input.retry)
        view.score_line = words.tr("debrief", "from the turn on");
    else if (!input.best_before)
        view.score_line = words.tr("debrief", "your first");
    else if (tenths > *input.best_before)
        view.score_line =
            words.tr("debrief", "new best, was {}", {std::to_string(shown(*input.best_before))});
    else
        view.score_line = words.tr("debrief", "best so far {}", {std::to_string(shown(*input.best_before))});
    if (input.provisional) view.provisional = words.tr("debrief", "key: provisional");
}

long count_bits(unsigned bits) {
    long count = 0;
    for (; bits != 0; bits &= bits - 1) ++count;
    return count;
}

void add_lines(DebriefView& view, const Words& words, const ScenarioWords& scenario,
               const DebriefInput& input) {
    const Scenario& logic = scenario.scenario();
    const auto total = static_cast<long>(logic.facts.size());
    if (total > 0) {
        const std::string found = std::to_string(count_bits(input.encounter.facts));
        view.lines.push_back(
            {icon::eye, words.tr("debrief", "Hidden facts: {} of {}", {found, std::to_string(total)})});
    }
    if (input.rapid > 0)
        view.lines.push_back({icon::bolt, words.count("debrief", "{} hasty answer: not on your map",
                                                      "{} hasty answers: not on your map", input.rapid)});
    if (logic.spend_limit && *logic.spend_limit > 0)
        view.lines.push_back(
            {icon::wallet, words.tr("debrief", "{} of {} used",
                                    {money(words.language(), input.currency, input.encounter.spent),
                                     money(words.language(), input.currency, *logic.spend_limit)})});
}

DebriefView::Turn make_turn(const Words& words, const ScenarioWords& scenario, const PlayedChoice& played,
                            bool helped) {
    DebriefView::Turn turn;
    turn.helped = helped;
    turn.head = helped ? words.tr("debrief", "What helped most") : words.tr("debrief", "Where it could turn");
    turn.what = words.tr("debrief", "“{}”",
                         {scenario.choice_says(played.moment, played.choice, played.situation_before)});
    turn.why = scenario.feedback(played.moment, played.choice);
    if (helped) return turn;
    const std::size_t best =
        best_choice(scenario.scenario().moments[played.moment], played.situation_before.facts);
    if (best == played.choice) return turn;
    turn.other =
        words.tr("debrief", "“{}”", {scenario.choice_says(played.moment, best, played.situation_before)});
    turn.other_reply =
        words.tr("debrief", "{}: “{}”", {scenario.customer(), scenario.reply(played.moment, best)});
    return turn;
}

void add_turns(DebriefView& view, const Words& words, const ScenarioWords& scenario, const Scoring& scoring) {
    const TurningPoints points = turning_points(scoring);
    if (points.helped)
        view.turns.push_back(make_turn(words, scenario, scoring.choices[*points.helped], true));
    if (points.could_turn)
        view.turns.push_back(make_turn(words, scenario, scoring.choices[*points.could_turn], false));
    view.turns_title = view.turns.size() == 2 ? words.tr("debrief", "Two turning points")
                                              : words.tr("debrief", "The turning point");
}

void add_axes(DebriefView& view, const ScenarioWords& scenario, const DebriefInput& input) {
    for (std::size_t i = 0; i < input.standard.behaviours.size(); ++i) {
        const std::string& id = input.standard.behaviours[i];
        Axis axis{scenario.find("standard/behaviours/" + id + "/short"), std::nullopt, std::nullopt};
        if (const Value value = input.scoring.behaviours[i]) axis.value = shown(*value);
        const auto recent = input.before.recent.find(id);
        if (recent != input.before.recent.end() && !recent->second.empty()) {
            int sum = 0;
            for (const int tenths : recent->second) sum += tenths;
            axis.usual = shown(sum / static_cast<int>(recent->second.size()));
        }
        view.axes.push_back(std::move(axis));
    }
}

/// Evidence of a level: how many marks it had, and how many were good enough (3 or 4 of 4).
void add_ladder(DebriefView& view, const Words& words, const ScenarioWords& scenario,
                const DebriefInput& input) {
    std::array<int, level_count> good{}, all{};
    for (const Evidence& evidence : input.scoring.evidence) {
        const auto level = static_cast<std::size_t>(input.standard.indicators[evidence.indicator].level - 1);
        ++all[level];
        if (evidence.rating >= 3) ++good[level];
    }
    for (std::size_t i = level_count; i-- > 0;) {
        Rung rung{scenario.find("standard/levels/" + input.standard.levels[i]),
                  words.tr("debrief", "not tested"), 0, all[i] > 0};
        if (all[i] > 0) {
            rung.words = words.tr("debrief", "{} of {}", {std::to_string(good[i]), std::to_string(all[i])});
            rung.share = static_cast<float>(good[i]) / static_cast<float>(all[i]);
        }
        view.rungs.push_back(std::move(rung));
    }
    const Ladder& ladder = input.scoring.ladder;
    view.ladder_line = ladder.met[0] && ladder.met[1]
                           ? words.tr("debrief", "Level 3 counts in full: 1 and 2 were met.")
                           : words.tr("debrief", "Level 3 counts in full once 1 and 2 are met.");
}

void add_ticks(DebriefView& view, const Words& words, const ScenarioWords& scenario,
               const Encounter& encounter) {
    const std::string met[] = {words.tr("tick", "Need met"), words.tr("tick", "Promise kept"),
                               words.tr("tick", "Owned"), words.tr("tick", "Little effort")};
    const std::string steps[] = {words.tr("step", "Listen"), words.tr("step", "Apologise"),
                                 words.tr("step", "Fix"), words.tr("step", "Prevent"),
                                 words.tr("step", "Close")};
    const MetSet reached =
        scenario.scenario().endings[encounter.end->ending].outcomes[encounter.end->outcome].met;
    for (unsigned i = 0; i < 4; ++i) view.ticks.push_back({met[i], (reached & (1U << i)) != 0});
    for (unsigned i = 0; i < 5; ++i) view.steps.push_back({steps[i], (encounter.steps & (1U << i)) != 0});
}

}  // namespace

DebriefView make_debrief_view(const Words& words, const ScenarioWords& scenario, const DebriefInput& input) {
    DebriefView view;
    view.header.title = scenario.title();
    view.header.line = input.retry ? words.tr("debrief", "A second try from the turn · kept apart")
                                   : words.tr("debrief", "Looking back · about a minute");
    view.contest = words.tr("debrief", "I see it differently");
    view.reflect = words.tr("debrief", "Write down a thought");
    view.done = input.more ? words.tr("debrief", "GO ON") : words.tr("debrief", "DONE");
    view.replays = !input.scoring.choices.empty();
    if (!input.retry && turning_points(input.scoring).could_turn)
        view.retry = words.tr("debrief", "Try this moment again");
    view.header.pill = input.pill;
    add_outcome(view, words, scenario, input);
    add_score(view, words, input);
    add_lines(view, words, scenario, input);
    add_turns(view, words, scenario, input.scoring);
    add_axes(view, scenario, input);
    add_ladder(view, words, scenario, input);
    add_ticks(view, words, scenario, input.encounter);
    view.shoes = scenario.shoes();
    view.try_it = scenario.try_it();
    view.as_list = input.as_list;
    return view;
}

}  // namespace touchstone::game
