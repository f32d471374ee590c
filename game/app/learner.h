// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/practice/badges.h"
#include "engine/practice/drill_plan.h"
#include "engine/practice/folds.h"
#include "engine/practice/points.h"
#include "engine/practice/practice_history.h"
#include "engine/practice/rhythm.h"
#include "engine/practice/session.h"
#include "game/app/resources.h"

namespace touchstone::game {

/// All that the screens show of one person besides the encounter under way. A fold of the person's records:
/// never kept, always made anew.
struct Learner {
    PersonFold fold;
    MasteryFold mastery;
    Mastery now;  // aged to today
    DrillFold drills;
    std::vector<DrillState> drill_states;  // that this person has
    std::vector<std::size_t> drill_of;     // index into Library::drills for each of them
    SessionDrills session_drills;          // indices into `drill_states`
    std::vector<Candidate> candidates;     // one for each scenario of the library
    std::vector<RankedPractice> ranked;    // those of the chosen sector, best first
    std::vector<RankedPractice> offers;    // at most three
    Rhythm rhythm;
    std::vector<Attempt> attempts;
    int points = 0;
    Badges badges{};
    std::vector<Record> thanks;   // kudos of others to this person, oldest first
    std::vector<Record> records;  // what moved a level is looked up here
};

/// `sector` as chosen for this tablet; empty: everything but the managers' own scenarios.
Learner learn(const LoadedPack& pack, std::vector<Record> records, const PersonId& person,
              const std::string& sector, Day today);

/// Whether a scenario belongs to what was chosen.
bool is_of_sector(const Scenario& scenario, const std::string& sector);

/// The lengths that home offers, in this order.
inline constexpr SessionLength session_lengths[] = {SessionLength::two, SessionLength::five,
                                                    SessionLength::ten};

/// What a session of this length would hold: drills as indices into Library::drills.
std::vector<SessionItem> session_for(const Learner& learner, SessionLength length);
/// The due drills alone, at most what the day still allows.
std::vector<SessionItem> drills_only(const Learner& learner);

}  // namespace touchstone::game
