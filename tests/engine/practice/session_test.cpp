// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/session.h"

#include <catch2/catch_test_macros.hpp>

#include "engine/basics/seeded.h"

using namespace touchstone;

namespace {

std::vector<Candidate> candidates_of(const std::vector<int>& minutes) {
    std::vector<Candidate> candidates;
    for (const int one : minutes) {
        candidates.emplace_back();
        candidates.back().scenario = "s" + std::to_string(candidates.size());
        candidates.back().minutes = one;
    }
    return candidates;
}
/// Ranked in the order given.
std::vector<RankedPractice> in_turn(std::size_t count) {
    std::vector<RankedPractice> ranked;
    for (std::size_t i = 0; i < count; ++i) ranked.push_back({i, {}, 0, {}});
    return ranked;
}
std::vector<SessionItem> planned(SessionLength length, const SessionDrills& drills,
                                 const std::vector<int>& minutes) {
    return plan_session(length, drills, in_turn(minutes.size()), candidates_of(minutes));
}

SessionItem drill(std::size_t index) { return {SessionItem::Kind::drill, index}; }
SessionItem scenario(std::size_t index) { return {SessionItem::Kind::scenario, index}; }
using Items = std::vector<SessionItem>;

}  // namespace

TEST_CASE("five minutes hold a due drill and a scenario of four", "[practice]") {
    CHECK(planned(SessionLength::five, {{7}, {}}, {4, 4}) == Items{drill(7), scenario(0)});
}

TEST_CASE("the best ranked scenario that fits is taken, and only one", "[practice]") {
    CHECK(planned(SessionLength::five, {}, {8, 3, 2}) == Items{scenario(1)});
    CHECK(planned(SessionLength::ten, {}, {4, 4}) == Items{scenario(0)});
}

TEST_CASE("due drills come first: at most one, three or five", "[practice]") {
    const SessionDrills drills{{0, 1, 2, 3, 4}, {}};
    CHECK(planned(SessionLength::two, drills, {1}) == Items{drill(0), scenario(0)});
    CHECK(planned(SessionLength::five, drills, {3}) == Items{drill(0), drill(1), drill(2), scenario(0)});
    CHECK(planned(SessionLength::ten, drills, {6}) ==
          Items{drill(0), drill(1), drill(2), drill(3), drill(4), scenario(0)});
}

TEST_CASE("drills fill the time that is left, those that are due before the others", "[practice]") {
    CHECK(planned(SessionLength::two, {{0, 1}, {8, 9}}, {4}) == Items{drill(0), drill(1), drill(8)});
    CHECK(planned(SessionLength::five, {{}, {8, 9}}, {4}) == Items{scenario(0), drill(8)});
}

TEST_CASE("the daily cap of drills holds across sessions", "[practice]") {
    CHECK(planned(SessionLength::ten, {{0, 1, 2}, {8, 9}, 2}, {4}) == Items{drill(0), drill(1), scenario(0)});
    CHECK(planned(SessionLength::ten, {{}, {8, 9}, 0}, {4}) == Items{scenario(0)});
}

TEST_CASE("whoever has two minutes always gets something", "[practice]") {
    CHECK(planned(SessionLength::two, {}, {6, 4, 4}) == Items{scenario(1)});
    CHECK(planned(SessionLength::two, {{}, {3}, 0}, {}) == Items{drill(3)});
    CHECK(planned(SessionLength::two, {}, {}).empty());
}

TEST_CASE("no session is longer than asked unless its only item is", "[practice]") {
    SplitMix64 random(11);
    for (int i = 0; i < 500; ++i) {
        const auto length =
            std::vector{SessionLength::two, SessionLength::five, SessionLength::ten}[random.below(3)];
        SessionDrills drills;
        for (std::size_t d = random.below(7); d > 0; --d) drills.due.push_back(d);
        for (std::size_t d = random.below(4); d > 0; --d) drills.others.push_back(10 + d);
        drills.left_today = static_cast<int>(random.below(6));
        std::vector<int> minutes;
        for (std::size_t s = random.below(5); s > 0; --s)
            minutes.push_back(1 + static_cast<int>(random.below(9)));
        const auto items = planned(length, drills, minutes);
        int seconds = 0, taken = 0;
        for (const SessionItem& item : items) {
            const bool is_drill = item.kind == SessionItem::Kind::drill;
            seconds += is_drill ? drill_seconds : minutes[item.index] * 60;
            taken += is_drill ? 1 : 0;
        }
        CHECK((seconds <= static_cast<int>(length) * 60 || items.size() == 1));
        CHECK((taken <= drills.left_today || items.size() == 1));
        CHECK(items.empty() == (minutes.empty() && drills.due.empty() && drills.others.empty()));
    }
}
