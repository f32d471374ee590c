// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/play/encounter.h"

namespace touchstone::game {

/// Where an author begins to play, in ids: it outlives versions of the scenario.
struct AuthorStart {
    std::string scenario;
    std::string moment;  // empty: the scenario's own start
    CustomerState state;
    std::set<std::string> facts, marks;
    std::uint64_t seed = 0;
    friend bool operator==(const AuthorStart&, const AuthorStart&) = default;
};

/// The scenario's own start.
AuthorStart natural_start(const Scenario& scenario, std::uint64_t seed);
/// An encounter there. What the scenario does not know (any more) is passed over: then it begins at its own
/// moment, or without that fact or mark.
Encounter begin_there(const Scenario& scenario, const AuthorStart& start);

/// The names that a set holds, in the scenario's order.
std::vector<std::string> names_in(NameSet set, const std::vector<std::string>& names);

/// What a version of a scenario leaves of an encounter: as many of its steps as can still be taken.
struct Replay {
    Encounter encounter;
    Encounter before;              // the last step
    std::size_t choices_made = 0;  // of the steps, the asks left out
    std::optional<std::size_t> said;  // index of the choice that was the last step
};
Replay replay(const Scenario& scenario, const Encounter& begun, const std::vector<std::string>& steps);

}  // namespace touchstone::game
