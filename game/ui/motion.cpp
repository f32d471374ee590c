// SPDX-License-Identifier: Apache-2.0
#include "game/ui/motion.h"

#include <algorithm>

namespace touchstone::game {

void Motion::begin_frame(std::int64_t now_ms, bool calm) {
    now_ = now_ms;
    calm_ = calm;
    moving_ = false;
    std::erase_if(tweens_, [&](const auto& entry) { return now_ - entry.second.seen > 10'000; });
}

float Motion::at_now(const Tween& tween) const {
    if (calm_ || tween.ms <= 0) return tween.to;
    const float t =
        std::clamp(static_cast<float>(now_ - tween.start) / static_cast<float>(tween.ms), 0.0F, 1.0F);
    const float rest = 1 - t;
    return tween.to + (tween.from - tween.to) * rest * rest * rest;
}

float Motion::value(const std::string& id, float target, int ms, float from) {
    auto [found, fresh] = tweens_.try_emplace(id, Tween{from, target, now_, ms, now_});
    Tween& tween = found->second;
    if (!fresh && tween.to != target) tween = {at_now(tween), target, now_, ms, now_};
    tween.seen = now_;
    if (!calm_ && now_ - tween.start < tween.ms && tween.from != tween.to) moving_ = true;
    return at_now(tween);
}

void Motion::forget(const std::string& prefix) {
    std::erase_if(tweens_, [&](const auto& entry) { return entry.first.starts_with(prefix); });
}

}  // namespace touchstone::game
