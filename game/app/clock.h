// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "engine/basics/civil.h"
#include "game/app/platform.h"

namespace touchstone::game {

/// The time that records are stamped with. A script may set and move it.
class Clock {
public:
    Micros now() const { return platform::system_now() + moved_; }
    /// Never goes back while the program runs.
    std::int64_t monotonic_ms() const { return platform::monotonic_ms() + std::int64_t{skipped_ms_}; }
    /// From here on it is `at`, and time goes on.
    void set(Micros at) { moved_ = at - platform::system_now(); }
    void skip(Micros by) {
        moved_ += by;
        skipped_ms_ += by / 1000;
    }

private:
    Micros moved_ = 0;
    std::int64_t skipped_ms_ = 0;
};

}  // namespace touchstone::game
