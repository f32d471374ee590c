// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/basics/result.h"
#include "engine/packs/pack.h"

namespace touchstone::packs {

/// A pack is signed by Ed25519 (RFC 8032) over the very bytes of its manifest.json, which lists the SHA-256
/// of every other file. The signature lies beside it.
inline constexpr const char* signature_file = "manifest.sig";

/// 32 bytes, 64 hexadecimal digits in lower case.
struct PublicKey {
    std::string hex;
    friend bool operator==(const PublicKey&, const PublicKey&) = default;
};
/// How people tell keys apart: the first 16 digits of the SHA-256 of the key's bytes.
std::string name_of(const PublicKey& key);

/// The text of a public key file: lines that start with `#`, then `touchstone-public-key: <hex>`.
Result<PublicKey> read_public_key(std::string_view text);
std::string write_public_key(const PublicKey& key);

struct Signature {
    PublicKey by;
    std::string hex;  // 64 bytes
};
/// The text of manifest.sig: two lines, `touchstone-public-key: <hex>` and `ed25519: <hex>`.
Result<Signature> read_signature(std::string_view text);
std::string write_signature(const Signature& signature);

/// Whether the signature is the key's own and stands for these bytes.
bool is_valid(const Signature& signature, std::string_view bytes);

/// For read_pack: accepts what one of `keys` signed.
VerifySignature trusting(std::vector<PublicKey> keys);

/// Bytes as hexadecimal digits in lower case; and back, nothing unless it is exactly `count` bytes.
std::string to_hex(std::string_view bytes);
std::optional<std::string> from_hex(std::string_view hex, std::size_t count);

/// The value of the first line `name: value`; lines that start with `#` do not count.
std::optional<std::string_view> line_value(std::string_view text, std::string_view name);

}  // namespace touchstone::packs
