// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/clock.h"

#include <chrono>

namespace touchstone::sync {

Micros system_now() {
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(since_1970).count();
}

Clock shifted_clock(Micros by) {
    return [by] { return system_now() + by; };
}

}  // namespace touchstone::sync
