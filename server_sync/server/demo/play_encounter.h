// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <utility>
#include <vector>

#include "engine/packs/pack.h"
#include "engine/practice/practice.h"
#include "engine/scenario/library.h"
#include "server_sync/server/demo/learner.h"

namespace touchstone::sync {

/// What one encounter left behind.
struct PlayedEncounter {
    std::vector<std::pair<Micros, RecordBody>> records;
    Micros ended_at = 0;
};

/// Plays a scenario from its beginning to its end through the real engine, at the pace of somebody who reads.
Result<PlayedEncounter> play_encounter(const packs::Pack& pack, const Library& library,
                                       const Scenario& scenario, const EncounterId& encounter,
                                       const ScenarioHistory& history, Learner& learner, Micros begun_at);

}  // namespace touchstone::sync
