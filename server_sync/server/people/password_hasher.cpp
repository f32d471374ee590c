// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/people/password_hasher.h"

#include <sodium.h>

#include <array>
#include <semaphore>

#include "engine/basics/utf8.h"

namespace touchstone::sync {
namespace {

constexpr unsigned long long passes = 3;
constexpr std::size_t memory_bytes = 64U * 1024 * 1024;
constexpr std::ptrdiff_t at_a_time = 2;

class Argon2Hasher final : public PasswordHasher {
public:
    Result<std::string> hash(const std::string& password) override {
        const Turn turn(turns_);
        std::array<char, crypto_pwhash_STRBYTES> text{};
        if (sodium_init() < 0 ||
            crypto_pwhash_str(text.data(), password.data(), password.size(), passes, memory_bytes) != 0)
            return Error{Error::Kind::unavailable, "there is no memory to hash a password",
                         "Try again in a minute."};
        return std::string(text.data());
    }

    bool matches(const std::string& hash, const std::string& password) override {
        const Turn turn(turns_);
        return sodium_init() >= 0 &&
               crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
    }

private:
    using Turns = std::counting_semaphore<at_a_time>;
    struct Turn {
        explicit Turn(Turns& from) : turns(from) { turns.acquire(); }
        ~Turn() { turns.release(); }
        Turn(const Turn&) = delete;
        Turn& operator=(const Turn&) = delete;
        Turns& turns;
    };
    Turns turns_{at_a_time};
};

}  // namespace

std::unique_ptr<PasswordHasher> make_argon2_hasher() { return std::make_unique<Argon2Hasher>(); }

std::string complaint_about(const std::string& password) {
    if (!is_valid_utf8(password)) return "the password is not valid UTF-8";
    if (count_code_points(password) < shortest_password) return "the password has fewer than 12 characters";
    if (password.size() > longest_password) return "the password is longer than 1024 bytes";
    return {};
}

}  // namespace touchstone::sync
