// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <string>

namespace touchstone::game {

/// All tweens of the user interface. With calm motion, values arrive at once (screens cross-fade instead).
class Motion {
public:
    /// The value of `id` on its way to `target` over `ms`, ease-out. The first call of an id starts at
    /// `from`.
    float value(const std::string& id, float target, int ms, float from);
    void begin_frame(std::int64_t now_ms, bool calm);
    /// Whether anything still moves after this frame.
    bool moving() const { return moving_; }
    void forget(const std::string& prefix);
    void forget_all() { tweens_.clear(); }

private:
    struct Tween {
        float from, to;
        std::int64_t start;
        int ms;
        std::int64_t seen;
    };
    float at_now(const Tween& tween) const;

    std::map<std::string, Tween> tweens_;
    std::int64_t now_ = 0;
    bool calm_ = false;
    bool moving_ = false;
};

}  // namespace touchstone::game
