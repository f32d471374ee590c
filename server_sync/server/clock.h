// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

#include "engine/basics/civil.h"

namespace touchstone::sync {

/// Now, in microseconds UTC. A test or a demonstration brings its own.
using Clock = std::function<Micros()>;
Micros system_now();
/// The system's clock moved by `by`.
Clock shifted_clock(Micros by);

}  // namespace touchstone::sync
