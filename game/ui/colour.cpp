// SPDX-License-Identifier: Apache-2.0
#include "game/ui/colour.h"

#include <algorithm>

namespace touchstone::game {
namespace {

std::uint8_t mix_channel(std::uint8_t a, std::uint8_t b, float t) {
    return static_cast<std::uint8_t>(
        std::lround(static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * t));
}

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) { return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b); }

}  // namespace

Colour mix(Colour a, Colour b, float t) {
    return {mix_channel(a.r, b.r, t), mix_channel(a.g, b.g, t), mix_channel(a.b, b.b, t),
            mix_channel(a.a, b.a, t)};
}

std::optional<Colour> colour_from_hex(std::string_view hex) {
    if (hex.size() != 6) return std::nullopt;
    std::uint32_t value = 0;
    for (const char c : hex) {
        if (digit_of(c) < 0) return std::nullopt;
        value = value * 16 + static_cast<std::uint32_t>(digit_of(c));
    }
    return rgb(value);
}

double contrast(Colour a, Colour b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});  // by value: these are temporaries
    return (high + 0.05) / (low + 0.05);
}

}  // namespace touchstone::game
