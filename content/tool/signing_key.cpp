// SPDX-License-Identifier: Apache-2.0
#include "content/tool/signing_key.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <array>

#include "content/tool/load.h"

namespace touchstone::content {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view secret_key_line = "touchstone-secret-key";

struct Halves {
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
};

Halves halves_of(std::string_view seed) {
    Halves halves;
    // libsodium takes unsigned bytes; the seed is not changed.
    crypto_sign_seed_keypair(halves.open.data(), halves.secret.data(),
                             reinterpret_cast<const unsigned char*>(seed.data()));
    return halves;
}

template <std::size_t count>
std::string text_of(const std::array<unsigned char, count>& bytes) {
    return {bytes.begin(), bytes.end()};
}

Error exists_already(const fs::path& file) {
    return {Error::Kind::conflict, file.string() + ": is there already, and a key is never written over",
            "give another name, or move the old key away"};
}

/// Creates the file for its owner alone before a byte is in it.
Result<Done> write_secret(const fs::path& file, const std::string& text) {
    const int handle = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY, 0600);
    if (handle < 0) {
        if (fs::exists(file)) return exists_already(file);
        return Error{Error::Kind::unavailable, file.string() + ": cannot be written",
                     "check the folder and its permissions"};
    }
    const bool written = ::write(handle, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    const bool closed = ::close(handle) == 0;
    if (written && closed) return Done{};
    std::error_code ignored;  // what matters is that the key was not written whole
    fs::remove(file, ignored);
    return Error{Error::Kind::unavailable, file.string() + ": cannot be written", "check the free space"};
}

Result<Done> check_private(const fs::path& file) {
    std::error_code failure;
    const auto mode = fs::status(file, failure).permissions();
    if (failure)
        return Error{Error::Kind::not_found, file.string() + ": " + failure.message(),
                     "give the file of a secret key (`touchstone-content keygen` makes one)"};
    if ((mode & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none) return Done{};
    return Error{Error::Kind::unavailable, file.string() + ": others may read this secret key",
                 "run `chmod 600 " + file.string() + "`; make a new key if somebody may have copied it"};
}

}  // namespace

SigningKey signing_key_of(std::string_view seed) {
    return {std::string(seed), {packs::to_hex(text_of(halves_of(seed).open))}};
}

Result<SigningKey> make_signing_key() {
    if (sodium_init() < 0)
        return Error{Error::Kind::unavailable, "the system gives no random bytes", "try again later"};
    std::array<unsigned char, crypto_sign_SEEDBYTES> seed{};
    randombytes_buf(seed.data(), seed.size());
    return signing_key_of(text_of(seed));
}

Result<Done> write_key_files(const fs::path& file, const SigningKey& key) {
    const fs::path open = file.string() + ".pub";
    if (fs::exists(open)) return exists_already(open);
    const std::string name = packs::name_of(key.open);
    auto written = write_secret(
        file, "# Touchstone secret key " + name +
                  ". Who has this file can sign packs in your name: keep it to yourself, keep a copy.\n" +
                  std::string(secret_key_line) + ": " + packs::to_hex(key.seed) + "\n");
    if (!written) return written;
    written =
        write_file(open, "# Touchstone public key " + name + ". Give it to whoever installs your packs.\n" +
                             packs::write_public_key(key.open));
    std::error_code ignored;  // one half of a pair is of no use
    if (!written) fs::remove(file, ignored);
    return written;
}

Result<SigningKey> read_signing_key(const fs::path& file) {
    if (auto checked = check_private(file); !checked) return checked.error();
    const auto text = read_file(file);
    if (!text) return text.error();
    const auto hex = packs::line_value(*text, secret_key_line);
    const auto seed = hex ? packs::from_hex(*hex, crypto_sign_SEEDBYTES) : std::nullopt;
    if (!seed)
        return Error{Error::Kind::malformed, file.string() + ": is not a secret key of Touchstone",
                     "give the file that `touchstone-content keygen` wrote, not the one that ends in .pub"};
    return signing_key_of(*seed);
}

Result<packs::PublicKey> read_public_key_file(const fs::path& file) {
    const auto text = read_file(file);
    if (!text) return text.error();
    auto key = packs::read_public_key(*text);
    if (!key) return Error{key.error().kind, file.string() + ": " + key.error().detail, key.error().remedy};
    return key;
}

packs::Signature sign(const SigningKey& key, std::string_view bytes) {
    std::array<unsigned char, crypto_sign_BYTES> made{};
    crypto_sign_detached(made.data(), nullptr, reinterpret_cast<const unsigned char*>(bytes.data()),
                         bytes.size(), halves_of(key.seed).secret.data());
    return {key.open, packs::to_hex(text_of(made))};
}

}  // namespace touchstone::content
