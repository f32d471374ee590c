// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/basics/result.h"

namespace touchstone {

/// Satisfaction, trust and patience, integers 0..100.
struct CustomerState {
    int satisfaction = 0;
    int trust = 0;
    int patience = 0;
    friend bool operator==(const CustomerState&, const CustomerState&) = default;
};

/// A set of at most eight facts and marks of one scenario; bit i is `Scenario::facts`/`marks`[i].
using NameSet = std::uint8_t;
/// Whether bit `index` is in a small set: of names, asks, steps or ticks.
constexpr bool contains(std::uint8_t set, std::size_t index) {
    return (static_cast<unsigned>(set) >> index & 1U) != 0;
}

/// What a condition looks at.
struct Situation {
    CustomerState state;
    NameSet facts = 0;
    NameSet marks = 0;
    std::int64_t spent = 0;  // minor units
};

/// A condition in postfix order, made by parse_condition and never by hand.
struct Condition {
    enum class Op : std::uint8_t { compare, found, marked, negate, both, either };
    enum class Quantity : std::uint8_t { satisfaction, trust, patience, spent };
    enum class Relation : std::uint8_t { at_least, at_most, below, above };
    struct Step {
        Op op;
        Quantity quantity = Quantity::satisfaction;
        Relation relation = Relation::at_least;
        std::int64_t number = 0;  // of a comparison
        std::size_t name = 0;     // index of a fact or mark
    };
    std::vector<Step> steps;
};

/// Grammar of DEFINITIONS A2: depth at most 8, `and` binds tighter than `or`, case-sensitive.
/// An error's detail starts with the column (from 1) and a colon.
Result<Condition> parse_condition(std::string_view text, const std::vector<std::string>& facts,
                                  const std::vector<std::string>& marks);

bool holds(const Condition& condition, const Situation& situation);

}  // namespace touchstone
