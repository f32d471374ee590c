// SPDX-License-Identifier: Apache-2.0
#include "engine/packs/signature.h"

#include <catch2/catch_test_macros.hpp>

using namespace touchstone;
using namespace touchstone::packs;

namespace {

// RFC 8032, section 7.1, test 2: one byte, 0x72.
const PublicKey key{"3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"};
const Signature signature{key,
                          "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                          "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"};

/// A pack of a signed manifest with no file in it; it is refused only after the signature.
ReadFile files(const std::string& manifest, const std::string& signature_text) {
    return [=](const std::string& name) -> Result<std::string> {
        if (name == "manifest.json") return manifest;
        if (name == signature_file && !signature_text.empty()) return signature_text;
        return Error{Error::Kind::not_found, name};
    };
}

}  // namespace

TEST_CASE("signatures are those of RFC 8032", "[packs]") {
    CHECK(is_valid(signature, "\x72"));
    CHECK_FALSE(is_valid(signature, "\x73"));
    Signature other = signature;
    other.hex[0] = '8';
    CHECK_FALSE(is_valid(other, "\x72"));
}

TEST_CASE("a pack that must be signed is refused without a signature that counts", "[packs]") {
    const auto detail = [](const ReadFile& file, std::vector<PublicKey> keys) {
        const auto pack = read_pack(file, trusting(std::move(keys)));
        return pack ? "" : pack.error().detail;
    };
    const std::string text = write_signature(signature);
    CHECK(detail(files("r", ""), {key}) == "pack: it is not signed: `manifest.sig` is missing");
    CHECK(detail(files("s", text), {key}) == "pack: `manifest.json` was changed after it was signed");
    CHECK(detail(files("r", "ed25519: 00\n"), {key}) == "manifest.sig is not a signature");
    CHECK(detail(files("r", text), {}).find("is not trusted here") != std::string::npos);
    CHECK(detail(files("r", text), {key}) == "pack: manifest.json is not JSON");  // the signature held
}

TEST_CASE("key and signature texts are read back, and what is none is refused", "[packs]") {
    const auto read = read_public_key("# of somebody\r\n" + write_public_key(key));
    REQUIRE(read);
    CHECK(*read == key);
    CHECK(read_signature(write_signature(signature))->hex == signature.hex);
    for (const char* wrong : {"", "touchstone-public-key: 12", "touchstone-secret-key: 00", "\xff\xfe"})
        CHECK_FALSE(read_public_key(wrong));
    CHECK(name_of(key).size() == 16);
    CHECK(from_hex("0aff", 2) == "\x0a\xff");
    CHECK_FALSE(from_hex("0AFF", 2));
    CHECK_FALSE(from_hex("0aff0", 2));
}
