// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "engine/packs/signature.h"

namespace touchstone::content {

/// A secret key of Ed25519 with its public half.
struct SigningKey {
    std::string seed;  // 32 bytes; wiped by nobody, the program ends soon
    packs::PublicKey open;
};

/// From 32 random bytes of the system.
Result<SigningKey> make_signing_key();
/// Of a seed of 32 bytes (RFC 8032).
SigningKey signing_key_of(std::string_view seed);

/// Writes the secret key (readable by its owner only) and, beside it, the public one with `.pub` behind its
/// name. Never over a file that is there.
Result<Done> write_key_files(const std::filesystem::path& file, const SigningKey& key);
/// A secret key file that others than its owner may read is refused.
Result<SigningKey> read_signing_key(const std::filesystem::path& file);
Result<packs::PublicKey> read_public_key_file(const std::filesystem::path& file);

/// The same bytes and key always give the same signature.
packs::Signature sign(const SigningKey& key, std::string_view bytes);

}  // namespace touchstone::content
