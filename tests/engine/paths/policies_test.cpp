// SPDX-License-Identifier: Apache-2.0
#include "engine/paths/policies.h"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/paths/explore.h"
#include "engine/paths/loss.h"
#include "tests/support/random_scenario.h"

using namespace touchstone;
using Catch::Approx;

namespace {

struct Chance {
    const Scenario& scenario;
    Loss worst;
    std::vector<Loss> potential = potential_losses(scenario);
    double score = 0, good = 0;

    void play(const Encounter& now, double probability, Loss so_far, bool red) {
        const auto shown = shown_choices(now, scenario);
        for (const std::size_t i : shown) {
            const Choice& choice = scenario.moments[now.moment].choices[i];
            const auto next = advance(now, scenario, ChooseEvent{choice.id});
            const double here = probability / static_cast<double>(shown.size());
            Loss lost = so_far + choice_loss(scenario.moments[now.moment], choice);
            const bool broken = red || choice.critical();
            if (!next->encounter.end) {
                play(next->encounter, here, lost, broken);
                continue;
            }
            lost += loss_at_end(scenario, potential, now.moment, &choice, *next->encounter.end);
            const double score_here = 100 * (1 - static_cast<double>(lost) / static_cast<double>(worst));
            score += here * (broken ? std::min(score_here, 40.0) : score_here);
            if (next->encounter.end->ending == 0 && next->encounter.end->outcome == 0) good += here;
        }
    }
};

}  // namespace

TEST_CASE("choosing by chance can expect the mean over every play", "[paths][property]") {
    for (std::uint64_t seed = 0; seed < 80; ++seed) {
        CAPTURE(seed);
        const Scenario scenario = test::random_scenario(seed, 4, 3);
        const Loss worst = explore(scenario)->worst;
        Chance all{scenario, worst};
        all.play(begin(scenario, 0), 1, 0, false);
        const auto expected = expect(scenario, worst, by_chance);
        REQUIRE(expected);
        CHECK(expected->score == Approx(all.score));
        CHECK(expected->outcomes[0][0] == Approx(all.good).margin(1e-12));
    }
}

TEST_CASE("typical staff choose so that their quality is the moment's difficulty", "[paths]") {
    const Scenario scenario = test::random_scenario(5, 3, 2);
    for (const Moment& moment : scenario.moments) {
        const auto available = available_choices(moment, 255);
        int least = 48, most = 0;
        for (const std::size_t i : available) {
            least = std::min(least, quality_48(moment, moment.choices[i]));
            most = std::max(most, quality_48(moment, moment.choices[i]));
        }
        const auto shares = like_typical_staff(moment, available);
        double quality = 0;
        for (std::size_t i = 0; i < available.size(); ++i)
            quality += shares[i] * quality_48(moment, moment.choices[available[i]]) / 48.0;
        const double wanted = std::clamp(moment.difficulty / 100.0, least / 48.0, most / 48.0);
        CHECK(quality == Approx(wanted).margin(0.01));
    }
}

TEST_CASE("beyond the bound of states expecting refuses and says so", "[paths]") {
    const auto refused = expect(test::random_scenario(1, 6, 4), 4800, by_chance, 20);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::too_large);
}
