// SPDX-License-Identifier: Apache-2.0
#include "engine/basics/seeded.h"

#include <numeric>
#include <utility>

namespace touchstone {

std::uint64_t SplitMix64::next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}

std::uint64_t SplitMix64::below(std::uint64_t below) {
    // The high half of a 64 x 64 bit product, in 32-bit halves: no compiler extension needed.
    const std::uint64_t x = next();
    const std::uint64_t x_low = x & 0xFFFFFFFFU, x_high = x >> 32U;
    const std::uint64_t b_low = below & 0xFFFFFFFFU, b_high = below >> 32U;
    const std::uint64_t middle = x_high * b_low + ((x_low * b_low) >> 32U);
    const std::uint64_t carry = (middle & 0xFFFFFFFFU) + x_low * b_high;
    return x_high * b_high + (middle >> 32U) + (carry >> 32U);
}

std::uint64_t fnv1a64(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return hash;
}

std::uint64_t spread(std::string_view text) { return SplitMix64(fnv1a64(text)).next(); }

std::vector<std::size_t> seeded_order(std::size_t count, std::uint64_t seed, std::string_view name) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    SplitMix64 generator(seed ^ fnv1a64(name));
    for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[generator.below(i)]);
    return order;
}

std::string seed_to_text(std::uint64_t seed) {
    std::string text(16, '0');
    for (std::size_t i = 0; i < 16; ++i) text[15 - i] = "0123456789abcdef"[(seed >> (4 * i)) & 15U];
    return text;
}

bool seed_from_text(std::string_view text, std::uint64_t& seed) {
    if (text.empty() || text.size() > 16) return false;
    std::uint64_t value = 0;
    for (const char c : text) {
        const std::string_view digits = "0123456789abcdef";
        const auto digit = digits.find(c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c);
        if (digit == std::string_view::npos) return false;
        value = value * 16 + digit;
    }
    seed = value;
    return true;
}

}  // namespace touchstone
