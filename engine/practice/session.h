// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <vector>

#include "engine/learning/memory.h"
#include "engine/learning/next_practice.h"

namespace touchstone {

/// Minutes that a learner has.
enum class SessionLength { two = 2, five = 5, ten = 10 };
inline constexpr int drill_seconds = 40;

/// The drills that a session may take, as indices of the caller, each list in the order of taking.
struct SessionDrills {
    std::vector<std::size_t> due;     // as due_drills gives them
    std::vector<std::size_t> others;  // not due, to fill the time that is left
    int left_today = drills_a_day;    // of the daily cap
};

/// `index` is a drill of SessionDrills or a candidate.
struct SessionItem {
    enum class Kind { drill, scenario };
    Kind kind = Kind::drill;
    std::size_t index = 0;
    friend bool operator==(const SessionItem&, const SessionItem&) = default;
};

/// A session (DEFINITIONS, Conventions): due drills, at most one, three or five; then the best ranked
/// scenario that fits; then drills while time and the daily cap last. When nothing fits, one item all the
/// same: the shortest scenario. Empty only when there is nothing at all to practise.
std::vector<SessionItem> plan_session(SessionLength length, const SessionDrills& drills,
                                      const std::vector<RankedPractice>& ranked,
                                      const std::vector<Candidate>& candidates);

}  // namespace touchstone
