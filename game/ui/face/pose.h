// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/play/mood.h"

namespace touchstone::game {

/// What an expression does to a face; the formulas of the visual target.
struct Pose {
    float v = 0, a = 0.3F, t = 0.5F;
    float joy = 0, gloom = 0, anger = 0, sad = 0, alarm = 0, doubt = 0;
    float side = 1;   // where the gaze goes and the head leans, -1 or 1
    float blink = 0;  // 1 = eyes closed
};
Pose pose_of(const Expression& expression, float side);

/// Expressions are blended by their parameters, never as pictures.
Expression blended(const Expression& from, const Expression& to, float share);

}  // namespace touchstone::game
