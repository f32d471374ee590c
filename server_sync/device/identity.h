// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <string>

#include "engine/basics/civil.h"

namespace touchstone::device {

using RandomBytes = std::array<std::uint8_t, 16>;
/// Where randomness comes from; a test gives a seeded one.
using RandomSource = std::function<RandomBytes()>;

/// From the operating system.
RandomBytes system_random();

/// UUID version 7 (RFC 9562): the time in milliseconds, then its microseconds in 12 bits, then randomness. A
/// clock before 1970 counts as 1970: the id only has to be unique.
std::string uuid7(Micros at, const RandomBytes& random);
/// UUID version 4 (RFC 9562).
std::string uuid4(const RandomBytes& random);

}  // namespace touchstone::device
