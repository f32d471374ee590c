// SPDX-License-Identifier: Apache-2.0
#include "engine/paths/decision_graph.h"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <functional>

#include "tests/support/random_scenario.h"

using namespace touchstone;

namespace {

using Visit = std::function<void(const std::vector<Decision>&)>;

/// Plays everything to its end, without leaving.
void every_play(const Scenario& scenario, const Encounter& now, std::vector<Decision> so_far,
                const Visit& visit) {
    if (now.end) return visit(so_far);
    const Moment& moment = scenario.moments[now.moment];
    for (const std::size_t i : shown_choices(now, scenario)) {
        auto decisions = so_far;
        decisions.push_back({now.moment, i});
        every_play(scenario, advance(now, scenario, ChooseEvent{moment.choices[i].id})->encounter, decisions,
                   visit);
    }
    for (std::size_t i = 0; i < moment.asks.size(); ++i)
        if (!contains(now.asked, i))
            every_play(scenario, advance(now, scenario, AskEvent{moment.asks[i].id})->encounter, so_far,
                       visit);
}

}  // namespace

TEST_CASE("the range of a behaviour is what playing every path gives", "[paths][property]") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const Scenario scenario = test::random_scenario(seed, 4, 2);
        const DecisionGraph graph(scenario);
        for (std::size_t indicator = 0; indicator < 7; ++indicator) {
            CAPTURE(seed, indicator);
            double least = 1000, most = -1;
            every_play(scenario, begin(scenario, 0), {}, [&](const std::vector<Decision>& decisions) {
                double weighted = 0, weight = 0;
                for (const auto& [m, c] : decisions)
                    for (std::size_t t = 0; t < scenario.moments[m].tests.size(); ++t) {
                        if (scenario.moments[m].tests[t].indicator != indicator) continue;
                        weighted += 25.0 * scenario.moments[m].choices[c].ratings[t];
                        weight += 1;
                    }
                if (weight == 0) return;
                least = std::min(least, weighted / weight);
                most = std::max(most, weighted / weight);
            });
            std::vector<bool> marked(7, false);
            marked[indicator] = true;
            const auto range = quality_range(scenario, graph, marked);
            REQUIRE(range.has_value() == (most >= 0));
            if (!range) continue;
            CHECK(range->least.percent() == Catch::Approx(least));
            CHECK(range->most.percent() == Catch::Approx(most));
        }
    }
}

TEST_CASE("the longest play is found with its decisions", "[paths]") {
    const Scenario scenario = test::random_scenario(3, 4, 2);
    std::size_t longest = 0;
    every_play(scenario, begin(scenario, 0), {}, [&](const std::vector<Decision>& decisions) {
        longest = std::max(longest, decisions.size());
    });
    const auto play = DecisionGraph(scenario).greatest([](const Decision&) { return 1; });
    CHECK(play.decisions.size() == longest);
    CHECK(play.sum == static_cast<std::int64_t>(longest));
}
