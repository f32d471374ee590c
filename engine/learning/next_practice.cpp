// SPDX-License-Identifier: Apache-2.0
#include "engine/learning/next_practice.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/basics/seeded.h"
#include "engine/scoring/score_encounter.h"

namespace touchstone {

namespace {

constexpr double need_weight = 0.28, due_weight = 0.22, challenge_weight = 0.20, assigned_weight = 0.18,
                 novelty_weight = 0.12;
constexpr double week_penalty = 0.25, third_penalty = 0.15;
constexpr double target_level = 70;
constexpr double wide_band = 20, explore_bonus = 0.1;
constexpr double recall_wanted = 0.90, recall_range = 0.25;
constexpr double challenge_width = 0.12;
constexpr Day urgent_days = 3, week = 7, month = 30;
constexpr std::size_t mandatory_at_once = 2, offered = 3;
constexpr double ordinary_target = 0.80, frustrated_target = 0.90, bored_target = 0.70,
                 newcomer_target = 0.88;
constexpr double average_step = 0.4, frustrated_below = 0.50, bored_from = 0.95;
constexpr std::ptrdiff_t bored_after = 5;
constexpr int newcomer_sessions = 3, left_too_often = 2;
constexpr double tie_size = 1e-6;

using Weights = std::array<double, behaviour_count>;

Weights weights_of(const Candidate& candidate) {
    Weights weights{};
    for (const CandidateMoment& moment : candidate.moments)
        for (const CandidateTest& test : moment.tests) weights[test.behaviour] += test.weight;
    return weights;
}

bool frustrated(const PracticeHistory& history) {
    if (history.left_in_a_row >= left_too_often) return true;
    if (history.qualities.empty()) return false;
    double average = history.qualities.front();
    for (const double quality : history.qualities) average += average_step * (quality - average);
    return average < frustrated_below;
}

bool bored(const PracticeHistory& history) {
    const auto& all = history.qualities;
    return static_cast<std::ptrdiff_t>(all.size()) >= bored_after &&
           std::all_of(all.end() - bored_after, all.end(),
                       [](double quality) { return quality >= bored_from; });
}

double predicted_at(const CandidateMoment& moment, const Mastery& mastery) {
    double sum = 0, weights = 0;
    for (const CandidateTest& test : moment.tests) {
        sum += test.weight * predicted_quality(mastery, test.behaviour, moment.difficulty, test.floor);
        weights += test.weight;
    }
    return weights > 0 ? sum / weights : 0;
}

double predicted_over(const Candidate& candidate, const Mastery& mastery) {
    double sum = 0;
    for (const CandidateMoment& moment : candidate.moments) sum += predicted_at(moment, mastery);
    return candidate.moments.empty() ? 0 : sum / static_cast<double>(candidate.moments.size());
}

/// How far one behaviour is below its target, 0..0.7.
double gap_of(const Mastery& mastery, std::size_t behaviour) {
    return std::max(0.0, target_level - mastery_level(mastery, behaviour).level) / 100;
}

bool little_known(const Mastery& mastery, std::size_t behaviour) {
    const MasteryLevel level = mastery_level(mastery, behaviour);
    return level.high - level.low > wide_band;
}

double need_of(const Candidate& candidate, const Mastery& mastery) {
    const Weights weights = weights_of(candidate);
    double sum = 0, all = 0;
    for (std::size_t k = 0; k < behaviour_count; ++k) {
        sum += weights[k] * gap_of(mastery, k);
        all += weights[k];
    }
    const double gap = all > 0 ? sum / all : 0;
    return std::min(1.0, gap + (little_known(mastery, candidate.primary) ? explore_bonus : 0));
}

/// 0.5, rising to 1 over the last three days.
double urgency_of(Day due, Day today) {
    const double days_left = std::clamp(due - today, 0, urgent_days);
    return 1 - 0.5 * days_left / urgent_days;
}

double novelty_of(const Candidate& candidate, Day today) {
    if (!candidate.last_played) return 1;
    return std::clamp(static_cast<double>(today - *candidate.last_played) / month, 0.0, 1.0);
}

bool third_in_a_row(const Candidate& candidate, const PracticeHistory& history) {
    const auto& last = history.primaries;
    return last.size() >= 2 && last[last.size() - 1] == candidate.primary &&
           last[last.size() - 2] == candidate.primary;
}

struct Asker {
    const std::vector<Candidate>& candidates;
    const Mastery& mastery;
    const PracticeHistory& history;
    const std::string& person;
    Day today;

    double tie_of(const Candidate& candidate) const {
        const auto bits = spread(person + "/" + candidate.scenario) >> 11U;
        return static_cast<double>(bits) / 9007199254740992.0;  // 2^53
    }

    /// The assigned scenarios that count: those due soonest.
    std::set<std::size_t> mandatory() const {
        std::vector<std::size_t> all;
        for (std::size_t i = 0; i < candidates.size(); ++i)
            if (candidates[i].assignment) all.push_back(i);
        std::sort(all.begin(), all.end(), [&](std::size_t a, std::size_t b) {
            const Day ours = candidates[a].assignment->due, theirs = candidates[b].assignment->due;
            return ours != theirs ? ours < theirs : tie_of(candidates[a]) < tie_of(candidates[b]);
        });
        all.resize(std::min(all.size(), mandatory_at_once));
        return {all.begin(), all.end()};
    }

