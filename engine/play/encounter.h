// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/basics/result.h"
#include "engine/scenario/scenario.h"

namespace touchstone {

/// How an encounter ended.
struct End {
    enum class How : std::uint8_t { outcome, patience_gone, left, abandoned };
    How how = How::outcome;
    std::size_t ending = 0;
    std::size_t outcome = 0;
};

/// Where play stands: all that decides what can happen next. paths explores these, advance moves along them.
struct Position {
    std::size_t moment = 0;
    CustomerState state;
    NameSet facts = 0;
    NameSet marks = 0;
    std::int64_t spent = 0;  // minor units
    std::uint8_t asked = 0;  // asks made at this moment, as bits
    StepSet steps = 0;       // all steps taken so far

    Situation situation() const { return {state, facts, marks, spent}; }
};

/// A position after a move, and the end when there is one.
struct Move {
    Position position;
    std::optional<End> end;
};
Position start_of(const Scenario& scenario);
/// Moves by index (DEFINITIONS A2, A4). The ask must not have been made, the choice must be available.
Move after_ask(const Scenario& scenario, Position position, std::size_t ask);
Move after_choice(const Scenario& scenario, Position position, std::size_t choice);
Move after_leaving(const Scenario& scenario, Position position);

/// One run of a scenario by one learner. A value: `advance` gives the next one.
struct Encounter : Position {
    std::string logic_hash;
    std::uint64_t seed = 0;
    std::int64_t visible_ms = 0;   // time at this moment so far, all visits added
    std::vector<std::string> log;  // ids of asks and choices, in order; "leave" when the learner left
    std::optional<End> end;
    std::optional<Position> fork;  // where a retry began; else it began at the scenario's start

    bool finished() const { return end.has_value(); }
};

/// Events. `visible_ms` is how long the moment was visible since the last event, supplied by the shell.
struct AskEvent {
    std::string ask;
    std::int64_t visible_ms = 0;
};
struct ChooseEvent {
    std::string choice;
    std::int64_t visible_ms = 0;
};
struct LeaveEvent {
    std::int64_t visible_ms = 0;
};
using PlayEvent = std::variant<AskEvent, ChooseEvent, LeaveEvent>;

/// Happenings: what an event brought about.
struct Asked {
    std::size_t moment, ask;
    NameSet revealed;
    CustomerState before, after;
    std::int64_t visible_ms;
};
struct Chosen {
    std::size_t moment, choice;
    std::vector<std::size_t> shown;  // the author's indices in the order on screen
    CustomerState before, after;
    std::int64_t spent;
    std::int64_t visible_ms;  // all visits of this moment added
};
struct Finished {
    End end;
    CustomerState state;  // after a recovery's cap
};
using Happening = std::variant<Asked, Chosen, Finished>;

struct Advance {
    Encounter encounter;
    std::vector<Happening> happenings;
};

Encounter begin(const Scenario& scenario, std::uint64_t seed);
/// A retry: begins where another encounter stood when it came to a moment.
Encounter begin_at(const Scenario& scenario, std::uint64_t seed, const Position& fork);
/// The same beginning once more, before anything was done.
Encounter begin_again(const Scenario& scenario, const Encounter& encounter);
/// The event that `id` of an encounter's log stands for, at this point.
PlayEvent event_of(const Scenario& scenario, const Encounter& now, const std::string& id);

/// The next encounter (DEFINITIONS A1, A2, A4). An event that is impossible here is an Error and changes
/// nothing.
Result<Advance> advance(const Encounter& encounter, const Scenario& scenario, const PlayEvent& event);

/// The choices on screen, in seeded order, as the author's indices (DEFINITIONS A8).
std::vector<std::size_t> shown_choices(const Encounter& encounter, const Scenario& scenario);

/// The customer's state after `effect`, clamped to 0..100.
CustomerState after(CustomerState state, const Effect& effect);

/// What the choice's effect becomes: its gains are halved towards zero to a multiple of 5 when it fixes
/// before anybody listened or apologised in a recovery (DEFINITIONS A4).
Effect effect_of(const Scenario& scenario, const Choice& choice, StepSet taken);

/// The first outcome of `ending` whose condition holds.
std::size_t outcome_of(const Ending& ending, const Situation& situation);

/// State at an ending: a recovery caps satisfaction.
CustomerState capped(const Scenario& scenario, CustomerState state);

}  // namespace touchstone
