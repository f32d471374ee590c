// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <functional>
#include <vector>

#include "tests/bench/learning_estimators.h"
#include "tests/bench/learning_world.h"

namespace touchstone::bench {

/// Numbers of choices after which estimates are compared with the truth.
inline constexpr std::size_t checkpoints[] = {12, 24, 48, 96};
inline constexpr std::size_t checkpoint_count = std::size(checkpoints);

/// How the next decision is found: any, or the one whose expected quality is nearest to 0.80.
enum class Order { random, adaptive };
using Maker = std::function<EstimatorPointer()>;
using PerCheckpoint = std::array<double, checkpoint_count>;
using PerBehaviour = std::array<double, behaviour_count>;

struct Step {
    Day day = 0;
    const Decision* decision = nullptr;
    std::vector<double> quality;
};
/// What one learner did, and the truth at every checkpoint: mean expected quality of the reference decisions.
struct Course {
    std::vector<Step> steps;
    std::array<PerBehaviour, checkpoint_count> truth{};
};

/// `count` learners: six choices a session, one to five days between, every twentieth session careless; no
/// decision twice. `policy` finds the decisions of an adaptive order.
std::vector<Course> courses_of(const World& world, std::size_t count, Order order, const Maker& policy,
                               std::uint64_t seed);

/// Root mean square error x 100 of mastery, over learners and behaviours.
PerCheckpoint error_of(const World& world, const std::vector<Course>& courses, const Maker& maker);

/// Of the choices as predicted before each: all that can be seen outside a simulation.
double log_loss_of(const std::vector<Course>& courses, const Maker& maker);

}  // namespace touchstone::bench
