// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "engine/scenario/scenario.h"

namespace touchstone::test {

/// A random well-formed scenario: `layers` x `width` moments, three choices each, facts, asks, costs,
/// recovery now and then. Its ratings refer to indicators 0..6 of any standard; `worst` is not set.
Scenario random_scenario(std::uint64_t seed, std::size_t layers, std::size_t width);

/// The scenario by which the cost of exploring is measured: `layers` x `width` moments, three choices, two
/// facts behind asks, seed 7; no marks, costs or recovery.
Scenario pinned_scenario(std::size_t layers, std::size_t width);

}  // namespace touchstone::test
