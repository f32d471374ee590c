// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <vector>

#include "engine/basics/civil.h"
#include "engine/basics/seeded.h"
#include "engine/standard/standard.h"

namespace touchstone::bench {

/// Chance for the synthetic world: SplitMix64 with a normal deviate.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : bits_(seed) {}
    double uniform();  // 0..1
    double normal(double mean, double deviation);
    std::size_t below(std::size_t below) { return bits_.below(below); }

private:
    SplitMix64 bits_;
};

/// What kind of staff and decisions a world has. Set so that labels spread over 45 to 90 % around 63, true
/// mastery differs by about 0.16, and the plain average and Elo err at 12 and 24 random choices about as in
/// the design study (13.3 and 11.9, 12.7 and 12.0).
struct Nature {
    double hardness = 1, hardness_deviation = 1.2;
    double temptation = 1.5;  // plausibility of every option but the best: authors write tempting ones
    double general_deviation = 1.8, specific_deviation = 0.9;
    double pace = 0.04;  // gain of one practised choice
    double pull = 6;     // of quality on a choice, at full skill
};
/// Able staff who differ little: true mastery by about 0.10.
inline constexpr Nature alike = {0, 0.8, 1, 0.8, 0.5, 0.04, 4};
/// Nobody learns.
inline constexpr Nature still = {1, 1.2, 1.5, 1.8, 0.9, 0, 6};

/// What a decision asks of one behaviour.
struct Asked {
    std::size_t behaviour = 0;
    double weight = 1;
    double floor = 0;  // mean quality of all options
};
struct Option {
    std::vector<double> quality;  // per Asked, 0..1
    double plausibility = 0;      // what attracts whoever cannot tell
};
struct Decision {
    std::vector<Asked> asked;  // the primary behaviour first
    std::vector<Option> options;
    double pull = 0, hardness = 0;  // of the truth
    double difficulty = 0;          // the author's label as a logit: the truth for typical staff with noise
};

/// Somebody whose truth is not the filter's: skills decide how strongly quality pulls in a softmax over
/// options.
struct Learner {
    double general = 0;
    std::array<double, behaviour_count> specific{}, learned{};
    double pace = 0;  // gain of one practised choice

    double skill(std::size_t behaviour) const { return general + specific[behaviour] + learned[behaviour]; }
    void practise(const Decision& decision);
    void rest(Day days);  // forgets
};

/// Probabilities of the options. A careless learner sees plausibility only.
std::vector<double> chances_of(const Decision& decision, const Learner& learner, bool careless);
/// True expected quality of an attentive answer, for one of the behaviours asked.
double expected_quality(const Decision& decision, std::size_t asked, const Learner& learner);

struct World {
    Nature nature;
    std::vector<Decision> practice;   // 160 decisions
    std::vector<Decision> reference;  // fresh ones, for the truth: 20 with each primary behaviour
};
World make_world(Chance& chance, const Nature& nature);
Learner make_learner(Chance& chance, const Nature& nature);

}  // namespace touchstone::bench
