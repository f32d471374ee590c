// SPDX-License-Identifier: Apache-2.0
#include "engine/play/encounter.h"

#include <algorithm>

#include "engine/basics/overloaded.h"
#include "engine/basics/seeded.h"

namespace touchstone {

namespace {

constexpr int patience_per_choice = 5;

int clamped(int value) { return std::clamp(value, 0, 100); }
int halved(int gain) { return gain > 0 ? gain / 2 / 5 * 5 : gain; }

Error impossible(std::string what) {
    return {Error::Kind::refused, std::move(what),
            "choose one of the asks or choices that this moment shows"};
}

Move ended(const Scenario& scenario, Position position, End::How how, std::size_t ending) {
    position.state = capped(scenario, position.state);
    return {position, End{how, ending, outcome_of(scenario.endings[ending], position.situation())}};
}

void take(Encounter& encounter, const Move& move) {
    static_cast<Position&>(encounter) = move.position;
    encounter.end = move.end;
}

void tell_end(Advance& next) {
    if (next.encounter.end) next.happenings.push_back(Finished{*next.encounter.end, next.encounter.state});
}

Result<Advance> made(Encounter encounter, const Scenario& scenario, const AskEvent& event) {
    const Moment& moment = scenario.moments[encounter.moment];
    const auto found = std::find_if(moment.asks.begin(), moment.asks.end(),
                                    [&](const Ask& ask) { return ask.id == event.ask; });
    if (found == moment.asks.end())
        return impossible("moment `" + moment.id + "` has no ask `" + event.ask + "`");
    const auto index = static_cast<std::size_t>(found - moment.asks.begin());
    if (contains(encounter.asked, index)) return impossible("`" + event.ask + "` was asked already");
    const Asked asked{encounter.moment, index, found->reveals, encounter.state, {}, event.visible_ms};
    take(encounter, after_ask(scenario, encounter, index));
    encounter.visible_ms += event.visible_ms;
    encounter.log.push_back(event.ask);
    Advance next{std::move(encounter), {asked}};
    std::get<Asked>(next.happenings.front()).after = next.encounter.state;
    tell_end(next);
    return next;
}

Result<Advance> made(Encounter encounter, const Scenario& scenario, const ChooseEvent& event) {
    const Moment& moment = scenario.moments[encounter.moment];
    const std::vector<std::size_t> shown = shown_choices(encounter, scenario);
    const auto found = std::find_if(shown.begin(), shown.end(),
                                    [&](std::size_t i) { return moment.choices[i].id == event.choice; });
    if (found == shown.end())
        return impossible("moment `" + moment.id + "` does not offer `" + event.choice + "`");
    Chosen chosen{
        encounter.moment, *found, shown, encounter.state, {}, 0, encounter.visible_ms + event.visible_ms};
    take(encounter, after_choice(scenario, encounter, *found));
    encounter.visible_ms = 0;
    encounter.log.push_back(event.choice);
    chosen.after = encounter.state;
    chosen.spent = encounter.spent;
    Advance next{std::move(encounter), {std::move(chosen)}};
    tell_end(next);
    return next;
}

Result<Advance> made(Encounter encounter, const Scenario& scenario, const LeaveEvent& event) {
    take(encounter, after_leaving(scenario, encounter));
    encounter.visible_ms += event.visible_ms;
    encounter.log.emplace_back("leave");
    Advance next{std::move(encounter), {}};
    tell_end(next);
    return next;
}

}  // namespace

Position start_of(const Scenario& scenario) {
    Position position;
    position.moment = scenario.start;
    position.state = scenario.start_state;
    return position;
}

Move after_ask(const Scenario& scenario, Position position, std::size_t ask) {
    const Ask& made_ask = scenario.moments[position.moment].asks[ask];
    position.asked = static_cast<std::uint8_t>(position.asked | (1U << ask));
    position.facts |= made_ask.reveals;
    position.state = after(position.state, made_ask.effect);
    if (position.state.patience == 0)
        return ended(scenario, position, End::How::patience_gone, scenario.leaves);
    return {position, std::nullopt};
}

Move after_choice(const Scenario& scenario, Position position, std::size_t index) {
    const Choice& choice = scenario.moments[position.moment].choices[index];
    position.state = after(position.state, effect_of(scenario, choice, position.steps));
    position.steps |= choice.steps;
    position.marks |= choice.marks;
    if (choice.bend) position.spent += choice.bend->cost;
    if (position.state.patience == 0)
        return ended(scenario, position, End::How::patience_gone, scenario.leaves);
    if (choice.next.kind == Target::Kind::ending)
        return ended(scenario, position, End::How::outcome, choice.next.index);
    position.state.patience = clamped(position.state.patience - patience_per_choice);
    if (position.state.patience == 0)
        return ended(scenario, position, End::How::patience_gone, scenario.leaves);
    position.moment = choice.next.index;
    position.asked = 0;
    return {position, std::nullopt};
}

Move after_leaving(const Scenario& scenario, Position position) {
    return ended(scenario, position, End::How::left, scenario.leaves);
}

Encounter begin(const Scenario& scenario, std::uint64_t seed) {
    Encounter encounter;
    static_cast<Position&>(encounter) = start_of(scenario);
    encounter.logic_hash = scenario.logic_hash;
    encounter.seed = seed;
    return encounter;
}

Encounter begin_at(const Scenario& scenario, std::uint64_t seed, const Position& fork) {
    Encounter encounter = begin(scenario, seed);
    static_cast<Position&>(encounter) = fork;
    encounter.fork = fork;
    return encounter;
}

Encounter begin_again(const Scenario& scenario, const Encounter& encounter) {
    return encounter.fork ? begin_at(scenario, encounter.seed, *encounter.fork)
                          : begin(scenario, encounter.seed);
}

PlayEvent event_of(const Scenario& scenario, const Encounter& now, const std::string& id) {
    if (id == "leave") return LeaveEvent{};
    for (const Ask& ask : scenario.moments[now.moment].asks)
        if (ask.id == id) return AskEvent{id};
    return ChooseEvent{id};
}

Result<Advance> advance(const Encounter& encounter, const Scenario& scenario, const PlayEvent& event) {
    if (encounter.finished()) return impossible("the encounter is finished");
    return std::visit([&](const auto& known) { return made(encounter, scenario, known); }, event);
}

std::vector<std::size_t> shown_choices(const Encounter& encounter, const Scenario& scenario) {
    const Moment& moment = scenario.moments[encounter.moment];
    std::vector<std::size_t> shown;
    for (const std::size_t i : seeded_order(moment.choices.size(), encounter.seed, moment.id))
        if ((moment.choices[i].needs & ~encounter.facts) == 0) shown.push_back(i);
    return shown;
}

CustomerState after(CustomerState state, const Effect& effect) {
    return {clamped(state.satisfaction + effect.satisfaction), clamped(state.trust + effect.trust),
            clamped(state.patience + effect.patience)};
}

Effect effect_of(const Scenario& scenario, const Choice& choice, StepSet taken) {
    const bool acknowledged = ((taken | choice.steps) & (step_listen | step_apologise)) != 0;
    if (!scenario.recovery || (choice.steps & step_fix) == 0 || acknowledged) return choice.effect;
    return {halved(choice.effect.satisfaction), halved(choice.effect.trust), halved(choice.effect.patience)};
}

std::size_t outcome_of(const Ending& ending, const Situation& situation) {
    for (std::size_t i = 0; i + 1 < ending.outcomes.size(); ++i)
        if (!ending.outcomes[i].when || holds(*ending.outcomes[i].when, situation)) return i;
    return ending.outcomes.size() - 1;
}

CustomerState capped(const Scenario& scenario, CustomerState state) {
    if (!scenario.recovery) return state;
    const int most = scenario.recovery->before + (scenario.recovery->severe ? 0 : 5);
    state.satisfaction = std::min(state.satisfaction, most);
    return state;
}

}  // namespace touchstone
