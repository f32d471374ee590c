// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "engine/practice/drill_fold.h"
#include "engine/practice/session.h"

namespace touchstone {

/// What a session may take of `states`, as indices into them: those for today as drills_for_today gives them,
/// then known ones that are not due and were not answered today, least recall first.
SessionDrills session_drills(const DrillFold& fold, const std::vector<DrillState>& states,
                             const PersonId& person, Day today);

/// How well what a scenario taught is remembered, for the choice of the next practice (Candidate::recall):
/// the least recall of the drills born from its moments. A scenario none of whose drills was answered is
/// missing.
std::map<std::string, double> recall_by_scenario(const std::vector<DrillState>& states,
                                                 const std::vector<Drill>& drills, Day today);

}  // namespace touchstone
