// SPDX-License-Identifier: Apache-2.0
#include "engine/learning/mastery.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "engine/basics/seeded.h"
#include "tests/engine/learning/vectors.h"

using namespace touchstone;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double exact = 1e-9;

BehaviourEvidence some_evidence(SplitMix64& random) {
    return {random.below(behaviour_count), static_cast<double>(random.below(25)) / 24.0,
            static_cast<double>(1 + random.below(16)) / 16.0,
            difficulty_of(static_cast<int>(45 + random.below(46))),
            static_cast<double>(random.below(801)) / 1000.0};
}

/// A learner after `count` random evidences on random days.
Mastery somebody(std::uint64_t seed, int count) {
    SplitMix64 random(seed);
    Mastery mastery = prior_mastery();
    Day day = 20'000;
    for (int i = 0; i < count; ++i) {
        day += static_cast<Day>(random.below(9));
        mastery = updated(aged(mastery, day), some_evidence(random));
    }
    return mastery;
}

Mastery with_mean(double mean, double variance) {
    Mastery mastery = prior_mastery();
    mastery.mean.fill(mean);
    for (std::size_t i = 0; i < behaviour_count; ++i) mastery.covariance[i][i] = variance;
    mastery.evidences = 50;
    return mastery;
}

}  // namespace

TEST_CASE("the mastery filter reproduces the reference vectors", "[learning]") {
    const auto vectors = test::vectors_of("mastery_vectors.json");
    Mastery mastery = prior_mastery();
    for (const auto& value : vectors.at("events").as_array()) {
        const auto& event = value.as_object();
        const auto behaviour = static_cast<std::size_t>(event.at("behaviour").as_int64());
        const double difficulty = test::number(event.at("difficulty")),
                     floor = test::number(event.at("floor_c"));
        mastery = aged(mastery, static_cast<Day>(event.at("day").as_int64()));
        CHECK_THAT(predicted_quality(mastery, behaviour, difficulty, floor),
                   WithinAbs(test::number(event.at("predicted_before")), exact));
        mastery = updated(mastery, {behaviour, test::number(event.at("quality")),
                                    test::number(event.at("weight")), difficulty, floor});
        for (std::size_t i = 0; i < behaviour_count; ++i) {
            CHECK_THAT(mastery.mean[i], WithinAbs(test::number(event.at("mean_after").as_array()[i]), exact));
            CHECK_THAT(mastery.covariance[i][i],
                       WithinAbs(test::number(event.at("var_after").as_array()[i]), exact));
        }
    }
    CHECK(mastery.evidences == 9);
    const auto& covariance = vectors.at("final_cov").as_array();
    for (std::size_t i = 0; i < behaviour_count; ++i)
        for (std::size_t j = 0; j < behaviour_count; ++j)
            CHECK_THAT(mastery.covariance[i][j], WithinAbs(test::number(covariance[i].as_array()[j]), exact));
}

TEST_CASE("uncertainty stays symmetric, positive and below that of a stranger", "[learning]") {
    const double most = MasteryParameters{}.greatest_variance();
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Mastery mastery = somebody(seed, 300);
        for (std::size_t i = 0; i < behaviour_count; ++i) {
            CHECK(mastery.covariance[i][i] > 0);
            CHECK(mastery.covariance[i][i] <= most);
            for (std::size_t j = 0; j < behaviour_count; ++j) {
                CHECK(mastery.covariance[i][j] == mastery.covariance[j][i]);
                CHECK(mastery.covariance[i][j] * mastery.covariance[i][j] <=
                      mastery.covariance[i][i] * mastery.covariance[j][j]);
            }
        }
    }
}

TEST_CASE("a better choice never lowers a behaviour more than a worse one", "[learning]") {
    SplitMix64 random(5);
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const Mastery before = somebody(seed, 20);
        BehaviourEvidence seen = some_evidence(random);
        const std::size_t k = seen.behaviour;
        const double expected =
            predicted_quality(with_mean(before.mean[k], 0), k, seen.difficulty, seen.floor);
        seen.quality = std::min(1.0, expected + 0.05);
        const double after_better = updated(before, seen).mean[k];
        seen.quality = std::max(0.0, expected - 0.05);
        CHECK(after_better > before.mean[k]);
        CHECK(after_better > updated(before, seen).mean[k]);
    }
}

