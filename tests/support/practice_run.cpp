// SPDX-License-Identifier: Apache-2.0
#include "tests/support/practice_run.h"

#include <stdexcept>

namespace touchstone::test {

namespace {

PlayEvent event_for(const Moment& moment, const std::string& id) {
    if (id == "leave") return LeaveEvent{visible_ms};
    for (const Ask& ask : moment.asks)
        if (ask.id == id) return AskEvent{id, visible_ms};
    return ChooseEvent{id, visible_ms};
}

void keep(PracticeRun& run, const std::vector<RecordBody>& bodies, Day day) {
    for (const RecordBody& body : bodies) {
        Record record;
        record.header.seq = static_cast<std::int64_t>(run.records.size()) + 1;
        record.header.day = day;
        record.header.at = Micros{day} * 86'400'000'000 + record.header.seq * 1'000'000;
        record.body = body;
        run.records.push_back(record);
    }
}

}  // namespace

PracticeRun practised(const Library& library, const std::vector<std::string>& ids, Day day,
                      const std::string& encounter, const ScenarioHistory& history) {
    const PracticeContext context{library.standard,
                                  library.scenarios[0],
                                  {encounter},
                                  "small",
                                  "pack-hash",
                                  "practice",
                                  history,
                                  0,
                                  false};
    PracticeStep step = begin_practice(context, 77);
    PracticeRun run{step.encounter, {}, 0};
    keep(run, step.records, day);
    for (const std::string& id : ids) {
        auto next = practise(context, run.encounter,
                             event_for(context.scenario.moments[run.encounter.moment], id), run.active_ms);
        if (!next) throw std::logic_error(next.error().detail);
        run.encounter = next->encounter;
        run.active_ms += visible_ms;
        keep(run, next->records, day);
    }
    return run;
}

}  // namespace touchstone::test
