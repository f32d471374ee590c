// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/practice.h"

#include <algorithm>
#include <string_view>

#include "engine/basics/overloaded.h"
#include "engine/basics/seeded.h"
#include "engine/paths/loss.h"
#include "engine/play/mood.h"

namespace touchstone {

namespace {

RecordedState recorded(const CustomerState& state) {
    return {state.satisfaction, state.trust, state.patience};
}

/// The names whose bit is set.
std::vector<std::string> names_in(std::uint8_t set, const std::vector<std::string>& names) {
    std::vector<std::string> found;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (contains(set, i)) found.push_back(names[i]);
    return found;
}
template <std::size_t count>
std::vector<std::string> names_in(std::uint8_t set, const char* const (&names)[count]) {
    return names_in(set, std::vector<std::string>(std::begin(names), std::end(names)));
}

int count_of(NameSet set) {
    int count = 0;
    for (unsigned bits = set; bits != 0; bits &= bits - 1) ++count;
    return count;
}

/// e = w x factor; a rapid choice says nothing, a hint halves it (learning 1.4).
int factor_of(const PracticeContext& context, bool rapid) {
    if (rapid) return 0;
    const int factor = evidence_factor(context.history) / (context.hint ? 2 : 1);
    return context.mode == "retry" ? factor / 4 : factor;
}

int loss_thousandths(Loss loss) { return thousandths(loss, loss_of_one); }

AskMade record_of(const PracticeContext& context, const Asked& asked, std::int64_t n) {
    const Moment& moment = context.scenario.moments[asked.moment];
    return {context.encounter,
            n,
            moment.id,
            moment.asks[asked.ask].id,
            names_in(asked.revealed, context.scenario.facts),
            recorded(asked.after),
            asked.visible_ms};
}

ChoiceMade record_of(const PracticeContext& context, const Chosen& chosen, std::int64_t n) {
    const Moment& moment = context.scenario.moments[chosen.moment];
    const Choice& choice = moment.choices[chosen.choice];
    ChoiceMade made;
    made.encounter = context.encounter;
    made.n = n;
    made.moment = moment.id;
    made.choice = choice.id;
    for (const std::size_t i : chosen.shown) made.shown.push_back(moment.choices[i].id);
    made.visible_ms = chosen.visible_ms;
    made.rapid = is_rapid(chosen.visible_ms, context.words_on_screen);
    made.hint = context.hint;
    made.loss = loss_thousandths(choice_loss(moment, choice));
    made.state = recorded(chosen.after);
    made.spent = chosen.spent;
    made.steps = names_in(choice.steps, step_names);
    made.extra = choice.extra;
    made.critical = choice.critical();
    made.evidence = recorded_evidence(context.standard, moment, choice);
    made.mastery = recorded_mastery(context.standard, moment, choice, factor_of(context, made.rapid));
    made.difficulty = moment.difficulty;
    return made;
}

EncounterFinished record_of(const PracticeContext& context, const Encounter& encounter,
                            const Scoring& scoring, std::int64_t active_ms) {
    const End& end = *encounter.end;
    const Ending& ending = context.scenario.endings[end.ending];
    const Outcome& outcome = ending.outcomes[end.outcome];
    EncounterFinished finished;
    finished.encounter = context.encounter;
    finished.end = end.how == End::How::left ? "left" : "outcome";
    finished.ending = ending.id;
    finished.outcome = outcome.id;
    finished.value = outcome.value;
    finished.score = scoring.score.tenths;
    finished.worst = loss_thousandths(scoring.worst);
    finished.levels = scoring.ladder.credited;
    finished.met = names_in(outcome.met, met_names);
    finished.critical = scoring.critical;
    finished.state = recorded(encounter.state);
    finished.recommend = likelihood_to_recommend(encounter.state);
    finished.facts_found = count_of(encounter.facts);
    finished.facts_total = static_cast<int>(context.scenario.facts.size());
    finished.spent = encounter.spent;
    finished.active_ms = active_ms;
    return finished;
}

std::int64_t visible_of(const PlayEvent& event) {
    return std::visit([](const auto& known) { return known.visible_ms; }, event);
}

RecordedStart recorded_start(const Scenario& scenario, const Position& position, bool retry) {
    RecordedStart start;
    start.moment = scenario.moments[position.moment].id;
    start.state = recorded(position.state);
    start.facts = names_in(position.facts, scenario.facts);
    start.marks = names_in(position.marks, scenario.marks);
    start.spent = position.spent;
    if (retry) start.steps = names_in(position.steps, step_names);
    return start;
}

PracticeStep begun(const PracticeContext& context, Encounter encounter, const std::optional<Fork>& fork) {
    const Scenario& scenario = context.scenario;
    EncounterBegun begun;
    begun.encounter = context.encounter;
    begun.pack = context.pack;
    begun.pack_hash = context.pack_hash;
    begun.scenario = scenario.id;
    begun.version = scenario.version;
    begun.logic_hash = scenario.logic_hash;
    begun.seed = seed_to_text(encounter.seed);
    begun.mode = context.mode;
    begun.start = recorded_start(scenario, encounter, fork.has_value());
    if (fork) {
        begun.parent_encounter = fork->parent;
        begun.parent_n = fork->n;
    }
    return {std::move(encounter), {}, {std::move(begun)}, std::nullopt};
}

/// The bits of `names` among `all`; an unknown name has none.
template <class Names>
std::uint8_t set_of(const std::vector<std::string>& names, const Names& all) {
    std::uint8_t set = 0;
    for (std::size_t i = 0; i < std::size(all); ++i)
        if (std::find(names.begin(), names.end(), all[i]) != names.end())
            set = static_cast<std::uint8_t>(set | (1U << i));
    return set;
}

std::optional<Position> position_of(const Scenario& scenario, const RecordedStart& start) {
    Position position;
    while (position.moment < scenario.moments.size() &&
           scenario.moments[position.moment].id != start.moment)
        ++position.moment;
    if (position.moment == scenario.moments.size()) return std::nullopt;
    position.state = {start.state.satisfaction, start.state.trust, start.state.patience};
    position.facts = set_of(start.facts, scenario.facts);
    position.marks = set_of(start.marks, scenario.marks);
    position.spent = start.spent;
    if (start.steps) position.steps = set_of(*start.steps, step_names);
    return position;
}

/// Plays one stored record again; an error when the stored state disagrees.
class Refold {
public:
    explicit Refold(const Scenario& scenario) : scenario_(scenario) {}
    Resumed resumed;

