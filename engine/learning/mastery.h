// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <optional>

#include "engine/basics/civil.h"
#include "engine/standard/standard.h"

namespace touchstone {

/// The filter's constants: an extended Kalman filter over a Rasch model that is answered in degrees (online
/// item response theory, after Glickman 1999 and Pelánek 2016), with a lapse (Wichmann and Hill 2001) and a
/// small drift of practice. Values were chosen on synthetic learners that are not this model (`./dev bench
/// learning`); a server may refit `noise` and `drift` from 2,000 real first choices on.
struct MasteryParameters {
    double general_variance = 0.8;    // shared by the seven behaviours: people who are good, are good at most
    double specific_variance = 0.2;   // of each behaviour alone
    double aging_per_day = 0.002;     // variance that a day without practice adds
    double practice_variance = 0.01;  // variance that one evidence adds: practising changes a person
    double noise = 0.6;               // of a choice's quality, as a part of p(1-p)
    double lapse = 0.12;              // share of choices that say nothing about skill
    double drift = 0.03;              // mean gain of one evidence; an assumption, 0..0.05

    /// Means stay within this of 0 (levels 7 to 91), else the drift of years of practice would carry them to
    /// where the curve is flat and no later mistake could be seen.
    double greatest_mean = 4;

    double greatest_variance() const { return general_variance + specific_variance; }
};

/// What one choice says about one behaviour.
struct BehaviourEvidence {
    std::size_t behaviour = 0;
    double quality = 0;     // 0..1
    double evidence = 1;    // > 0, after the factors of practice
    double difficulty = 0;  // logit; see difficulty_of
    double floor = 0;       // 0..1, what choosing blindly would give
};

/// The estimate of one learner: seven means on the logit scale and how sure they are.
struct Mastery {
    std::array<double, behaviour_count> mean{};
    std::array<std::array<double, behaviour_count>, behaviour_count> covariance{};
    std::optional<Day> day;                              // of the last evidence
    std::array<double, behaviour_count> own_evidence{};  // sum of e per behaviour
    int evidences = 0;                                   // of all behaviours
    friend bool operator==(const Mastery&, const Mastery&) = default;
};

/// Everybody's start: mean 0.
Mastery prior_mastery(const MasteryParameters& parameters = {});
/// Opens `day`: what was not practised became less sure. A day before the last one changes nothing.
Mastery aged(Mastery mastery, Day day, const MasteryParameters& parameters = {});
/// One step of the filter, on the day to which `mastery` was aged. Without evidence nothing changes.
Mastery updated(Mastery mastery, const BehaviourEvidence& seen, const MasteryParameters& parameters = {});

/// -ln(p/(1-p)) of the quality in percent that typical staff reach (DEFINITIONS A6). Taken as 1..99.
double difficulty_of(int percent);

/// Expected quality 0..1 of the learner's next choice. The uncertainty is integrated out by the
/// logistic-normal approximation of Zeger, Liang and Albert 1988: 0.346 = (16 sqrt 3 / 15 pi)^2.
double predicted_quality(const Mastery& mastery, std::size_t behaviour, double difficulty, double floor,
                         const MasteryParameters& parameters = {});

enum class MasteryBand { starting, developing, solid, strong };  // below 50, 65, 78, and from there

/// A behaviour as people see it, 0..100: the mean expected quality over five difficulties, with an 80 % band.
struct MasteryLevel {
    double level = 0;
    double low = 0, high = 0;

    int shown() const;         // rounded half up
    MasteryBand band() const;  // of `shown`, so that word and number agree
    friend bool operator==(const MasteryLevel&, const MasteryLevel&) = default;
};
/// The band is 15 % wider below 50 evidences, where simulation found it too narrow under adaptive choice.
MasteryLevel mastery_level(const Mastery& mastery, std::size_t behaviour,
                           const MasteryParameters& parameters = {});

/// A level may be shown from this much own evidence on; before, it would only echo the other behaviours.
inline constexpr double evidence_to_show = 3;
bool may_show(const Mastery& mastery, std::size_t behaviour);

}  // namespace touchstone
