// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/learning_estimators.h"

#include <array>
#include <cmath>

#include "engine/learning/mastery.h"

namespace touchstone::bench {

namespace {

class Average final : public Estimator {
public:
    Average(double prior, double weight) {
        sum_.fill(prior * weight);
        weight_.fill(weight);
    }
    void observe(Day, const Decision& decision, const std::vector<double>& quality) override {
        for (std::size_t i = 0; i < quality.size(); ++i) {
            sum_[decision.asked[i].behaviour] += decision.asked[i].weight * quality[i];
            weight_[decision.asked[i].behaviour] += decision.asked[i].weight;
        }
    }
    double expect(const Decision& decision, std::size_t asked) const override {
        return sum_[decision.asked[asked].behaviour] / weight_[decision.asked[asked].behaviour];
    }

private:
    std::array<double, behaviour_count> sum_{}, weight_{};
};

class Exponential final : public Estimator {
public:
    Exponential(double prior, double step) : step_(step) { value_.fill(prior); }
    void observe(Day, const Decision& decision, const std::vector<double>& quality) override {
        for (std::size_t i = 0; i < quality.size(); ++i) {
            double& value = value_[decision.asked[i].behaviour];
            value += step_ * decision.asked[i].weight * (quality[i] - value);
        }
    }
    double expect(const Decision& decision, std::size_t asked) const override {
        return value_[decision.asked[asked].behaviour];
    }

private:
    double step_;
    std::array<double, behaviour_count> value_{};
};

class Elo final : public Estimator {
public:
    Elo(double a, double b) : a_(a), b_(b) {}
    void observe(Day, const Decision& decision, const std::vector<double>& quality) override {
        for (std::size_t i = 0; i < quality.size(); ++i) {
            const Asked& one = decision.asked[i];
            const double surprise = quality[i] - expect(decision, i);
            skill_[one.behaviour] += one.weight * a_ / (1 + b_ * seen_[one.behaviour]) * surprise;
            seen_[one.behaviour] += one.weight;
        }
    }
    double expect(const Decision& decision, std::size_t asked) const override {
        return 1 / (1 + std::exp(decision.difficulty - skill_[decision.asked[asked].behaviour]));
    }

private:
    double a_, b_;
    std::array<double, behaviour_count> skill_{}, seen_{};
};

class Ours final : public Estimator {
public:
    void observe(Day day, const Decision& decision, const std::vector<double>& quality) override {
        mastery_ = aged(mastery_, day);
        for (std::size_t i = 0; i < quality.size(); ++i) {
            const Asked& one = decision.asked[i];
            mastery_ =
                updated(mastery_, {one.behaviour, quality[i], one.weight, decision.difficulty, one.floor});
        }
    }
    double expect(const Decision& decision, std::size_t asked) const override {
        const Asked& one = decision.asked[asked];
        return predicted_quality(mastery_, one.behaviour, decision.difficulty, one.floor);
    }

private:
    Mastery mastery_ = prior_mastery();
};

}  // namespace

EstimatorPointer make_average(double prior, double weight) {
    return std::make_unique<Average>(prior, weight);
}
EstimatorPointer make_exponential(double prior, double step) {
    return std::make_unique<Exponential>(prior, step);
}
EstimatorPointer make_elo(double a, double b) { return std::make_unique<Elo>(a, b); }
EstimatorPointer make_ours() { return std::make_unique<Ours>(); }

}  // namespace touchstone::bench
