// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>

#include "engine/basics/civil.h"
#include "engine/records/record.h"
#include "server_sync/device/device_store.h"

namespace touchstone::device {

inline constexpr std::size_t pin_digits = 4;

/// How long to wait before the next try: nothing for five wrong ones, then 30 s, doubling to 15 minutes
/// (security checklist, item 1).
Micros pin_wait(int wrong_tries);

/// What a try brought.
struct PinAnswer {
    enum class Kind { right, wrong, wait } kind = Kind::wrong;
    Micros free_at = 0;  // from when on the next try counts
};

/// The numbers by which people open their own page on this tablet. They open nothing else and never leave it:
/// what is kept is Argon2id of numbers and person, keyed with a secret that lies in a file of its own, so that
/// a copy of the tablet's file alone cannot be searched.
class Pins {
public:
    virtual ~Pins() = default;
    virtual Result<bool> has(const PersonId& person) const = 0;
    /// Four digits; any others are refused.
    virtual Result<Done> set(const PersonId& person, const std::string& digits) = 0;
    virtual Result<Done> forget(const PersonId& person) = 0;
    /// A wrong try is counted before it is looked at, so that no kill can give tries away.
    virtual Result<PinAnswer> check(const PersonId& person, const std::string& digits, Micros now) = 0;
};

/// `key_path`: the file with the secret; made with the first numbers, readable by its owner alone. Numbers
/// whose secret is gone, or another's, match nothing.
std::unique_ptr<Pins> make_pins(DeviceStore& store, std::string key_path);

}  // namespace touchstone::device
