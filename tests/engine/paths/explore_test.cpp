// SPDX-License-Identifier: Apache-2.0
#include "engine/paths/explore.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "engine/paths/loss.h"
#include "tests/support/random_scenario.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

struct Range {
    Loss least = 1'000'000'000;
    Loss most = -1;
};

/// Plays everything there is to play, one event after the other, without remembering anything.
void enumerate(const Scenario& scenario, const std::vector<Loss>& potential, const Encounter& now,
               Loss so_far, Range& range) {
    const Moment& moment = scenario.moments[now.moment];
    std::vector<std::pair<PlayEvent, const Choice*>> events{{LeaveEvent{}, nullptr}};
    for (const std::size_t i : shown_choices(now, scenario))
        events.push_back({ChooseEvent{moment.choices[i].id}, &moment.choices[i]});
    for (std::size_t i = 0; i < moment.asks.size(); ++i)
        if (!contains(now.asked, i)) events.push_back({AskEvent{moment.asks[i].id}, nullptr});
    for (const auto& [event, choice] : events) {
        const auto next = advance(now, scenario, event);
        REQUIRE(next);
        const Loss loss = so_far + (choice ? choice_loss(moment, *choice) : 0);
        if (!next->encounter.end) {
            enumerate(scenario, potential, next->encounter, loss, range);
            continue;
        }
        const Loss total = loss + loss_at_end(scenario, potential, now.moment, choice, *next->encounter.end);
        range.least = std::min(range.least, total);
        range.most = std::max(range.most, total);
    }
}

}  // namespace

TEST_CASE("exploring finds what playing every path finds", "[paths][property]") {
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        const Scenario scenario = test::random_scenario(seed, 4, 2);
        Range range;
        enumerate(scenario, potential_losses(scenario), begin(scenario, 0), 0, range);
        const auto explored = explore(scenario);
        REQUIRE(explored);
        CHECK(explored->best == range.least);
        CHECK(explored->worst == range.most);
    }
}

TEST_CASE("the best path asks no more than it needs", "[paths]") {
    const Library library = test::small_library();
    const auto explored = explore(library.scenarios[0]);
    REQUIRE(explored);
    CHECK(explored->best == 0);
    CHECK(explored->best_path == std::vector<std::string>{"ask-when", "own-it", "swap"});
    CHECK(explored->worst == library.scenarios[0].worst);
}

TEST_CASE("the least loss still possible only grows along a path", "[paths]") {
    const Library library = test::small_library();
    const Scenario& scenario = library.scenarios[0];
    const Encounter start = begin(scenario, 0);
    CHECK(*least_loss_from(scenario, start) == 0);
    const Encounter after_form = advance(start, scenario, ChooseEvent{"ask-form"})->encounter;
    CHECK(*least_loss_from(scenario, after_form) > 0);
}

TEST_CASE("beyond the bound of states exploring refuses and says so", "[paths]") {
    const auto refused = explore(test::random_scenario(1, 6, 4), 50);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::too_large);
    CHECK(refused.error().detail.find("50 states") != std::string::npos);
}

TEST_CASE("leaving at the first moment is no better than staying", "[paths]") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const Scenario scenario = test::random_scenario(seed, 4, 2);
        const auto potential = potential_losses(scenario);
        const Loss leaving = loss_at_end(scenario, potential, scenario.start, nullptr,
                                         End{End::How::left, scenario.leaves, 0});
        const auto explored = explore(scenario);
        REQUIRE(explored);
        CHECK(leaving >= explored->best);
        CHECK(leaving >= potential[scenario.start] + end_loss(0, 0));
    }
}
