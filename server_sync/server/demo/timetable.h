// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "engine/basics/civil.h"
#include "engine/basics/seeded.h"
#include "server_sync/server/demo/cast.h"

namespace touchstone::sync {

/// Somebody sits down with a tablet.
struct Sitting {
    Micros at = 0;  // UTC
    std::size_t site = 0, person = 0, tablet = 0;
    int encounters = 1;
};

/// When everybody practises in the weeks before `today`, in the order of time.
std::vector<Sitting> make_timetable(const std::vector<CastSite>& cast, int weeks, Day today,
                                    std::uint64_t seed);

/// Since when somebody of this habit has belonged to the site.
Day joined_on(Habit habit, int weeks, Day today);

}  // namespace touchstone::sync
