// SPDX-License-Identifier: Apache-2.0
#include "game/ui/face/pose.h"

#include "game/ui/geometry.h"

namespace touchstone::game {

Pose pose_of(const Expression& expression, float side) {
    Pose pose{expression.valence, expression.arousal, expression.trust};
    pose.side = side;
    pose.joy = std::max(0.0F, pose.v);
    pose.gloom = std::max(0.0F, -pose.v);
    pose.anger = pose.gloom * smooth_step(0.42F, 0.80F, pose.a);
    pose.sad = pose.gloom * (1 - smooth_step(0.30F, 0.60F, pose.a));
    pose.alarm = smooth_step(0.50F, 0.90F, pose.a) * (1 - smooth_step(0.25F, 0.70F, pose.joy)) *
                 (1 - clamp01(1.2F * pose.anger));
    pose.doubt = (1 - smooth_step(0.15F, 0.45F, pose.t)) * (1 - 0.75F * clamp01(1.3F * pose.anger)) *
                 (1 - 0.6F * pose.sad);
    return pose;
}

Expression blended(const Expression& from, const Expression& to, float share) {
    return {lerp(from.valence, to.valence, share), lerp(from.arousal, to.arousal, share),
            lerp(from.trust, to.trust, share)};
}

}  // namespace touchstone::game
