// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>

#include "engine/basics/seeded.h"
#include "engine/play/encounter.h"
#include "engine/standard/standard.h"

namespace touchstone::sync {

/// A number in 0..1.
double random_share(SplitMix64& random);

/// Somebody who gets better by practising. Skill is 0..1 per behaviour.
class Learner {
public:
    /// `talent` is percent; behaviours differ around it.
    Learner(int talent, std::uint64_t seed);

    /// What this learner does now: asks sometimes, leaves almost never, and else chooses the better the more
    /// skilled.
    PlayEvent next_event(const Standard& standard, const Scenario& scenario, const Encounter& encounter);
    /// A choice at `moment` was made and seen through.
    void learn_from(const Standard& standard, const Moment& moment);
    SplitMix64& random() { return random_; }

private:
    double skill_for(const Standard& standard, const Moment& moment) const;

    std::array<double, behaviour_count> skill_{};
    SplitMix64 random_;
};

}  // namespace touchstone::sync
