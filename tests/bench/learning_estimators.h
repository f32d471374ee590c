// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <vector>

#include "tests/bench/learning_world.h"

namespace touchstone::bench {

/// Estimates one learner from choices; sees the author's labels and never the truth.
class Estimator {
public:
    virtual ~Estimator() = default;
    /// `quality` per behaviour asked.
    virtual void observe(Day day, const Decision& decision, const std::vector<double>& quality) = 0;
    /// Expected quality for one of the behaviours asked.
    virtual double expect(const Decision& decision, std::size_t asked) const = 0;
};
using EstimatorPointer = std::unique_ptr<Estimator>;

/// Mean quality per behaviour, started with `weight` choices of quality `prior`.
EstimatorPointer make_average(double prior, double weight);
/// Moves by `step` times the surprise; starts at `prior`.
EstimatorPointer make_exponential(double prior, double step);
/// Elo per behaviour with K(n) = a / (1 + b n) (Pelánek 2016) and known difficulties.
EstimatorPointer make_elo(double a, double b);
/// engine/learning with its shipped parameters.
EstimatorPointer make_ours();

}  // namespace touchstone::bench
