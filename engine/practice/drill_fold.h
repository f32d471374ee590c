// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/learning/memory.h"
#include "engine/records/record.h"
#include "engine/scenario/drill.h"

namespace touchstone {

/// What one person's records say about one drill.
struct DrillState {
    std::string pack, drill;
    std::optional<Memory> memory;  // nothing before the first answer
    Day due = 0;                   // from this day on it is practised next
    std::optional<Day> last_answer;
    std::vector<std::string> variants;  // those that were answered, the one longest ago first
    int answers = 0;

    /// Probability 0..1 of recall; nothing before the first answer.
    std::optional<double> recall_on(Day today) const;
    friend bool operator==(const DrillState&, const DrillState&) = default;
};

/// All that one person's records say about drills.
struct DrillFold {
    std::map<std::string, DrillState> answered;  // by pack/drill
    std::map<std::string, Day> born;             // pack/scenario/moment -> since when it wants practice
    std::map<Day, std::set<std::string>> days;   // drills that were answered, by day

    /// How many of the day's five drills are done.
    int answered_on(Day day) const;
    friend bool operator==(const DrillFold&, const DrillFold&) = default;
};

/// Memory by FSRS-6 from the first answer of each day (learning 3). A moment wants practice from the first
/// time that a choice there had a quality below 0.75. The records may come in any order; the same records
/// give the same fold.
DrillFold fold_drills(const std::vector<Record>& records, const PersonId& person);

/// The drills of a pack that this person has: answered before, or born of a moment that went badly, which
/// makes them due on the next day. In the pack's order.
std::vector<DrillState> drills_of(const DrillFold& fold, const std::string& pack,
                                  const std::vector<Drill>& drills);

/// One drill's state; of a drill that the person does not have yet (somebody chose it freely), an empty one.
DrillState state_of(const DrillFold& fold, const std::string& pack, const std::string& drill);

/// Which of `states` to practise today, as indices: due ones by least recall, then new ones by the day that
/// they are due, ties by A8's hash. With what was answered today at most five; what does not fit waits and is
/// never a debt (learning 3).
std::vector<std::size_t> drills_for_today(const DrillFold& fold, const std::vector<DrillState>& states,
                                          const PersonId& person, Day today);

}  // namespace touchstone
