// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/learning_world.h"

#include <algorithm>
#include <cmath>

namespace touchstone::bench {

namespace {

constexpr std::size_t practice_decisions = 160, reference_per_behaviour = 20, typical_staff = 80;
constexpr double label_noise = 0.4;  // of the author's difficulty, logits
constexpr double plausibility_deviation = 0.7;
constexpr double pace_deviation = 0.5, ceiling = 3, transfer = 0.2;
constexpr double forgetting_days = 90;

double softplus(double x) { return std::log1p(std::exp(x)); }

/// To 0, 0.25 ... 1, as ratings are.
double quarter(double quality) { return std::clamp(std::round(quality * 4) / 4, 0.0, 1.0); }

Option make_option(Chance& chance, std::size_t asked, bool best, double temptation) {
    Option option;
    const double quality =
        best ? (chance.uniform() < 0.8 ? 1 : 0.75) : 0.25 * static_cast<double>(chance.below(4));
    option.quality.push_back(quality);
    for (std::size_t i = 1; i < asked; ++i)
        option.quality.push_back(quarter(quality + chance.normal(0, 0.2)));
    option.plausibility = chance.normal(best ? 0 : temptation, plausibility_deviation);
    return option;
}

void add_behaviours(Chance& chance, Decision& decision, std::size_t primary) {
    decision.asked.push_back({primary, 1, 0});
    for (int secondary = 0; secondary < 2; ++secondary) {
        const std::size_t other = chance.below(behaviour_count);
        const bool known = std::any_of(decision.asked.begin(), decision.asked.end(),
                                       [&](const Asked& one) { return one.behaviour == other; });
        if (!known && chance.uniform() < 0.5) decision.asked.push_back({other, 0.5, 0});
    }
}

Decision make_decision(Chance& chance, const Nature& nature, std::size_t primary) {
    Decision decision;
    add_behaviours(chance, decision, primary);
    const std::size_t options = 3 + chance.below(2);
    for (std::size_t i = 0; i < options; ++i)
        decision.options.push_back(make_option(chance, decision.asked.size(), i == 0, nature.temptation));
    for (std::size_t i = 0; i < decision.asked.size(); ++i)
        for (const Option& option : decision.options)
            decision.asked[i].floor += option.quality[i] / static_cast<double>(options);
    decision.pull = nature.pull;
    decision.hardness = chance.normal(nature.hardness, nature.hardness_deviation);
    return decision;
}

double quality_of_all(const Decision& decision, const Learner& learner) {
    double sum = 0, weights = 0;
    for (std::size_t i = 0; i < decision.asked.size(); ++i) {
        sum += decision.asked[i].weight * expected_quality(decision, i, learner);
        weights += decision.asked[i].weight;
    }
    return sum / weights;
}

/// The author knows what typical staff reach, with noise and inside the range that a file allows.
double label_of(const Decision& decision, const std::vector<Learner>& staff, Chance& chance) {
    double sum = 0;
    for (const Learner& one : staff) sum += quality_of_all(decision, one);
    const double reached = sum / static_cast<double>(staff.size());
    const double noisy = -std::log(reached / (1 - reached)) + chance.normal(0, label_noise);
    const double percent = std::clamp(std::round(100 / (1 + std::exp(noisy))), 45.0, 90.0);
    return -std::log(percent / (100 - percent));
}

}  // namespace

double Chance::uniform() { return static_cast<double>(bits_.next() >> 11U) / 9007199254740992.0; }

double Chance::normal(double mean, double deviation) {
    const double radius = std::sqrt(-2 * std::log(1 - uniform()));
    return mean + deviation * radius * std::cos(6.283185307179586 * uniform());
}

void Learner::practise(const Decision& decision) {
    for (const Asked& one : decision.asked) {
        const double gain = pace * one.weight * std::max(0.0, 1 - skill(one.behaviour) / ceiling);
        for (std::size_t k = 0; k < behaviour_count; ++k)
            learned[k] += k == one.behaviour ? gain : transfer * gain;
    }
}

void Learner::rest(Day days) {
    for (double& one : learned) one *= std::exp(-days / forgetting_days);
}

std::vector<double> chances_of(const Decision& decision, const Learner& learner, bool careless) {
    std::vector<double> chances;
    double sum = 0;
    for (const Option& option : decision.options) {
        double attraction = option.plausibility, weights = 0, wanted = 0;
        for (std::size_t i = 0; i < decision.asked.size(); ++i) {
            const Asked& one = decision.asked[i];
            wanted +=
                one.weight * softplus(learner.skill(one.behaviour) - decision.hardness) * option.quality[i];
            weights += one.weight;
        }
        if (!careless) attraction += decision.pull * wanted / weights;
        chances.push_back(std::exp(attraction));
        sum += chances.back();
    }
    for (double& one : chances) one /= sum;
    return chances;
}

double expected_quality(const Decision& decision, std::size_t asked, const Learner& learner) {
    const std::vector<double> chances = chances_of(decision, learner, false);
    double quality = 0;
    for (std::size_t i = 0; i < chances.size(); ++i)
        quality += chances[i] * decision.options[i].quality[asked];
    return quality;
}

World make_world(Chance& chance, const Nature& nature) {
    World world{nature, {}, {}};
    std::vector<Learner> staff;
    for (std::size_t i = 0; i < typical_staff; ++i) staff.push_back(make_learner(chance, nature));
    for (std::size_t i = 0; i < practice_decisions; ++i)
        world.practice.push_back(make_decision(chance, nature, i % behaviour_count));
    for (std::size_t i = 0; i < reference_per_behaviour * behaviour_count; ++i)
        world.reference.push_back(make_decision(chance, nature, i % behaviour_count));
    for (Decision& one : world.practice) one.difficulty = label_of(one, staff, chance);
    for (Decision& one : world.reference) one.difficulty = label_of(one, staff, chance);
    return world;
}

Learner make_learner(Chance& chance, const Nature& nature) {
    Learner learner;
    learner.general = chance.normal(0, nature.general_deviation);
    for (double& one : learner.specific) one = chance.normal(0, nature.specific_deviation);
    learner.pace = nature.pace * std::exp(chance.normal(0, pace_deviation));
    return learner;
}

}  // namespace touchstone::bench
