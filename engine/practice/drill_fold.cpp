// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/drill_fold.h"

#include <algorithm>

#include "engine/basics/seeded.h"

namespace touchstone {

namespace {

constexpr int well_from = 750;  // thousandths

std::string item(const std::string& pack, const std::string& drill) { return pack + "/" + drill; }

/// What every encounter was begun with, wherever its begun record stands among the others.
std::map<EncounterId, const EncounterBegun*> encounters_in(const std::vector<Record>& records) {
    std::map<EncounterId, const EncounterBegun*> all;
    for (const Record& record : records)
        if (const auto* begun = std::get_if<EncounterBegun>(&record.body)) all[begun->encounter] = begun;
    return all;
}

void take_choice(DrillFold& fold, const EncounterBegun& begun, const ChoiceMade& made, Day day) {
    const auto quality = quality_of(made.evidence);
    if (!quality || *quality >= well_from) return;
    const auto [found, is_new] =
        fold.born.emplace(begun.pack + "/" + begun.scenario + "/" + made.moment, day);
    if (!is_new) found->second = std::min(found->second, day);
}

/// Moves the variant to the end: it was answered last.
void note_variant(DrillState& state, const std::string& variant) {
    state.variants.erase(std::remove(state.variants.begin(), state.variants.end(), variant),
                         state.variants.end());
    state.variants.push_back(variant);
}

Rating rating_from(int recorded) { return static_cast<Rating>(std::clamp(recorded, 1, 4)); }

void take_answer(DrillFold& fold, const DrillAnswered& answered, Day day, const PersonId& person) {
    const std::string key = item(answered.pack, answered.drill);
    DrillState& state = fold.answered[key];
    state.pack = answered.pack;
    state.drill = answered.drill;
    ++state.answers;
    note_variant(state, answered.variant);
    state.last_answer = std::max(state.last_answer.value_or(day), day);
    if (!fold.days[day].insert(key).second) return;  // later answers of a day are coaching, not rated
    state.memory = remembered(state.memory, rating_from(answered.rating), day);
    state.due = due_day(*state.memory, person.text, key);
}

/// Indices of the due drills that were never answered, those that wait longest first.
std::vector<std::size_t> new_ones(const std::vector<DrillState>& states, const PersonId& person, Day today) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < states.size(); ++i)
        if (!states[i].memory && states[i].due <= today) all.push_back(i);
    const auto tie = [&](std::size_t i) {
        return spread(person.text + "/" + item(states[i].pack, states[i].drill));
    };
    std::sort(all.begin(), all.end(), [&](std::size_t a, std::size_t b) {
        if (states[a].due != states[b].due) return states[a].due < states[b].due;
        return tie(a) < tie(b);
    });
    return all;
}

}  // namespace

std::optional<double> DrillState::recall_on(Day today) const {
    if (!memory) return std::nullopt;
    return retrievability_on(*memory, today);
}

int DrillFold::answered_on(Day day) const {
    const auto found = days.find(day);
    return found == days.end() ? 0 : static_cast<int>(found->second.size());
}

DrillFold fold_drills(const std::vector<Record>& records, const PersonId& person) {
    const std::vector<Record> ordered = in_order(records);
    const auto encounters = encounters_in(ordered);
    DrillFold fold;
    for (const Record& record : ordered) {
        if (const auto* answered = std::get_if<DrillAnswered>(&record.body))
            take_answer(fold, *answered, record.header.day, person);
        const auto* made = std::get_if<ChoiceMade>(&record.body);
        const auto begun = made ? encounters.find(made->encounter) : encounters.end();
        if (begun != encounters.end()) take_choice(fold, *begun->second, *made, record.header.day);
    }
    return fold;
}

DrillState state_of(const DrillFold& fold, const std::string& pack, const std::string& drill) {
    const auto known = fold.answered.find(item(pack, drill));
    if (known != fold.answered.end()) return known->second;
    DrillState fresh;
    fresh.pack = pack;
    fresh.drill = drill;
    return fresh;
}

std::vector<DrillState> drills_of(const DrillFold& fold, const std::string& pack,
                                  const std::vector<Drill>& drills) {
    std::vector<DrillState> states;
    for (const Drill& drill : drills) {
        DrillState state = state_of(fold, pack, drill.id);
        const auto born = fold.born.find(pack + "/" + drill.from_scenario + "/" + drill.from_moment);
        if (!state.memory && born == fold.born.end()) continue;
        if (!state.memory) state.due = born->second + 1;
        states.push_back(std::move(state));
    }
    return states;
}

std::vector<std::size_t> drills_for_today(const DrillFold& fold, const std::vector<DrillState>& states,
                                          const PersonId& person, Day today) {
    const int answered_today = fold.answered_on(today);
    std::vector<ScheduledDrill> known;
    std::vector<std::size_t> index;
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (!states[i].memory) continue;
        known.push_back({item(states[i].pack, states[i].drill), *states[i].memory, states[i].due});
        index.push_back(i);
    }
    std::vector<std::size_t> today_first;
    for (const std::size_t i : due_drills(known, person.text, today, answered_today))
        today_first.push_back(index[i]);
    for (const std::size_t i : new_ones(states, person, today))
        if (static_cast<int>(today_first.size()) + answered_today < drills_a_day) today_first.push_back(i);
    return today_first;
}

}  // namespace touchstone
