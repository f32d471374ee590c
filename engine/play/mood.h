// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/scenario/condition.h"

namespace touchstone {

/// What the procedural face is drawn from. valence -1..1, arousal 0..1, trust 0..1.
struct Expression {
    float valence = 0;
    float arousal = 0.3F;
    float trust = 0.5F;
};

/// After the Affective Guide 2D character: valence = (0.6 S + 0.4 T)/50 - 1;
/// arousal = clamp(0.25 + |dS|/40 + (50 - P)/100), where dS is the last change of satisfaction.
Expression expression_of(const CustomerState& state, int satisfaction_change);

/// The word printed beside the face. Keys of the user interface texts.
enum class Mood { delighted, reassured, neutral, worried, doubtful, let_down, angry };
Mood mood_of(const Expression& expression);

/// Satisfaction at least 70 is warm, at most 35 is cold.
enum class Tone { cold, neutral, warm };
Tone tone_of(const CustomerState& state);

/// Likelihood to recommend, 0..10: (6 S + 4 T)/100 rounded half up.
int likelihood_to_recommend(const CustomerState& state);

}  // namespace touchstone
