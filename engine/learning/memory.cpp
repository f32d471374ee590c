// SPDX-License-Identifier: Apache-2.0
#include "engine/learning/memory.h"

#include <algorithm>
#include <cmath>

#include "engine/basics/seeded.h"

namespace touchstone {

namespace {

constexpr double least_stability = 0.001, greatest_stability = 36500;
constexpr double least_first_stability = 0.1;
constexpr double least_difficulty = 1, greatest_difficulty = 10;
constexpr double retention_of_stability = 0.9;  // stability is defined as the days until this
constexpr int spread_percent = 5;
constexpr int again_below = 450, hard_below = 750, easy_from = 950;  // thousandths

using Weights = std::array<double, 21>;

double decay_of(const Weights& w) { return -w[20]; }
double factor_of(const Weights& w) { return std::pow(retention_of_stability, 1 / decay_of(w)) - 1; }

double first_stability(const Weights& w, Rating rating) {
    return std::max(w[static_cast<std::size_t>(rating) - 1], least_first_stability);
}

/// Not clamped: the pull towards an easy first answer uses the raw value.
double first_difficulty(const Weights& w, Rating rating) {
    return w[4] - std::exp(w[5] * (static_cast<int>(rating) - 1)) + 1;
}

double next_difficulty(const Weights& w, double difficulty, Rating rating) {
    const double change = -w[6] * (static_cast<int>(rating) - 3);
    const double damped = difficulty + change * (greatest_difficulty - difficulty) / 9;
    return std::clamp(w[7] * first_difficulty(w, Rating::easy) + (1 - w[7]) * damped, least_difficulty,
                      greatest_difficulty);
}

double after_recall(const Weights& w, const Memory& memory, double recall, Rating rating) {
    const double hard = rating == Rating::hard ? w[15] : 1;
    const double easy = rating == Rating::easy ? w[16] : 1;
    return memory.stability *
           (1 + std::exp(w[8]) * (11 - memory.difficulty) * std::pow(memory.stability, -w[9]) *
                    (std::exp(w[10] * (1 - recall)) - 1) * hard * easy);
}

double after_lapse(const MemoryParameters& parameters, const Memory& memory, double recall) {
    const Weights& w = parameters.weights;
    const double fresh = w[11] * std::pow(memory.difficulty, -w[12]) *
                         (std::pow(memory.stability + 1, w[13]) - 1) * std::exp(w[14] * (1 - recall));
    const double most = parameters.short_term ? memory.stability / std::exp(w[17] * w[18]) : memory.stability;
    return std::min(fresh, most);
}

double after_same_day(const Weights& w, const Memory& memory, Rating rating) {
    const double growth =
        std::exp(w[17] * (static_cast<int>(rating) - 3 + w[18])) * std::pow(memory.stability, -w[19]);
    return memory.stability * (rating == Rating::again ? growth : std::max(growth, 1.0));
}

double next_stability(const MemoryParameters& parameters, const Memory& memory, Day elapsed, Rating rating) {
    if (parameters.short_term && elapsed == 0) return after_same_day(parameters.weights, memory, rating);
    const double recall = retrievability(memory.stability, elapsed, parameters);
    return rating == Rating::again ? after_lapse(parameters, memory, recall)
                                   : after_recall(parameters.weights, memory, recall, rating);
}

std::uint64_t tie_of(const std::string& person, const std::string& item) {
    return spread(person + "/" + item);
}

}  // namespace

Memory remembered(const std::optional<Memory>& before, Rating rating, Day day,
                  const MemoryParameters& parameters) {
    const Weights& w = parameters.weights;
    if (!before)
        return {first_stability(w, rating),
                std::clamp(first_difficulty(w, rating), least_difficulty, greatest_difficulty), day, rating};
    const Day elapsed = std::max(0, day - before->last_day);
    const double stability = next_stability(parameters, *before, elapsed, rating);
    return {std::clamp(stability, least_stability, greatest_stability),
            next_difficulty(w, before->difficulty, rating), before->last_day + elapsed, rating};
}

double retrievability(double stability, Day elapsed, const MemoryParameters& parameters) {
    const Weights& w = parameters.weights;
    return std::pow(1 + factor_of(w) * std::max(0, elapsed) / stability, decay_of(w));
}

double retrievability_on(const Memory& memory, Day day, const MemoryParameters& parameters) {
    return retrievability(memory.stability, day - memory.last_day, parameters);
}

int interval_of(const Memory& memory, const MemoryParameters& parameters) {
    const Weights& w = parameters.weights;
    const double modifier = (std::pow(parameters.desired_retention, 1 / decay_of(w)) - 1) / factor_of(w);
    const double days = std::round(memory.stability * modifier);
    return static_cast<int>(std::clamp(days, 1.0, static_cast<double>(parameters.longest_interval)));
}

int spread_interval(int interval, const std::string& person, const std::string& item,
                    const MemoryParameters& parameters) {
    const int reach = interval * spread_percent / 100;
    const auto steps = static_cast<std::uint64_t>(2 * reach + 1);
    const auto step = static_cast<int>(SplitMix64(fnv1a64(person + "/" + item)).below(steps));
    return std::clamp(interval - reach + step, 1, parameters.longest_interval);
}

Day due_day(const Memory& memory, const std::string& person, const std::string& item,
            const MemoryParameters& parameters) {
    return memory.last_day + spread_interval(interval_of(memory, parameters), person, item, parameters);
}

Rating rating_of(const DrillAnswer& answer, std::optional<Rating> previous) {
    if (answer.quality < again_below) return Rating::again;
    if (answer.quality < hard_below) return Rating::hard;
    const bool held = previous && (*previous == Rating::good || *previous == Rating::easy);
    const bool easy = answer.quality >= easy_from && !answer.hint && !answer.rapid && held;
    return easy ? Rating::easy : Rating::good;
}

std::vector<std::size_t> due_drills(const std::vector<ScheduledDrill>& drills, const std::string& person,
                                    Day today, int answered_today, const MemoryParameters& parameters) {
    std::vector<std::size_t> due;
    for (std::size_t i = 0; i < drills.size(); ++i)
        if (drills[i].due <= today) due.push_back(i);
    const auto recall = [&](std::size_t i) { return retrievability_on(drills[i].memory, today, parameters); };
    std::sort(due.begin(), due.end(), [&](std::size_t a, std::size_t b) {
        const double ours = recall(a), theirs = recall(b);
        if (ours != theirs) return ours < theirs;
        return tie_of(person, drills[a].drill) < tie_of(person, drills[b].drill);
    });
    const auto room = static_cast<std::size_t>(std::max(0, drills_a_day - answered_today));
    due.resize(std::min(due.size(), room));
    return due;
}

}  // namespace touchstone
