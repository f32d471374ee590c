// SPDX-License-Identifier: Apache-2.0
#include "server_sync/device/pins.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <vector>

namespace touchstone::device {
namespace {

constexpr unsigned long long passes = 2;
constexpr std::size_t memory_bytes = 19U * 1024 * 1024;  // the least that OWASP names for Argon2id
constexpr std::size_t key_bytes = 32;
constexpr int free_tries = 5;
constexpr Micros second = 1'000'000, first_wait = 30 * second, longest_wait = 15 * 60 * second;

using Key = std::vector<unsigned char>;

bool four_digits(const std::string& digits) {
    return digits.size() == pin_digits &&
           std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Error no_key(const std::string& path) {
    return {Error::Kind::unavailable, fmt::format("{} cannot be written", path),
            "Free some space and allow writing in that folder."};
}

Key read_key(const std::string& path) {
    Key key(key_bytes);
    std::ifstream in(path, std::ios::binary);
    in.read(reinterpret_cast<char*>(key.data()), static_cast<std::streamsize>(key.size()));
    return in.gcount() == static_cast<std::streamsize>(key.size()) ? key : Key{};
}

/// The key of this tablet; a new one where there is none.
Result<Key> key_at(const std::string& path) {
    if (Key known = read_key(path); !known.empty()) return known;
    Key key(key_bytes);
    randombytes_buf(key.data(), key.size());
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return no_key(path);
    const bool written = ::write(file, key.data(), key.size()) == static_cast<ssize_t>(key.size());
    const bool durable = ::fsync(file) == 0;
    ::close(file);
    if (!written || !durable) return no_key(path);
    return key;
}

/// Numbers and person under the key: what Argon2id is made of.
std::string keyed(const Key& key, const PersonId& person, const std::string& digits) {
    const std::string text = person.text + "/" + digits;
    std::array<unsigned char, crypto_generichash_BYTES> out{};
    crypto_generichash(out.data(), out.size(), reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), key.data(), key.size());
    return {out.begin(), out.end()};
}

/// "wrong tries, time of the last".
struct Tries {
    int wrong = 0;
    Micros last = 0;
};

class StoredPins final : public Pins {
public:
    StoredPins(DeviceStore& store, std::string key_path) : store_(store), key_path_(std::move(key_path)) {}

    Result<bool> has(const PersonId& person) const override {
        const auto kept = store_.setting("pin/" + person.text);
        if (!kept) return kept.error();
        return *kept && !(*kept)->empty();
    }

    Result<Done> set(const PersonId& person, const std::string& digits) override {
        if (!four_digits(digits))
            return Error{Error::Kind::malformed, "the numbers are not four digits", "Choose four digits."};
        if (sodium_init() < 0) return no_key(key_path_);
        const auto key = key_at(key_path_);
        if (!key) return key.error();
        const std::string text = keyed(*key, person, digits);
        std::array<char, crypto_pwhash_STRBYTES> hash{};
        if (crypto_pwhash_str(hash.data(), text.data(), text.size(), passes, memory_bytes) != 0)
            return Error{Error::Kind::unavailable, "there is no memory to keep the numbers safely",
                         "Close other programs and try again."};
        if (auto kept = store_.set_setting("pin/" + person.text, hash.data()); !kept) return kept;
        return note(person, {});
    }

    Result<Done> forget(const PersonId& person) override {
        if (auto kept = store_.set_setting("pin/" + person.text, ""); !kept) return kept;
        return note(person, {});
    }

    Result<PinAnswer> check(const PersonId& person, const std::string& digits, Micros now) override {
        const auto hash = store_.setting("pin/" + person.text);
        if (!hash) return hash.error();
        auto tries = tries_of(person);
        if (!tries) return tries.error();
        if (const Micros free_at = free_from(*tries, now); free_at > now)
            return PinAnswer{PinAnswer::Kind::wait, free_at};
        if (auto counted = note(person, {tries->wrong + 1, now}); !counted) return counted.error();
        const Key key = read_key(key_path_);
        const std::string text = key.empty() ? std::string() : keyed(key, person, digits);
        const bool right = *hash && !text.empty() && sodium_init() >= 0 &&
                           crypto_pwhash_str_verify((*hash)->c_str(), text.data(), text.size()) == 0;
        if (!right)
            return PinAnswer{PinAnswer::Kind::wrong, free_from({tries->wrong + 1, now}, now)};
        if (auto cleared = note(person, {}); !cleared) return cleared.error();
        return PinAnswer{PinAnswer::Kind::right, now};
    }

private:
    /// A clock that went back makes nobody wait longer than the wait itself.
    static Micros free_from(const Tries& tries, Micros now) {
        return std::min(tries.last, now) + pin_wait(tries.wrong);
    }
    Result<Done> note(const PersonId& person, const Tries& tries) {
        return store_.set_setting("pin-tries/" + person.text, fmt::format("{} {}", tries.wrong, tries.last));
    }
    Result<Tries> tries_of(const PersonId& person) const {
        const auto kept = store_.setting("pin-tries/" + person.text);
        if (!kept) return kept.error();
        Tries tries;
        long long last = 0;
        if (*kept && std::sscanf((*kept)->c_str(), "%9d %19lld", &tries.wrong, &last) == 2) tries.last = last;
        return tries;
    }

    DeviceStore& store_;
    std::string key_path_;
};

}  // namespace

Micros pin_wait(int wrong_tries) {
    if (wrong_tries < free_tries) return 0;
    Micros wait = first_wait;
    for (int i = free_tries; i < wrong_tries && wait < longest_wait; ++i) wait *= 2;
    return std::min(wait, longest_wait);
}

std::unique_ptr<Pins> make_pins(DeviceStore& store, std::string key_path) {
    return std::make_unique<StoredPins>(store, std::move(key_path));
}

}  // namespace touchstone::device
