// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/practice/attempts.h"
#include "engine/practice/practice.h"
#include "engine/records/record.h"

namespace touchstone {

/// What the records of one person say about one scenario.
struct ScenarioFold : AttemptScores {
    std::vector<Day> begun_on;
    std::vector<Day> debriefed_on;
    int finished = 0;
};
/// An encounter that was begun and not finished.
struct OpenEncounter {
    EncounterBegun begun;
    Day day = 0;
    std::vector<Record> records;  // of this encounter, begun first
};
/// The folds that the learner's screens need. Everything shown is a fold of records.
struct PersonFold {
    std::map<std::string, ScenarioFold> scenarios;
    std::map<EncounterId, OpenEncounter> open;
    std::set<Day> practice_days;
    struct BehaviourSum {
        double weighted = 0;  // sum e q
        double weight = 0;    // sum e
    };
    std::map<std::string, BehaviourSum> behaviours;
    /// Values (tenths) of the last finished encounters per behaviour, oldest first, at most five.
    std::map<std::string, std::vector<int>> recent;
};
PersonFold fold_person(const std::vector<Record>& records);

ScenarioHistory history_of(const PersonFold& fold, const std::string& scenario, Day today);

/// The next scenario to play and why. Never played first, then the one played longest ago; ties by A8's hash.
struct Suggestion {
    enum class Why { never_played, longest_ago };
    std::size_t scenario = 0;  // index into the given list
    Why why = Why::never_played;
    int days_ago = 0;
};
Suggestion suggest(const PersonFold& fold, const std::vector<Scenario>& scenarios, const PersonId& person,
                   Day today);

}  // namespace touchstone
