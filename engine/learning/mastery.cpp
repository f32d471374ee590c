// SPDX-License-Identifier: Apache-2.0
#include "engine/learning/mastery.h"

#include <algorithm>
#include <cmath>

namespace touchstone {

namespace {

constexpr double probit_factor = 0.346;
constexpr double eighty_percent = 1.2816;  // standard deviations on each side
constexpr int evidences_for_narrow_band = 50;
constexpr double wider = 1.15;
constexpr double difficulties_shown[] = {-1, -0.5, 0, 0.5, 1};
constexpr double floor_shown = 0.45;
constexpr int least_label = 1, greatest_label = 99;

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

/// `variance` grown by `by`, but not beyond the prior's.
double grown(double variance, double by, const MasteryParameters& parameters) {
    return std::max(variance, std::min(parameters.greatest_variance(), variance + by));
}

/// Expected quality at a certain skill; blind choices reach the floor.
double expected_quality(double skill, double floor, const MasteryParameters& parameters) {
    return parameters.lapse * floor + (1 - parameters.lapse) * sigmoid(skill);
}

double level_at(double mean, double scale, const MasteryParameters& parameters) {
    double sum = 0;
    for (const double difficulty : difficulties_shown)
        sum += expected_quality((mean - difficulty) / scale, floor_shown, parameters);
    return 100 * sum / std::size(difficulties_shown);
}

double scale_of(const Mastery& mastery, std::size_t behaviour) {
    return std::sqrt(1 + probit_factor * mastery.covariance[behaviour][behaviour]);
}

/// The Kalman step along the column of one behaviour; both triangles get the same bits.
void correct(Mastery& mastery, std::size_t behaviour, double slope, double total_variance, double surprise) {
    std::array<double, behaviour_count> column{};
    for (std::size_t i = 0; i < behaviour_count; ++i) column[i] = mastery.covariance[i][behaviour];
    for (std::size_t i = 0; i < behaviour_count; ++i) {
        mastery.mean[i] += column[i] * slope / total_variance * surprise;
        for (std::size_t j = 0; j <= i; ++j) {
            mastery.covariance[i][j] -= column[i] * slope * slope / total_variance * column[j];
            mastery.covariance[j][i] = mastery.covariance[i][j];
        }
    }
}

}  // namespace

Mastery prior_mastery(const MasteryParameters& parameters) {
    Mastery mastery;
    for (std::size_t i = 0; i < behaviour_count; ++i)
        for (std::size_t j = 0; j < behaviour_count; ++j)
            mastery.covariance[i][j] =
                parameters.general_variance + (i == j ? parameters.specific_variance : 0);
    return mastery;
}

Mastery aged(Mastery mastery, Day day, const MasteryParameters& parameters) {
    if (mastery.day && day <= *mastery.day) return mastery;
    if (mastery.day) {
        const double growth = parameters.aging_per_day * (day - *mastery.day);
        for (std::size_t i = 0; i < behaviour_count; ++i)
            mastery.covariance[i][i] = grown(mastery.covariance[i][i], growth, parameters);
    }
    mastery.day = day;
    return mastery;
}

Mastery updated(Mastery mastery, const BehaviourEvidence& seen, const MasteryParameters& parameters) {
    if (seen.evidence <= 0) return mastery;
    const std::size_t k = seen.behaviour;
    const double s = sigmoid(mastery.mean[k] - seen.difficulty);
    const double predicted = expected_quality(mastery.mean[k] - seen.difficulty, seen.floor, parameters);
    const double slope = (1 - parameters.lapse) * s * (1 - s);
    const double noise = parameters.noise * predicted * (1 - predicted) / seen.evidence;
    correct(mastery, k, slope, slope * slope * mastery.covariance[k][k] + noise, seen.quality - predicted);
    double& variance = mastery.covariance[k][k];
    variance = grown(variance, parameters.practice_variance * seen.evidence, parameters);
    mastery.mean[k] += parameters.drift * seen.evidence;
    mastery.own_evidence[k] += seen.evidence;
    ++mastery.evidences;
    for (double& mean : mastery.mean)
        mean = std::clamp(mean, -parameters.greatest_mean, parameters.greatest_mean);
    return mastery;
}

double difficulty_of(int percent) {
    const double p = std::clamp(percent, least_label, greatest_label) / 100.0;
    return -std::log(p / (1 - p));
}

double predicted_quality(const Mastery& mastery, std::size_t behaviour, double difficulty, double floor,
                         const MasteryParameters& parameters) {
    return expected_quality((mastery.mean[behaviour] - difficulty) / scale_of(mastery, behaviour), floor,
                            parameters);
}

int MasteryLevel::shown() const { return static_cast<int>(std::floor(level + 0.5)); }

MasteryBand MasteryLevel::band() const {
    if (shown() < 50) return MasteryBand::starting;
    if (shown() < 65) return MasteryBand::developing;
    return shown() < 78 ? MasteryBand::solid : MasteryBand::strong;
}

MasteryLevel mastery_level(const Mastery& mastery, std::size_t behaviour,
                           const MasteryParameters& parameters) {
    const double mean = mastery.mean[behaviour];
    const double widening = mastery.evidences < evidences_for_narrow_band ? wider : 1;
    const double half = eighty_percent * widening * std::sqrt(mastery.covariance[behaviour][behaviour]);
    return {level_at(mean, scale_of(mastery, behaviour), parameters), level_at(mean - half, 1, parameters),
            level_at(mean + half, 1, parameters)};
}

bool may_show(const Mastery& mastery, std::size_t behaviour) {
    return mastery.own_evidence[behaviour] >= evidence_to_show;
}

}  // namespace touchstone
