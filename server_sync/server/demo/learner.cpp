// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/demo/learner.h"

#include <algorithm>
#include <cmath>

#include "engine/paths/loss.h"

namespace touchstone::sync {
namespace {

constexpr double asks_share = 0.45;     // of the questions on offer
constexpr double leaves_share = 0.004;  // of all events
constexpr double learning_rate = 0.025;
constexpr double best_skill = 0.97;

}  // namespace

double random_share(SplitMix64& random) {
    return static_cast<double>(random.next() >> 11U) / 9007199254740992.0;
}

Learner::Learner(int talent, std::uint64_t seed) : random_(seed) {
    for (double& skill : skill_)
        skill = std::clamp(talent / 100.0 + 0.7 * (random_share(random_) - 0.5), 0.02, 0.9);
}

double Learner::skill_for(const Standard& standard, const Moment& moment) const {
    double sum = 0, weights = 0;
    for (const Test& test : moment.tests) {
        sum += test.weight_halves * skill_[standard.indicators[test.indicator].behaviour];
        weights += test.weight_halves;
    }
    return weights > 0 ? sum / weights : 0.5;
}

PlayEvent Learner::next_event(const Standard& standard, const Scenario& scenario,
                              const Encounter& encounter) {
    const Moment& moment = scenario.moments[encounter.moment];
    if (random_share(random_) < leaves_share) return LeaveEvent{};
    for (std::size_t i = 0; i < moment.asks.size(); ++i) {
        const bool made = contains(encounter.asked, i);
        if (!made && random_share(random_) < asks_share) return AskEvent{moment.asks[i].id};
    }
    // Softmax over the qualities of what is on screen: a beginner guesses, an expert hardly misses.
    const double steepness = 3.4 * skill_for(standard, moment);
    const auto shown = shown_choices(encounter, scenario);
    std::vector<double> weights;
    for (const std::size_t choice : shown)
        weights.push_back(std::exp(steepness * quality_48(moment, moment.choices[choice]) / 48.0));
    double left = random_share(random_);
    double total = 0;
    for (const double weight : weights) total += weight;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        left -= weights[i] / total;
        if (left < 0) return ChooseEvent{moment.choices[shown[i]].id};
    }
    return ChooseEvent{moment.choices[shown.back()].id};
}

void Learner::learn_from(const Standard& standard, const Moment& moment) {
    for (const Test& test : moment.tests) {
        double& skill = skill_[standard.indicators[test.indicator].behaviour];
        skill += learning_rate * test.weight_halves / 2.0 * (best_skill - skill);
    }
}

}  // namespace touchstone::sync