TEST_CASE("a choice without evidence changes nothing", "[learning]") {
    const Mastery before = somebody(3, 40);
    CHECK(updated(before, {2, 1, 0, 0, 0.4}) == before);
}

TEST_CASE("without ageing and practice variance, evidence only ever makes surer", "[learning]") {
    MasteryParameters still;
    still.aging_per_day = still.practice_variance = 0;
    SplitMix64 random(9);
    Mastery mastery = prior_mastery(still);
    for (int i = 0; i < 300; ++i) {
        const Mastery next = updated(aged(mastery, i, still), some_evidence(random), still);
        for (std::size_t k = 0; k < behaviour_count; ++k)
            CHECK(next.covariance[k][k] <= mastery.covariance[k][k]);
        mastery = next;
    }
}

TEST_CASE("days without practice make the estimate less sure and leave it where it was", "[learning]") {
    const Mastery before = somebody(4, 60);
    const Mastery later = aged(before, *before.day + 60);
    CHECK(later.mean == before.mean);
    CHECK(later.covariance[0][0] > before.covariance[0][0]);
    CHECK(aged(before, *before.day - 5) == before);
    CHECK(aged(before, *before.day + 100'000).covariance[0][0] == MasteryParameters{}.greatest_variance());
}

TEST_CASE("ten thousand perfect or wrong choices still give a level that can change", "[learning]") {
    for (const double quality : {0.0, 1.0})
        for (const double floor : {0.0, 1.0}) {
            Mastery mastery = aged(prior_mastery(), 1);
            for (int i = 0; i < 10'000; ++i) mastery = updated(mastery, {0, quality, 1, -0.62, floor});
            const MasteryLevel settled = mastery_level(mastery, 0);
            CHECK(settled.low >= 5);
            CHECK(settled.high <= 94);
            CHECK(settled.low <= settled.high);
            for (int i = 0; i < 20; ++i) mastery = updated(mastery, {0, 1 - quality, 1, -0.62, 0.4});
            CHECK(std::abs(mastery_level(mastery, 0).level - settled.level) > 15);
        }
}

TEST_CASE("levels read as the design says: about 31, 49, 67 and 80 for means of -1 to 2", "[learning]") {
    const double expected[] = {31, 49, 67, 80};
    for (int i = 0; i < 4; ++i)
        CHECK_THAT(mastery_level(with_mean(i - 1, 0.3), 0).level, WithinAbs(expected[i], 0.6));
}

TEST_CASE("word and number of a level never disagree", "[learning]") {
    const auto band = [](double level) { return MasteryLevel{level, 0, 100}.band(); };
    CHECK(band(49.4) == MasteryBand::starting);
    CHECK(band(49.5) == MasteryBand::developing);  // shown as 50
    CHECK(band(64.4) == MasteryBand::developing);
    CHECK(band(64.5) == MasteryBand::solid);
    CHECK(band(77.4) == MasteryBand::solid);
    CHECK(band(77.5) == MasteryBand::strong);
}

TEST_CASE("the band is wider while a learner has fewer than fifty evidences", "[learning]") {
    Mastery mastery = with_mean(0.8, 0.3);
    const MasteryLevel narrow = mastery_level(mastery, 0);
    mastery.evidences = 49;
    const MasteryLevel wide = mastery_level(mastery, 0);
    CHECK(wide.level == narrow.level);
    CHECK(wide.low < narrow.low);
    CHECK(wide.high > narrow.high);
    CHECK(narrow.low < narrow.level);
    CHECK(narrow.level < narrow.high);
}

TEST_CASE("a level is shown from three own evidences on, however much the others hint", "[learning]") {
    Mastery mastery = aged(prior_mastery(), 1);
    for (int i = 0; i < 3; ++i) {
        CHECK_FALSE(may_show(mastery, 1));
        mastery = updated(mastery, {1, 0.75, 1, 0, 0.4});
    }
    CHECK(may_show(mastery, 1));
    CHECK_FALSE(may_show(mastery, 2));
    CHECK(mastery.mean[2] > 0);  // the hint is there all the same
}

TEST_CASE("an author's difficulty label becomes the logit of the definitions", "[learning]") {
    const int labels[] = {85, 75, 65, 55, 45};
    const double expected[] = {-1.73, -1.10, -0.62, -0.20, 0.20};
    for (std::size_t i = 0; i < 5; ++i) CHECK_THAT(difficulty_of(labels[i]), WithinAbs(expected[i], 0.005));
}
