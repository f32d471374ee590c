// SPDX-License-Identifier: Apache-2.0
#include "engine/play/mood.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace touchstone {

Expression expression_of(const CustomerState& state, int satisfaction_change) {
    const auto satisfaction = static_cast<float>(state.satisfaction);
    const auto trust = static_cast<float>(state.trust);
    const auto patience = static_cast<float>(state.patience);
    const auto change = static_cast<float>(std::abs(satisfaction_change));
    return {std::clamp((0.6F * satisfaction + 0.4F * trust) / 50.0F - 1.0F, -1.0F, 1.0F),
            std::clamp(0.25F + change / 40.0F + (50.0F - patience) / 100.0F, 0.0F, 1.0F), trust / 100.0F};
}

Mood mood_of(const Expression& e) {
    if (e.valence >= 0.5F) return Mood::delighted;
    if (e.valence >= 0.15F) return Mood::reassured;
    if (e.arousal >= 0.6F) return e.valence <= -0.45F ? Mood::angry : Mood::worried;
    if (e.trust <= 0.25F && e.valence > -0.6F) return Mood::doubtful;
    if (e.valence <= -0.2F) return Mood::let_down;
    return Mood::neutral;
}

Tone tone_of(const CustomerState& state) {
    if (state.satisfaction >= 70) return Tone::warm;
    return state.satisfaction <= 35 ? Tone::cold : Tone::neutral;
}

int likelihood_to_recommend(const CustomerState& state) {
    return (6 * state.satisfaction + 4 * state.trust + 50) / 100;
}

}  // namespace touchstone
