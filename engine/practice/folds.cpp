// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/folds.h"

#include <algorithm>

#include "engine/basics/overloaded.h"
#include "engine/basics/seeded.h"
#include "engine/practice/rhythm.h"

namespace touchstone {

namespace {

constexpr Day window = 30;
constexpr std::size_t recent_values = 5;

/// Behaviour sums of one encounter, until it is finished.
using EncounterSums = std::map<std::string, PersonFold::BehaviourSum>;

class Folder {
public:
    PersonFold fold;

    void take(const Record& record) {
        std::visit([&](const auto& body) { take(record, body); }, record.body);
    }

private:
    void take(const Record& record, const EncounterBegun& begun) {
        fold.scenarios[begun.scenario].begun_on.push_back(record.header.day);
        fold.open[begun.encounter] = {begun, record.header.day, {record}};
    }
    void take(const Record& record, const AskMade& made) { keep(record, made.encounter); }
    void take(const Record& record, const ChoiceMade& made) {
        keep(record, made.encounter);
        for (const RecordedMastery& one : made.mastery) {
            add(fold.behaviours[one.behaviour], one.e, one.q);
            add(sums_[made.encounter][one.behaviour], one.w, one.q);
        }
    }
    void take(const Record& record, const EncounterFinished& finished) {
        const auto open = fold.open.find(finished.encounter);
        if (open == fold.open.end()) return;
        ScenarioFold& scenario = fold.scenarios[open->second.begun.scenario];
        if (finished.end != "abandoned") finish(record.header.day, finished, scenario);
        fold.open.erase(open);
    }
    void take(const Record&, const DrillAnswered& answered) {
        for (const RecordedMastery& one : answered.mastery) add(fold.behaviours[one.behaviour], one.e, one.q);
    }

    void take(const Record&, const Contest&) {}  // what people wrote says nothing about how well they practise
    void take(const Record&, const Idea&) {}
    void take(const Record&, const Reflection&) {}
    void take(const Record&, const Kudos&) {}

    void finish(Day day, const EncounterFinished& finished, ScenarioFold& scenario) {
        scenario.debriefed_on.push_back(day);
        ++scenario.finished;
        for (const auto& [behaviour, sum] : sums_[finished.encounter]) {
            std::vector<int>& values = fold.recent[behaviour];
            values.push_back(static_cast<int>(1000.0 * sum.weighted / sum.weight + 0.5));
            if (values.size() > recent_values) values.erase(values.begin());
        }
    }

    void keep(const Record& record, const EncounterId& encounter) {
        if (const auto open = fold.open.find(encounter); open != fold.open.end())
            open->second.records.push_back(record);
    }
    static void add(PersonFold::BehaviourSum& sum, int weight, int quality) {
        sum.weighted += weight / 1000.0 * quality / 1000.0;
        sum.weight += weight / 1000.0;
    }

    std::map<EncounterId, EncounterSums> sums_;
};

int days_within(const std::vector<Day>& days, Day today) {
    return static_cast<int>(
        std::count_if(days.begin(), days.end(), [&](Day day) { return today - day < window; }));
}

Day last_played(const PersonFold& fold, const std::string& scenario) {
    constexpr Day never = -1'000'000;
    const auto known = fold.scenarios.find(scenario);
    if (known == fold.scenarios.end() || known->second.begun_on.empty()) return never;
    return *std::max_element(known->second.begun_on.begin(), known->second.begun_on.end());
}

}  // namespace

PersonFold fold_person(const std::vector<Record>& records) {
    Folder folder;
    folder.fold.practice_days = practice_days_in(records);
    for (const Record& record : records) folder.take(record);
    for (const Attempt& attempt : attempts_in(records))
        count_attempt(folder.fold.scenarios[attempt.scenario], attempt);
    return std::move(folder.fold);
}

ScenarioHistory history_of(const PersonFold& fold, const std::string& scenario, Day today) {
    const auto known = fold.scenarios.find(scenario);
    if (known == fold.scenarios.end()) return {};
    return {days_within(known->second.begun_on, today), days_within(known->second.debriefed_on, today) > 0};
}

Suggestion suggest(const PersonFold& fold, const std::vector<Scenario>& scenarios, const PersonId& person,
                   Day today) {
    Suggestion best;
    for (std::size_t i = 1; i < scenarios.size(); ++i) {
        const Day mine = last_played(fold, scenarios[i].id),
                  leader = last_played(fold, scenarios[best.scenario].id);
        const auto tie = [&](std::size_t scenario) {
            return spread(person.text + "/" + scenarios[scenario].id);
        };
        if (mine < leader || (mine == leader && tie(i) < tie(best.scenario))) best.scenario = i;
    }
    if (scenarios.empty()) return best;
    const auto known = fold.scenarios.find(scenarios[best.scenario].id);
    if (known == fold.scenarios.end() || known->second.begun_on.empty()) return best;
    best.why = Suggestion::Why::longest_ago;
    best.days_ago = today - last_played(fold, scenarios[best.scenario].id);
    return best;
}

}  // namespace touchstone
