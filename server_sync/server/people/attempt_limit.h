// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <deque>
#include <map>
#include <mutex>
#include <string>

#include "engine/basics/civil.h"

namespace touchstone::sync {

/// Counts failed attempts per name, so that guessing takes longer than anybody has.
class AttemptLimit {
public:
    AttemptLimit(std::size_t most, Micros within) : most_(most), within_(within) {}

    /// Whether another attempt may be made now.
    bool allows(const std::string& name, Micros now);
    void note_failure(const std::string& name, Micros now);
    void forget(const std::string& name);

private:
    void drop_old(Micros now);

    std::mutex turn_;
    std::size_t most_;
    Micros within_;
    std::map<std::string, std::deque<Micros>> failures_;
};

}  // namespace touchstone::sync
