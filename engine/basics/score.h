// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

namespace touchstone {

/// A path score of 0..100, kept in tenths (0..1000).
struct Score {
    int tenths = 0;

    /// What a screen shows: rounded half up, 0..100.
    constexpr int shown() const { return (tenths + 5) / 10; }
    friend constexpr bool operator==(const Score&, const Score&) = default;
};

/// part/whole of 1000, rounded half up; `whole` > 0 and `part` >= 0.
constexpr int thousandths(std::int64_t part, std::int64_t whole) {
    return static_cast<int>((part * 2000 + whole) / (2 * whole));
}

}  // namespace touchstone
