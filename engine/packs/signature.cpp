// SPDX-License-Identifier: Apache-2.0
#include "engine/packs/signature.h"

#include <sodium.h>

#include <algorithm>

namespace touchstone::packs {

namespace {

constexpr std::string_view public_key_line = "touchstone-public-key";
constexpr std::string_view signature_line = "ed25519";

/// libsodium takes unsigned bytes; the text is not changed.
const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

Error refused(const std::string& reason) {
    return {Error::Kind::refused, "pack: " + reason, "install packs of a publisher that this device trusts"};
}

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

}  // namespace

std::string to_hex(std::string_view bytes) {
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text.push_back("0123456789abcdef"[byte >> 4U]);
        text.push_back("0123456789abcdef"[byte & 15U]);
    }
    return text;
}

std::optional<std::string> from_hex(std::string_view hex, std::size_t count) {
    if (hex.size() != 2 * count) return std::nullopt;
    std::string bytes;
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = digit_of(hex[i]), low = digit_of(hex[i + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        bytes.push_back(static_cast<char>(high * 16 + low));
    }
    return bytes;
}

std::optional<std::string_view> line_value(std::string_view text, std::string_view name) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.size() > name.size() + 2 && line.substr(0, name.size()) == name &&
            line.substr(name.size(), 2) == ": ")
            return line.substr(name.size() + 2);
    }
    return std::nullopt;
}

std::string name_of(const PublicKey& key) {
    const auto bytes = from_hex(key.hex, crypto_sign_PUBLICKEYBYTES);
    return bytes ? sha256_hex(*bytes).substr(0, 16) : "(no key)";
}

Result<PublicKey> read_public_key(std::string_view text) {
    const auto hex = line_value(text, public_key_line);
    if (!hex || !from_hex(*hex, crypto_sign_PUBLICKEYBYTES))
        return Error{Error::Kind::malformed, "this is not a public key of Touchstone",
                     "give the file that ends in .pub (`touchstone-content keygen` makes it)"};
    return PublicKey{std::string(*hex)};
}

std::string write_public_key(const PublicKey& key) {
    return std::string(public_key_line) + ": " + key.hex + "\n";
}

Result<Signature> read_signature(std::string_view text) {
    const auto key = read_public_key(text);
    const auto hex = line_value(text, signature_line);
    if (!key || !hex || !from_hex(*hex, crypto_sign_BYTES))
        return Error{Error::Kind::malformed, "manifest.sig is not a signature",
                     "sign the pack again (`touchstone-content sign`)"};
    return Signature{*key, std::string(*hex)};
}

std::string write_signature(const Signature& signature) {
    return write_public_key(signature.by) + std::string(signature_line) + ": " + signature.hex + "\n";
}

bool is_valid(const Signature& signature, std::string_view bytes) {
    const auto key = from_hex(signature.by.hex, crypto_sign_PUBLICKEYBYTES);
    const auto made = from_hex(signature.hex, crypto_sign_BYTES);
    return key && made &&
           crypto_sign_verify_detached(bytes_of(*made), bytes_of(bytes), bytes.size(), bytes_of(*key)) == 0;
}

VerifySignature trusting(std::vector<PublicKey> keys) {
    return [keys = std::move(keys)](std::string_view manifest, std::string_view text) -> Result<Done> {
        const auto signature = read_signature(text);
        if (!signature) return signature.error();
        if (std::find(keys.begin(), keys.end(), signature->by) == keys.end())
            return refused("it is signed by a key that is not trusted here (" + name_of(signature->by) + ")");
        if (!is_valid(*signature, manifest))
            return refused("`manifest.json` was changed after it was signed");
        return Done{};
    };
}

}  // namespace touchstone::packs
