// SPDX-License-Identifier: Apache-2.0
#include "game/app/learner.h"

#include <algorithm>

namespace touchstone::game {
namespace {

std::vector<Drill> drills_in(const LoadedPack& pack, std::size_t origin) {
    std::vector<Drill> drills;
    for (std::size_t i = 0; i < pack.library.drills.size(); ++i)
        if (pack.pack_of_drill[i] == origin) drills.push_back(pack.library.drills[i]);
    return drills;
}

std::size_t index_of(const LoadedPack& pack, const DrillState& state) {
    std::size_t i = 0;
    while (pack.packs[pack.pack_of_drill[i]].pack != state.pack || pack.library.drills[i].id != state.drill)
        ++i;
    return i;
}

void add_drills(Learner& learner, const LoadedPack& pack, const PersonId& person, Day today) {
    learner.drills = fold_drills(learner.records, person);
    for (std::size_t origin = 0; origin < pack.packs.size(); ++origin) {
        const auto states = drills_of(learner.drills, pack.packs[origin].pack, drills_in(pack, origin));
        learner.drill_states.insert(learner.drill_states.end(), states.begin(), states.end());
    }
    for (const DrillState& state : learner.drill_states) learner.drill_of.push_back(index_of(pack, state));
    learner.session_drills = session_drills(learner.drills, learner.drill_states, person, today);
}

void add_suggestions(Learner& learner, const LoadedPack& pack, const PersonId& person,
                     const std::string& sector, Day today) {
    learner.candidates = candidates_for(pack.library, learner.records);
    for (const auto& [scenario, recall] :
         recall_by_scenario(learner.drill_states, pack.library.drills, today))
        for (Candidate& candidate : learner.candidates)
            if (candidate.scenario == scenario) candidate.recall = recall;
    const PracticeHistory history =
        practice_history(pack.library.standard, learner.candidates, learner.records);
    for (const RankedPractice& one :
         rank_practice(learner.candidates, learner.now, history, person.text, today))
        if (is_of_sector(pack.library.scenarios[one.candidate], sector)) learner.ranked.push_back(one);
    learner.offers = three_to_offer(learner.ranked, learner.candidates);
}

/// Drills as the library counts them.
std::vector<SessionItem> of_library(std::vector<SessionItem> items, const Learner& learner) {
    for (SessionItem& item : items)
        if (item.kind == SessionItem::Kind::drill) item.index = learner.drill_of[item.index];
    return items;
}

}  // namespace

bool is_of_sector(const Scenario& scenario, const std::string& sector) {
    return sector.empty() ? scenario.sector != "manager" : scenario.sector == sector;
}

Learner learn(const LoadedPack& pack, std::vector<Record> records, const PersonId& person,
              const std::string& sector, Day today) {
    Learner learner;
    learner.records = std::move(records);
    learner.fold = fold_person(learner.records);
    learner.mastery = fold_mastery(pack.library.standard, learner.records);
    learner.now = aged(learner.mastery.mastery, today);
    learner.attempts = attempts_in(learner.records);
    learner.points = total_of(points_of(learner.attempts));
    learner.badges = fold_badges(pack.library.standard, learner.records);
    learner.rhythm = rhythm_of(learner.fold.practice_days, {}, today);
    add_drills(learner, pack, person, today);
    add_suggestions(learner, pack, person, sector, today);
    return learner;
}

std::vector<SessionItem> session_for(const Learner& learner, SessionLength length) {
    return of_library(plan_session(length, learner.session_drills, learner.ranked, learner.candidates),
                      learner);
}

std::vector<SessionItem> drills_only(const Learner& learner) {
    std::vector<SessionItem> items;
    const auto most = static_cast<std::size_t>(learner.session_drills.left_today);
    for (const std::size_t drill : learner.session_drills.due)
        if (items.size() < most) items.push_back({SessionItem::Kind::drill, drill});
    return of_library(std::move(items), learner);
}

}  // namespace touchstone::game
