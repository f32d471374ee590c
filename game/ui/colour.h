// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace touchstone::game {

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    friend bool operator==(const Colour&, const Colour&) = default;
};

constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
            static_cast<std::uint8_t>(hex), 255};
}
/// The colour with its alpha multiplied by `alpha` (0..1).
inline Colour faded(Colour colour, float alpha) {
    const float a = static_cast<float>(colour.a) * std::fmin(1.0F, std::fmax(0.0F, alpha));
    return {colour.r, colour.g, colour.b, static_cast<std::uint8_t>(std::lround(a))};
}
Colour mix(Colour a, Colour b, float t);
/// Six hexadecimal digits, else nothing.
std::optional<Colour> colour_from_hex(std::string_view hex);
/// Contrast ratio of WCAG 2.2, 1..21; both opaque.
double contrast(Colour a, Colour b);

}  // namespace touchstone::game
