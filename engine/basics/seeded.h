// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

/// SplitMix64 (Steele, Lea and Flood 2014): the only generator of the engine. Same seed, same numbers,
/// everywhere.
class SplitMix64 {
public:
    explicit SplitMix64(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    /// Uniform in 0..below-1: the high 64 bits of next() * below.
    std::uint64_t below(std::uint64_t below);

private:
    std::uint64_t state_;
};

/// FNV-1a, 64 bits.
std::uint64_t fnv1a64(std::string_view text);

/// Spreads `text` over 64 bits: fnv1a64 through one step of SplitMix64. For ties and fuzz (DEFINITIONS A8).
std::uint64_t spread(std::string_view text);

/// A permutation of 0..count-1 by Fisher-Yates from the last, generator seeded by seed xor fnv1a64(name).
std::vector<std::size_t> seeded_order(std::size_t count, std::uint64_t seed, std::string_view name);

/// 16 hexadecimal digits, lower case.
std::string seed_to_text(std::uint64_t seed);
/// False when `text` is not 1 to 16 hexadecimal digits.
bool seed_from_text(std::string_view text, std::uint64_t& seed);

}  // namespace touchstone
