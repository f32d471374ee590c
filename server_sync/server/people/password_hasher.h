// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>

#include "engine/basics/result.h"

namespace touchstone::sync {

inline constexpr std::size_t shortest_password = 12;
inline constexpr std::size_t longest_password = 1024;

/// Turns passwords into hashes that are slow to guess. Both functions cost one hash.
class PasswordHasher {
public:
    virtual ~PasswordHasher() = default;
    virtual Result<std::string> hash(const std::string& password) = 0;
    virtual bool matches(const std::string& hash, const std::string& password) = 0;
};

/// Argon2id with 64 MiB and three passes (libsodium); at most two at a time, so that a crowd at the door
/// cannot take all the memory.
std::unique_ptr<PasswordHasher> make_argon2_hasher();

/// What is wrong with a new password, or nothing.
std::string complaint_about(const std::string& password);

}  // namespace touchstone::sync
