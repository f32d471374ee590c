// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/basics/civil.h"

namespace touchstone::sync {

/// Random bytes of the operating system, as base64url without padding.
std::string random_token(std::size_t bytes);
std::string random_digits(std::size_t count);
/// Four groups of four letters and digits that cannot be mistaken for each other: 80 bits.
std::string random_password();

/// UUID version 7: the millisecond of `at`, then 74 of the given random bits.
std::string uuid_v7(Micros at, std::uint64_t high, std::uint64_t low);
/// The same with random bits of the operating system.
std::string new_uuid(Micros at);
/// Lower-case hexadecimal in 8-4-4-4-12 form, as xAPI wants its ids.
bool is_uuid(std::string_view text);

/// SHA-256 of a secret, hexadecimal. For secrets of full length only; passwords have
/// people/password_hasher.h.
std::string hash_of_secret(std::string_view secret);
/// Compares without telling by its time where the difference is.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace touchstone::sync
