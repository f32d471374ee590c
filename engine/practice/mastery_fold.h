// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/learning/mastery.h"
#include "engine/records/record.h"
#include "engine/standard/standard.h"

namespace touchstone {

/// How one choice or drill answer moved the seven levels.
struct Contribution {
    RecordId record;
    Day day = 0;
    std::array<double, behaviour_count> evidence{};  // e per behaviour; 0: only hinted at through the others
    std::array<double, behaviour_count> change{};    // of the level, 0..100
    friend bool operator==(const Contribution&, const Contribution&) = default;
};

/// Where and when a behaviour was practised with evidence.
struct PractisedBehaviour {
    std::set<std::string> scenarios;  // of encounters; drills count as days only
    std::optional<Day> first_day, last_day;
    friend bool operator==(const PractisedBehaviour&, const PractisedBehaviour&) = default;
};

/// What the records of one person say about their mastery.
struct MasteryFold {
    Mastery mastery = prior_mastery();
    std::vector<Contribution> contributions;  // oldest first; records without evidence leave none
    std::array<PractisedBehaviour, behaviour_count> practised{};
    std::map<EncounterId, std::string> scenario_of;  // of every encounter begun
    friend bool operator==(const MasteryFold&, const MasteryFold&) = default;
};

/// Folds all records of a person, in any order of arrival: the same records give the same bits. Evidence is
/// what the record says (a second drill answer of a day says 0); behaviours of another standard are not ours
/// to judge and stay out.
MasteryFold fold_mastery(const Standard& standard, const std::vector<Record>& records);
/// The same, and shows the fold after every record that was evidence.
MasteryFold follow_mastery(const Standard& standard, const std::vector<Record>& records,
                           const std::function<void(const MasteryFold&)>& after_evidence);
/// One more record, later than all before.
void take(MasteryFold& fold, const Standard& standard, const Record& record);

/// "Moved by your last choices: +2.1 ..., -1.4 ..."
struct Moved {
    RecordId record;
    std::size_t behaviour = 0;
    double change = 0;  // of the level, 0..100
    friend bool operator==(const Moved&, const Moved&) = default;
};
inline constexpr std::size_t moved_by_last = 5;
/// The last records that were evidence of this very behaviour, newest first, at most `count`.
std::vector<Moved> moved_by(const MasteryFold& fold, std::size_t behaviour,
                            std::size_t count = moved_by_last);

}  // namespace touchstone
