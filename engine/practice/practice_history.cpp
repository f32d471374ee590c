// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/practice_history.h"

#include <algorithm>
#include <set>

#include "engine/basics/overloaded.h"

namespace touchstone {

namespace {

class HistoryFold {
public:
    HistoryFold(const Standard& standard, const std::vector<Candidate>& candidates)
        : standard_(standard), candidates_(candidates) {}

    void take(const Record& record) {
        std::visit(overloaded{
                       [&](const EncounterBegun& begun) { begin(begun); },
                       [&](const ChoiceMade& made) { answer(record, made.evidence, made.mastery); },
                       [&](const DrillAnswered& made) { answer(record, made.evidence, made.mastery); },
                       [&](const EncounterFinished& finished) { finish(finished); },
                       [](const auto&) {},
                   },
                   record.body);
    }
    PracticeHistory history() {
        history_.sessions = static_cast<int>(days_.size());
        return std::move(history_);
    }

private:
    void begin(const EncounterBegun& begun) {
        if (begun.mode == "retry") return;  // goes on with the same encounter
        const auto known = std::find_if(candidates_.begin(), candidates_.end(),
                                        [&](const Candidate& one) { return one.scenario == begun.scenario; });
        if (known != candidates_.end()) history_.primaries.push_back(known->primary);
    }
    void answer(const Record& record, const std::vector<RecordedEvidence>& evidence,
                const std::vector<RecordedMastery>& mastery) {
        days_.insert(record.header.day);
        if (const auto quality = quality_of(evidence)) history_.qualities.push_back(*quality / 1000.0);
        for (const RecordedMastery& one : mastery)
            if (const auto behaviour = standard_.find_behaviour(one.behaviour))
                history_.practised_behaviours.insert(*behaviour);
    }
    void finish(const EncounterFinished& finished) {
        if (finished.end != "outcome") return;
        history_.left_in_a_row = finished.ending == "leaves" ? history_.left_in_a_row + 1 : 0;
    }

    const Standard& standard_;
    const std::vector<Candidate>& candidates_;
    PracticeHistory history_;
    std::set<Day> days_;
};

}  // namespace

std::vector<Candidate> candidates_for(const Library& library, const std::vector<Record>& records) {
    std::vector<Candidate> candidates;
    for (const Scenario& scenario : library.scenarios)
        candidates.push_back(candidate_of(library.standard, scenario));
    for (const Record& record : records) {
        const auto* begun = std::get_if<EncounterBegun>(&record.body);
        if (!begun) continue;
        for (Candidate& one : candidates)
            if (one.scenario == begun->scenario)
                one.last_played = std::max(one.last_played.value_or(record.header.day), record.header.day);
    }
    return candidates;
}

PracticeHistory practice_history(const Standard& standard, const std::vector<Candidate>& candidates,
                                 const std::vector<Record>& records) {
    HistoryFold fold(standard, candidates);
    for (const Record& record : in_order(records)) fold.take(record);
    return fold.history();
}

}  // namespace touchstone
