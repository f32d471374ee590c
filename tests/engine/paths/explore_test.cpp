// SPDX-License-Identifier: Apache-2.0
#include "engine/paths/explore.h"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/paths/loss.h"
#include "tests/support/random_scenario.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;
using Catch::Approx;

namespace {

struct Range {
    Loss least = 1'000'000'000;
    Loss most = -1;
};

/// Plays everything there is to play, one event after the other, without remembering anything.
class Enumerator {
public:
    explicit Enumerator(const Scenario& scenario)
        : scenario_(scenario), potential_(potential_losses(scenario)), by_moment(scenario.moments.size()) {
        play(begin(scenario, 0), 0, false);
    }

private:
    /// The least loss from here on.
    Loss play(const Encounter& now, Loss so_far, bool red) {
        const Moment& moment = scenario_.moments[now.moment];
        std::vector<std::pair<PlayEvent, const Choice*>> events{{LeaveEvent{}, nullptr}};
        for (const std::size_t i : shown_choices(now, scenario_))
            events.push_back({ChooseEvent{moment.choices[i].id}, &moment.choices[i]});
        for (std::size_t i = 0; i < moment.asks.size(); ++i)
            if (!contains(now.asked, i)) events.push_back({AskEvent{moment.asks[i].id}, nullptr});
        Loss least = 1'000'000'000;
        for (const auto& [event, choice] : events) {
            const auto next = advance(now, scenario_, event);
            REQUIRE(next);
            const Loss own = choice ? choice_loss(moment, *choice) : 0;
            const Loss later = next->encounter.end ? end(now, choice, so_far + own, *next->encounter.end)
                                                   : play(next->encounter, so_far + own,
                                                          red || (choice && choice->critical()));
            least = std::min(least, own + later);
        }
        by_moment[now.moment].push_back({so_far + least, red});
        return least;
    }
    Loss end(const Encounter& now, const Choice* choice, Loss so_far, const End& how) {
        const Loss later = loss_at_end(scenario_, potential_, now.moment, choice, how);
        range.least = std::min(range.least, so_far + later);
        range.most = std::max(range.most, so_far + later);
        return later;
    }

    const Scenario& scenario_;
    std::vector<Loss> potential_;

public:
    Range range;
    /// For every visit of a moment: the loss of the whole encounter if all goes well from there, and whether
    /// a RED rule was broken.
    std::vector<std::vector<std::pair<Loss, bool>>> by_moment;
};

double score_of(Loss loss, bool red, Loss worst) {
    const double score = 100 * (1 - static_cast<double>(loss) / static_cast<double>(worst));
    return red ? std::min(score, 40.0) : score;
}

}  // namespace

TEST_CASE("exploring finds what playing every path finds", "[paths][property]") {
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        const Scenario scenario = test::random_scenario(seed, 4, 2);
        const Enumerator all(scenario);
        const auto explored = explore(scenario);
        REQUIRE(explored);
        CHECK(explored->best == all.range.least);
        CHECK(explored->worst == all.range.most);
    }
}

TEST_CASE("at every moment the best score still possible lies between luck and bad luck",
          "[paths][property]") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const Scenario scenario = test::random_scenario(seed, 4, 2);
        const Enumerator all(scenario);
        const auto explored = explore(scenario);
        REQUIRE(explored);
        for (std::size_t m = 0; m < scenario.moments.size(); ++m) {
            CAPTURE(seed, m);
            REQUIRE(explored->still_possible[m].has_value() == !all.by_moment[m].empty());
            if (all.by_moment[m].empty()) continue;
            double highest = -1000, lowest = 1000;
            for (const auto& [loss, red] : all.by_moment[m]) {
                highest = std::max(highest, score_of(loss, red, explored->worst));
                lowest = std::min(lowest, score_of(loss, red, explored->worst));
            }
            const StillPossible& possible = *explored->still_possible[m];
            CHECK(score_of(possible.luckiest, possible.luckiest_red, explored->worst) == Approx(highest));
            CHECK(score_of(possible.unluckiest, possible.unluckiest_red, explored->worst) == Approx(lowest));
        }
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

TEST_CASE("a moment whose every choice needs an unfound fact is a dead end", "[paths]") {
    Scenario scenario = test::random_scenario(2, 2, 1);
    CHECK(explore(scenario)->dead_ends.empty());
    for (Choice& choice : scenario.moments[1].choices) choice.needs = 1;
    const auto explored = explore(scenario);
    REQUIRE(explored);
    CHECK(explored->dead_ends == std::set<std::size_t>{1});
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
