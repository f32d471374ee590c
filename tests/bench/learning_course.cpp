// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/learning_course.h"

#include <algorithm>
#include <cmath>

namespace touchstone::bench {

namespace {

constexpr std::size_t choices_per_session = 6;
constexpr double careless_share = 0.05, aimed_at = 0.80;

PerBehaviour truth_of(const World& world, const Learner& learner) {
    PerBehaviour sum{}, count{};
    for (const Decision& one : world.reference) {
        sum[one.asked[0].behaviour] += expected_quality(one, 0, learner);
        ++count[one.asked[0].behaviour];
    }
    for (std::size_t k = 0; k < behaviour_count; ++k) sum[k] /= count[k];
    return sum;
}

PerBehaviour estimate_of(const World& world, const Estimator& estimator) {
    PerBehaviour sum{}, count{};
    for (const Decision& one : world.reference) {
        sum[one.asked[0].behaviour] += estimator.expect(one, 0);
        ++count[one.asked[0].behaviour];
    }
    for (std::size_t k = 0; k < behaviour_count; ++k) sum[k] /= count[k];
    return sum;
}

double expected_over_all(const Estimator& estimator, const Decision& decision) {
    double sum = 0, weights = 0;
    for (std::size_t i = 0; i < decision.asked.size(); ++i) {
        sum += decision.asked[i].weight * estimator.expect(decision, i);
        weights += decision.asked[i].weight;
    }
    return sum / weights;
}

/// Takes the next decision out of `left`: any, or the one whose expected quality is nearest to the aim.
const Decision* take_next(std::vector<const Decision*>& left, Order order, const Estimator& policy,
                          Chance& chance) {
    std::size_t best = chance.below(left.size());
    const auto off = [&](std::size_t i) { return std::abs(expected_over_all(policy, *left[i]) - aimed_at); };
    if (order == Order::adaptive)
        for (std::size_t i = 0; i < left.size(); ++i)
            if (off(i) < off(best)) best = i;
    const Decision* taken = left[best];
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(best));
    return taken;
}

std::size_t drawn(const std::vector<double>& chances, Chance& chance) {
    double rest = chance.uniform();
    for (std::size_t i = 0; i + 1 < chances.size(); ++i)
        if ((rest -= chances[i]) < 0) return i;
    return chances.size() - 1;
}

Course course_of(const World& world, Order order, const Maker& policy_maker, Chance& chance) {
    Learner learner = make_learner(chance, world.nature);
    std::vector<const Decision*> left;
    for (const Decision& one : world.practice) left.push_back(&one);
    const EstimatorPointer policy = policy_maker();
    Course course;
    Day day = 0;
    bool careless = false;
    std::size_t next_checkpoint = 0;
    for (std::size_t n = 1; next_checkpoint < checkpoint_count; ++n) {
        if (n % choices_per_session == 1) {
            const auto gap = static_cast<Day>(1 + chance.below(5));
            learner.rest(gap);
            day += gap;
            careless = chance.uniform() < careless_share;
        }
        const Decision* decision = take_next(left, order, *policy, chance);
        const Option& option = decision->options[drawn(chances_of(*decision, learner, careless), chance)];
        policy->observe(day, *decision, option.quality);
        learner.practise(*decision);
        course.steps.push_back({day, decision, option.quality});
        if (n == checkpoints[next_checkpoint]) course.truth[next_checkpoint++] = truth_of(world, learner);
    }
    return course;
}

}  // namespace

std::vector<Course> courses_of(const World& world, std::size_t count, Order order, const Maker& policy,
                               std::uint64_t seed) {
    std::vector<Course> courses;
    for (std::size_t i = 0; i < count; ++i) {
        Chance chance(seed * 1'000'003 + i);
        courses.push_back(course_of(world, order, policy, chance));
    }
    return courses;
}

PerCheckpoint error_of(const World& world, const std::vector<Course>& courses, const Maker& maker) {
    PerCheckpoint squares{};
    for (const Course& course : courses) {
        const EstimatorPointer estimator = maker();
        std::size_t at = 0;
        for (std::size_t n = 1; n <= course.steps.size(); ++n) {
            const Step& step = course.steps[n - 1];
            estimator->observe(step.day, *step.decision, step.quality);
            if (n != checkpoints[at]) continue;
            const PerBehaviour estimate = estimate_of(world, *estimator);
            for (std::size_t k = 0; k < behaviour_count; ++k)
                squares[at] += std::pow(estimate[k] - course.truth[at][k], 2);
            ++at;
        }
    }
    for (double& one : squares)
        one = 100 * std::sqrt(one / static_cast<double>(courses.size() * behaviour_count));
    return squares;
}

double log_loss_of(const std::vector<Course>& courses, const Maker& maker) {
    double sum = 0;
    for (const Course& course : courses) {
        const EstimatorPointer estimator = maker();
        for (const Step& step : course.steps) {
            for (std::size_t i = 0; i < step.quality.size(); ++i) {
                const double expected = std::clamp(estimator->expect(*step.decision, i), 0.001, 0.999);
                sum -= step.decision->asked[i].weight * (step.quality[i] * std::log(expected) +
                                                         (1 - step.quality[i]) * std::log(1 - expected));
            }
            estimator->observe(step.day, *step.decision, step.quality);
        }
    }
    return sum;
}
}  // namespace touchstone::bench
