// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

/// Levels are 1 courtesy, 2 competence, 3 partnership.
inline constexpr std::size_t level_count = 3;
inline constexpr std::size_t behaviour_count = 7;

/// One observable statement. `id` is `behaviour.name`.
struct Indicator {
    std::string id;
    std::size_t behaviour;    // index into Standard::behaviours
    int level;                // 1..3
    std::size_t expectation;  // index into Standard::expectations
    friend bool operator==(const Indicator&, const Indicator&) = default;
};

/// What an organisation holds its service to: structure and ids only. Words are texts of the pack under
/// `standard/...`.
struct Standard {
    std::string id;
    std::vector<std::string> levels;        // 3 ids
    std::vector<std::string> behaviours;    // 7 ids, in the order of every table
    std::vector<std::string> expectations;  // 10 ids: the customer's lens on the same evidence
    std::vector<Indicator> indicators;

    std::optional<std::size_t> find_indicator(std::string_view id) const;
    std::optional<std::size_t> find_behaviour(std::string_view id) const;
    friend bool operator==(const Standard&, const Standard&) = default;
};

/// Three levels, seven behaviours with two or three indicators each, ids `behaviour.name` that are unique.
/// Returns what is wrong, or nothing.
std::optional<std::string> problem_of(const Standard& standard);

}  // namespace touchstone