    Utility utility_of(const Candidate& candidate, bool counts, double target) const {
        Utility utility;
        utility.predicted = predicted_over(candidate, mastery);
        utility.need = need_of(candidate, mastery);
        if (candidate.recall)
            utility.due = std::clamp((recall_wanted - *candidate.recall) / recall_range, 0.0, 1.0);
        const double off = (utility.predicted - target) / challenge_width;
        utility.challenge = std::exp(-off * off / 2);
        utility.assigned = counts ? urgency_of(candidate.assignment->due, today) : 0;
        utility.novelty = novelty_of(candidate, today);
        utility.played_this_week = candidate.last_played && today - *candidate.last_played < week;
        utility.third_in_a_row = third_in_a_row(candidate, history);
        return utility;
    }

    /// The part that weighs most; of equals the first of this list.
    Reason reason_of(const Candidate& candidate, const Utility& utility) const {
        const double parts[] = {assigned_weight * utility.assigned, due_weight * utility.due,
                                need_weight * utility.need, novelty_weight * utility.novelty,
                                challenge_weight * utility.challenge};
        switch (std::max_element(std::begin(parts), std::end(parts)) - std::begin(parts)) {
            case 0:
                return {Reason::Why::assigned, candidate.primary, candidate.assignment->due};
            case 1:
                return {Reason::Why::due, candidate.primary, std::nullopt};
            case 2:
                return need_reason(candidate);
            case 3:
                if (!candidate.last_played)
                    return {Reason::Why::never_played, candidate.primary, std::nullopt};
                return {Reason::Why::long_ago, candidate.primary, candidate.last_played};
            default:
                return {Reason::Why::challenge, candidate.primary, std::nullopt};
        }
    }

    Reason need_reason(const Candidate& candidate) const {
        const Weights weights = weights_of(candidate);
        std::size_t edge = candidate.primary;
        const auto part = [&](std::size_t k) { return weights[k] * gap_of(mastery, k); };
        for (std::size_t k = 0; k < behaviour_count; ++k)
            if (part(k) > part(edge)) edge = k;
        if (part(edge) > 0 && may_show(mastery, edge)) return {Reason::Why::growing_edge, edge, std::nullopt};
        return {Reason::Why::explore, candidate.primary, std::nullopt};
    }
};

/// After frustration no new behaviour, unless it was asked for or nothing else is left.
std::vector<std::size_t> allowed(const std::vector<Candidate>& candidates, const PracticeHistory& history,
                                 const Guard& guard) {
    std::vector<std::size_t> all, known;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        all.push_back(i);
        if (candidates[i].assignment || history.practised_behaviours.count(candidates[i].primary) != 0)
            known.push_back(i);
    }
    return guard.pace == Pace::frustrated && !known.empty() ? known : all;
}

}  // namespace

Candidate candidate_of(const Standard& standard, const Scenario& scenario) {
    Candidate candidate;
    candidate.scenario = scenario.id;
    candidate.minutes = scenario.minutes;
    for (const Moment& moment : scenario.moments) {
        CandidateMoment asked{difficulty_of(moment.difficulty), {}};
        for (const MasteryEvidence& one : mastery_evidence_of(standard, moment, moment.choices.front()))
            asked.tests.push_back({one.behaviour, one.weight / 1000.0, one.floor / 1000.0});
        candidate.moments.push_back(std::move(asked));
    }
    const Weights weights = weights_of(candidate);
    const auto heaviest = std::max_element(weights.begin(), weights.end()) - weights.begin();
    candidate.primary = scenario.focus.empty() ? static_cast<std::size_t>(heaviest) : scenario.focus.front();
    return candidate;
}

Guard guard_of(const PracticeHistory& history) {
    if (frustrated(history)) return {Pace::frustrated, frustrated_target};
    if (history.sessions < newcomer_sessions) return {Pace::newcomer, newcomer_target};
    if (bored(history)) return {Pace::bored, bored_target};
    return {Pace::ordinary, ordinary_target};
}

double Utility::total() const {
    return need_weight * need + due_weight * due + challenge_weight * challenge + assigned_weight * assigned +
           novelty_weight * novelty - (played_this_week ? week_penalty : 0) -
           (third_in_a_row ? third_penalty : 0);
}

std::vector<RankedPractice> rank_practice(const std::vector<Candidate>& candidates, const Mastery& mastery,
                                          const PracticeHistory& history, const std::string& person,
                                          Day today) {
    const Mastery now = aged(mastery, today);
    const Asker asker{candidates, now, history, person, today};
    const Guard guard = guard_of(history);
    const std::set<std::size_t> mandatory = asker.mandatory();
    std::vector<RankedPractice> ranked;
    for (const std::size_t i : allowed(candidates, history, guard)) {
        const Utility utility = asker.utility_of(candidates[i], mandatory.count(i) != 0, guard.target);
        const double rank = utility.total() + tie_size * asker.tie_of(candidates[i]);
        ranked.push_back({i, utility, rank, asker.reason_of(candidates[i], utility)});
    }
    std::sort(ranked.begin(), ranked.end(),
              [](const RankedPractice& a, const RankedPractice& b) { return a.rank > b.rank; });
    return ranked;
}

std::vector<RankedPractice> three_to_offer(const std::vector<RankedPractice>& ranked,
                                           const std::vector<Candidate>& candidates) {
    std::vector<RankedPractice> offer;
    std::set<std::size_t> taken;
    for (const RankedPractice& one : ranked)
        if (offer.size() < offered && taken.insert(candidates[one.candidate].primary).second)
            offer.push_back(one);
    return offer;
}

}  // namespace touchstone