    Result<Done> take(const EncounterBegun& begun) {
        std::uint64_t seed = 0;
        if (!seed_from_text(begun.seed, seed)) return disagrees("its seed is unreadable");
        if (begun.logic_hash != scenario_.logic_hash)
            return disagrees("it was played on another version of the scenario");
        resumed.encounter = begin(scenario_, seed);
        if (begun.mode != "retry") return Done{};
        const auto fork = position_of(scenario_, begun.start);
        if (!fork) return disagrees("its first moment is unknown");
        resumed.encounter = begin_at(scenario_, seed, *fork);
        return Done{};
    }
    Result<Done> take(const AskMade& made) {
        return play(AskEvent{made.ask, made.visible_ms}, made.visible_ms, made.state);
    }
    Result<Done> take(const ChoiceMade& made) {
        const std::int64_t before = resumed.encounter.visible_ms;
        return play(ChooseEvent{made.choice, made.visible_ms - before}, made.visible_ms - before, made.state);
    }
    Result<Done> take(const EncounterFinished&) { return Done{}; }
    template <class Other>
    Result<Done> take(const Other&) {
        return disagrees("another kind of record stands among its own");
    }

private:
    static Error disagrees(const std::string& why) {
        return {Error::Kind::conflict, "the stored encounter cannot go on: " + why,
                "start the scenario again"};
    }
    Result<Done> play(const PlayEvent& event, std::int64_t visible_ms, const RecordedState& stored) {
        auto next = advance(resumed.encounter, scenario_, event);
        if (!next) return disagrees(next.error().detail);
        if (!(recorded(next->encounter.state) == stored)) return disagrees("the customer's state differs");
        resumed.last_happening = next->happenings.front();
        resumed.any = true;
        resumed.active_ms += visible_ms;
        resumed.encounter = std::move(next->encounter);
        return Done{};
    }

