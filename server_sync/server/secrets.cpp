// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/secrets.h"

#include <fmt/format.h>
#include <sodium.h>

#include <vector>

#include "engine/packs/pack.h"

namespace touchstone::sync {
namespace {

constexpr std::string_view clear_characters = "abcdefghjkmnpqrstuvwxyz23456789-";

/// Random bytes need the library's start, which may be asked for any number of times.
void start_sodium() {
    if (sodium_init() < 0) std::abort();  // no source of randomness: no secret may be made
}

}  // namespace

std::string random_token(std::size_t bytes) {
    start_sodium();
    std::vector<unsigned char> random(bytes);
    randombytes_buf(random.data(), random.size());
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes, variant), '\0');
    sodium_bin2base64(text.data(), text.size(), random.data(), random.size(), variant);
    text.pop_back();  // the terminating zero
    return text;
}

std::string random_digits(std::size_t count) {
    start_sodium();
    std::string digits;
    while (digits.size() < count) digits += static_cast<char>('0' + randombytes_uniform(10));
    return digits;
}

std::string random_password() {
    start_sodium();
    std::string password;
    for (int i = 0; i < 16; ++i) {
        if (i > 0 && i % 4 == 0) password += '-';
        password += clear_characters[randombytes_uniform(31)];
    }
    return password;
}

std::string uuid_v7(Micros at, std::uint64_t high, std::uint64_t low) {
    const auto milliseconds = static_cast<std::uint64_t>(at / 1000) & 0xFFFF'FFFF'FFFFU;
    return fmt::format("{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}", milliseconds >> 16U, milliseconds & 0xFFFFU,
                       high & 0xFFFU, 0x8000U | (high >> 12U & 0x3FFFU), low & 0xFFFF'FFFF'FFFFU);
}

std::string new_uuid(Micros at) {
    start_sodium();
    std::uint64_t random[2];
    randombytes_buf(random, sizeof random);
    return uuid_v7(at, random[0], random[1]);
}

bool is_uuid(std::string_view text) {
    if (text.size() != 36) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const char c = text[i];
        const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (dash ? c != '-' : !digit) return false;
    }
    return true;
}

std::string hash_of_secret(std::string_view secret) { return packs::sha256_hex(secret); }

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace touchstone::sync
