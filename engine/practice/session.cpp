// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/session.h"

#include <algorithm>
#include <optional>

namespace touchstone {

namespace {

std::size_t most_due_first(SessionLength length) {
    switch (length) {
        case SessionLength::two:
            return 1;
        case SessionLength::five:
            return 3;
        case SessionLength::ten:
            return 5;
    }
    return 1;
}

class Planner {
public:
    Planner(SessionLength length, int drills_left)
        : seconds_(static_cast<int>(length) * 60), drills_left_(drills_left) {}
    std::vector<SessionItem> items;

    bool take_drill(std::size_t drill) {
        if (drills_left_ <= 0 || seconds_ < drill_seconds) return false;
        items.push_back({SessionItem::Kind::drill, drill});
        seconds_ -= drill_seconds;
        --drills_left_;
        return true;
    }
    bool take_scenario(std::size_t candidate, int minutes) {
        if (minutes * 60 > seconds_) return false;
        items.push_back({SessionItem::Kind::scenario, candidate});
        seconds_ -= minutes * 60;
        return true;
    }

private:
    int seconds_;
    int drills_left_;
};

/// Of equally short ones the best ranked.
std::optional<std::size_t> shortest(const std::vector<RankedPractice>& ranked,
                                    const std::vector<Candidate>& candidates) {
    const auto found =
        std::min_element(ranked.begin(), ranked.end(), [&](const RankedPractice& a, const RankedPractice& b) {
            return candidates[a.candidate].minutes < candidates[b.candidate].minutes;
        });
    if (found == ranked.end()) return std::nullopt;
    return found->candidate;
}

}  // namespace

std::vector<SessionItem> plan_session(SessionLength length, const SessionDrills& drills,
                                      const std::vector<RankedPractice>& ranked,
                                      const std::vector<Candidate>& candidates) {
    Planner planner(length, drills.left_today);
    const std::size_t first = std::min(most_due_first(length), drills.due.size());
    for (std::size_t i = 0; i < first; ++i) planner.take_drill(drills.due[i]);
    for (const RankedPractice& one : ranked)
        if (planner.take_scenario(one.candidate, candidates[one.candidate].minutes)) break;
    for (std::size_t i = first; i < drills.due.size(); ++i) planner.take_drill(drills.due[i]);
    for (const std::size_t drill : drills.others) planner.take_drill(drill);
    if (!planner.items.empty()) return planner.items;
    if (const auto scenario = shortest(ranked, candidates)) return {{SessionItem::Kind::scenario, *scenario}};
    const auto& left = drills.due.empty() ? drills.others : drills.due;
    if (!left.empty()) return {{SessionItem::Kind::drill, left.front()}};
    return {};
}

}  // namespace touchstone