    const Scenario& scenario_;
};

}  // namespace

int evidence_factor(const ScenarioHistory& history) {
    const int plays = std::min(3, history.plays_in_30_days);
    const int first = 1000 >> plays;
    return history.debrief_in_30_days ? std::min(first, 250) : first;
}

Result<Fork> fork_before(const Scenario& scenario, const EncounterId& parent, const Encounter& played,
                         std::size_t choice) {
    Encounter now = begin_again(scenario, played);
    Fork fork{parent, 0, now};
    for (const std::string& id : played.log) {
        auto next = advance(now, scenario, event_of(scenario, now, id));
        if (!next) return next.error();
        ++fork.n;
        if (std::holds_alternative<Chosen>(next->happenings.front())) {
            if (choice == 0) return fork;
            --choice;
            fork.position = next->encounter;
        }
        now = std::move(next->encounter);
    }
    return Error{Error::Kind::refused, "the encounter made fewer choices", "choose one that was made"};
}

PracticeStep begin_practice(const PracticeContext& context, std::uint64_t seed) {
    return begun(context, begin(context.scenario, seed), {});
}

PracticeStep begin_retry(const PracticeContext& context, std::uint64_t seed, const Fork& fork) {
    return begun(context, begin_at(context.scenario, seed, fork.position), fork);
}

Result<PracticeStep> practise(const PracticeContext& context, const Encounter& encounter,
                              const PlayEvent& event, std::int64_t active_ms) {
    auto next = advance(encounter, context.scenario, event);
    if (!next) return next.error();
    PracticeStep step{std::move(next->encounter), std::move(next->happenings), {}, std::nullopt};
    const auto n = static_cast<std::int64_t>(step.encounter.log.size());
    if (step.encounter.finished()) {
        auto scoring = score_encounter(context.standard, context.scenario, step.encounter);
        if (!scoring) return scoring.error();
        step.scoring = std::move(*scoring);
    }
    for (const Happening& happening : step.happenings)
        std::visit(
            overloaded{
                [&](const Asked& asked) { step.records.emplace_back(record_of(context, asked, n)); },
                [&](const Chosen& chosen) { step.records.emplace_back(record_of(context, chosen, n)); },
                [&](const Finished&) {
                    step.records.emplace_back(
                        record_of(context, step.encounter, *step.scoring, active_ms + visible_of(event)));
                },
            },
            happening);
    return step;
}

EncounterFinished abandoned(const Scenario* scenario, const EncounterId& encounter, const Encounter* last) {
    EncounterFinished finished;
    finished.encounter = encounter;
    finished.end = "abandoned";
    if (scenario) finished.facts_total = static_cast<int>(scenario->facts.size());
    if (last) {
        finished.state = recorded(last->state);
        finished.recommend = likelihood_to_recommend(last->state);
        finished.facts_found = count_of(last->facts);
        finished.spent = last->spent;
    }
    return finished;
}

Result<Resumed> refold(const Scenario& scenario, const std::vector<Record>& records) {
    Refold refold(scenario);
    if (records.empty() || !std::holds_alternative<EncounterBegun>(records.front().body))
        return Error{Error::Kind::malformed, "an encounter starts with its begun record",
                     "start the scenario again"};
    for (const Record& record : records) {
        auto taken = std::visit([&](const auto& body) { return refold.take(body); }, record.body);
        if (!taken) return taken.error();
    }
    return refold.resumed;
}

}  // namespace touchstone
