// SPDX-License-Identifier: Apache-2.0
#include "engine/play/mood.h"

#include <catch2/catch_test_macros.hpp>

using namespace touchstone;

TEST_CASE("likelihood to recommend is 0 to 10, rounded half up", "[mood]") {
    CHECK(likelihood_to_recommend({0, 0, 0}) == 0);
    CHECK(likelihood_to_recommend({100, 100, 0}) == 10);
    CHECK(likelihood_to_recommend({45, 45, 0}) == 5);   // 4.5
    CHECK(likelihood_to_recommend({60, 40, 0}) == 5);   // 5.2
    CHECK(likelihood_to_recommend({75, 100, 0}) == 9);  // 8.5
}

TEST_CASE("the face follows the state", "[mood]") {
    const Expression happy = expression_of({95, 90, 80}, 0), angry = expression_of({5, 10, 5}, -25);
    CHECK(happy.valence > 0.8F);
    CHECK(angry.valence < -0.8F);
    CHECK(angry.arousal == 1.0F);
    CHECK(mood_of(happy) == Mood::delighted);
    CHECK(mood_of(angry) == Mood::angry);
    CHECK(mood_of(expression_of({20, 30, 60}, 0)) == Mood::let_down);
    CHECK(mood_of(expression_of({50, 50, 50}, 0)) == Mood::neutral);
    CHECK(mood_of(expression_of({50, 20, 50}, 0)) == Mood::doubtful);
    CHECK(mood_of(expression_of({50, 50, 10}, 0)) == Mood::worried);
}

TEST_CASE("satisfaction makes the tone", "[mood]") {
    CHECK(tone_of({70, 0, 0}) == Tone::warm);
    CHECK(tone_of({65, 0, 0}) == Tone::neutral);
    CHECK(tone_of({35, 0, 0}) == Tone::cold);
}
