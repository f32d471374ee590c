// SPDX-License-Identifier: Apache-2.0
#include "tests/support/drill_run.h"

#include <algorithm>
#include <stdexcept>

namespace touchstone::test {

Record kept(RecordBody body, Day day, std::int64_t seq, const std::string& device) {
    constexpr Micros second = 1'000'000, hour = 3600 * second;
    Record record;
    record.header.id = {device + "-" + std::to_string(seq)};
    record.header.device = {device};
    record.header.seq = seq;
    record.header.day = day;
    record.header.at = Micros{day} * 24 * hour + 12 * hour + seq * second;
    record.body = std::move(body);
    return record;
}

DrillState DrillLearner::state() const {
    return state_of(fold_drills(records, person), "small", library_.drills[0].id);
}

DrillStep DrillLearner::answer(Day day, bool well, bool hint, std::int64_t visible_ms) {
    const DrillState before = state();
    const Drill& drill = library_.drills[0];
    const DrillContext context{library_.standard, drill, "small", "pack-hash", person, before, day, 30, hint};
    const DrillRun run = show_drill(drill, before, 77);
    const Moment& moment = drill.variants[run.variant].moment;
    const auto by_rating = [](const Choice& a, const Choice& b) { return a.ratings < b.ratings; };
    const auto chosen = well ? std::max_element(moment.choices.begin(), moment.choices.end(), by_rating)
                             : std::min_element(moment.choices.begin(), moment.choices.end(), by_rating);
    auto picked = pick_in_drill(context, run, chosen->id, visible_ms);
    if (!picked) throw std::logic_error(picked.error().detail);
    auto step = answer_drill(context, *picked, 2, 0);
    if (!step) throw std::logic_error(step.error().detail);
    records.push_back(kept(step->record, day, static_cast<std::int64_t>(records.size()) + 1));
    return *step;
}

std::vector<Record> finished_run(const std::string& scenario, int score, Day day, std::int64_t seq,
                                 int difficulty, const std::string& mode, const std::string& end) {
    EncounterBegun begun;
    begun.encounter = {"encounter-" + std::to_string(seq)};
    begun.pack = "small";
    begun.scenario = scenario;
    begun.mode = mode;
    ChoiceMade made;
    made.encounter = begun.encounter;
    made.moment = "opening";
    made.evidence = {{"people.comfort", 1000, 4}};
    made.difficulty = difficulty;
    EncounterFinished finished;
    finished.encounter = begun.encounter;
    finished.end = end;
    if (end != "abandoned") finished.score = score;
    return {kept(begun, day, seq), kept(made, day, seq + 1), kept(finished, day, seq + 2)};
}

}  // namespace touchstone::test
