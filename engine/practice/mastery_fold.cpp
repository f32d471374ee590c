// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/mastery_fold.h"

#include <algorithm>

#include "engine/basics/overloaded.h"

namespace touchstone {

namespace {

using Levels = std::array<double, behaviour_count>;

Levels levels_of(const Mastery& mastery) {
    Levels levels{};
    for (std::size_t k = 0; k < behaviour_count; ++k) levels[k] = mastery_level(mastery, k).level;
    return levels;
}

/// Thousandths of a record as 0..1.
double part(int in_thousandths) { return std::clamp(in_thousandths, 0, 1000) / 1000.0; }

std::vector<BehaviourEvidence> evidence_in(const Standard& standard, const std::vector<RecordedMastery>& all,
                                           int difficulty) {
    std::vector<BehaviourEvidence> evidence;
    for (const RecordedMastery& one : all) {
        const auto behaviour = standard.find_behaviour(one.behaviour);
        if (!behaviour || *behaviour >= behaviour_count || one.e <= 0) continue;
        evidence.push_back({*behaviour, part(one.q), part(one.e), difficulty_of(difficulty), part(one.c)});
    }
    return evidence;
}

void note_practice(PractisedBehaviour& practised, const std::string& scenario, Day day) {
    if (!scenario.empty()) practised.scenarios.insert(scenario);
    practised.first_day = practised.first_day ? std::min(*practised.first_day, day) : day;
    practised.last_day = practised.last_day ? std::max(*practised.last_day, day) : day;
}

/// `scenario` is empty for a drill.
void take_evidence(MasteryFold& fold, const RecordHeader& header,
                   const std::vector<BehaviourEvidence>& evidence, const std::string& scenario) {
    if (evidence.empty()) return;
    fold.mastery = aged(fold.mastery, header.day);
    const Levels before = levels_of(fold.mastery);
    Contribution contribution{header.id, header.day, {}, {}};
    for (const BehaviourEvidence& one : evidence) {
        fold.mastery = updated(fold.mastery, one);
        contribution.evidence[one.behaviour] += one.evidence;
        note_practice(fold.practised[one.behaviour], scenario, header.day);
    }
    const Levels after = levels_of(fold.mastery);
    for (std::size_t k = 0; k < behaviour_count; ++k) contribution.change[k] = after[k] - before[k];
    fold.contributions.push_back(std::move(contribution));
}

}  // namespace

void take(MasteryFold& fold, const Standard& standard, const Record& record) {
    std::visit(overloaded{
                   [&](const EncounterBegun& begun) { fold.scenario_of[begun.encounter] = begun.scenario; },
                   [&](const ChoiceMade& made) {
                       const auto scenario = fold.scenario_of.find(made.encounter);
                       take_evidence(fold, record.header,
                                     evidence_in(standard, made.mastery, made.difficulty),
                                     scenario == fold.scenario_of.end() ? "" : scenario->second);
                   },
                   [&](const DrillAnswered& answered) {
                       take_evidence(fold, record.header,
                                     evidence_in(standard, answered.mastery, answered.difficulty), "");
                   },
                   [](const auto&) {},  // says nothing about mastery
               },
               record.body);
}

MasteryFold fold_mastery(const Standard& standard, const std::vector<Record>& records) {
    return follow_mastery(standard, records, [](const MasteryFold&) {});
}

MasteryFold follow_mastery(const Standard& standard, const std::vector<Record>& records,
                           const std::function<void(const MasteryFold&)>& after_evidence) {
    MasteryFold fold;
    // Begins first: a clock that was set back may have stamped one later than its choices.
    for (const Record& record : records)
        if (const auto* begun = std::get_if<EncounterBegun>(&record.body))
            fold.scenario_of[begun->encounter] = begun->scenario;
    for (const Record& record : in_order(records)) {
        const std::size_t before = fold.contributions.size();
        take(fold, standard, record);
        if (fold.contributions.size() > before) after_evidence(fold);
    }
    return fold;
}

std::vector<Moved> moved_by(const MasteryFold& fold, std::size_t behaviour, std::size_t count) {
    std::vector<Moved> moved;
    for (auto one = fold.contributions.rbegin(); one != fold.contributions.rend() && moved.size() < count;
         ++one)
        if (one->evidence[behaviour] > 0) moved.push_back({one->record, behaviour, one->change[behaviour]});
    return moved;
}

}  // namespace touchstone
