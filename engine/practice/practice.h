// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/play/encounter.h"
#include "engine/practice/evidence.h"
#include "engine/records/record.h"
#include "engine/scoring/score_encounter.h"
#include "engine/standard/standard.h"

namespace touchstone {

/// What of a person's past changes the weight of new evidence (learning 1.4 with DEFINITIONS, "first").
struct ScenarioHistory {
    int plays_in_30_days = 0;  // begun encounters of this scenario
    bool debrief_in_30_days = false;
};
/// Thousandths: 0.5 per earlier play (at most three), 0.25 after a debrief; the smaller counts alone.
int evidence_factor(const ScenarioHistory& history);

/// Where a retry begins: at a moment of a finished encounter, before anything was asked or chosen there.
struct Fork {
    EncounterId parent;
    std::int64_t n = 0;  // of the choice that is made anew; counts events of the parent from 1
    Position position;
};
/// `choice` counts the choices of `played` from 0. An Error when it made fewer.
Result<Fork> fork_before(const Scenario& scenario, const EncounterId& parent, const Encounter& played,
                         std::size_t choice);

/// Everything a step of practice needs to know besides the event.
struct PracticeContext {
    const Standard& standard;
    const Scenario& scenario;
    EncounterId encounter;
    std::string pack, pack_hash;
    std::string mode = "practice";
    ScenarioHistory history;          // before this encounter
    std::size_t words_on_screen = 0;  // of the choices shown now
    bool hint = false;
};

/// The next encounter and what must be durable before anything of it is shown.
struct PracticeStep {
    Encounter encounter;
    std::vector<Happening> happenings;
    std::vector<RecordBody> records;
    std::optional<Scoring> scoring;  // once finished
};

PracticeStep begin_practice(const PracticeContext& context, std::uint64_t seed);
/// Once more from a fork. Every step of it wants a context whose mode is "retry".
PracticeStep begin_retry(const PracticeContext& context, std::uint64_t seed, const Fork& fork);
/// `active_ms` is the visible time of the whole encounter so far, without this event's.
Result<PracticeStep> practise(const PracticeContext& context, const Encounter& encounter,
                              const PlayEvent& event, std::int64_t active_ms);

/// The record that closes an encounter that cannot go on (A7 "Resume").
EncounterFinished abandoned(const Scenario* scenario, const EncounterId& encounter, const Encounter* last);

/// Rebuilds an encounter from its own records and checks every stored state on the way.
struct Resumed {
    Encounter encounter;
    std::int64_t active_ms = 0;
    Happening last_happening = Finished{};
    bool any = false;  // whether anything happened after the begin
};
Result<Resumed> refold(const Scenario& scenario, const std::vector<Record>& records);

}  // namespace touchstone
