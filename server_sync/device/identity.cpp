// SPDX-License-Identifier: Apache-2.0
#include "server_sync/device/identity.h"

#include <algorithm>

namespace touchstone::device {
namespace {

constexpr std::uint8_t variant_of_rfc9562 = 0x80;

std::string text_of(RandomBytes bytes, int version) {
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0f) | (version << 4));
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3f) | variant_of_rfc9562);
    constexpr char digits[] = "0123456789abcdef";
    std::string out;
    out.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
        out += digits[bytes[i] >> 4];
        out += digits[bytes[i] & 0x0f];
    }
    return out;
}

}  // namespace

std::string uuid7(Micros at, const RandomBytes& random) {
    const auto micros = static_cast<std::uint64_t>(std::max<Micros>(at, 0));
    const std::uint64_t millis = micros / 1000;
    const std::uint64_t fraction = micros % 1000 * 4096 / 1000;
    RandomBytes bytes = random;
    for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<std::uint8_t>(millis >> (40 - 8 * i));
    bytes[6] = static_cast<std::uint8_t>(fraction >> 8);
    bytes[7] = static_cast<std::uint8_t>(fraction);
    return text_of(bytes, 7);
}

std::string uuid4(const RandomBytes& random) { return text_of(random, 4); }

}  // namespace touchstone::device
