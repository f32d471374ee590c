// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/people/attempt_limit.h"

namespace touchstone::sync {
namespace {

constexpr std::size_t most_names = 10'000;  // a stranger cannot fill the memory with invented names

}  // namespace

void AttemptLimit::drop_old(Micros now) {
    for (auto entry = failures_.begin(); entry != failures_.end();) {
        auto& times = entry->second;
        while (!times.empty() && times.front() + within_ <= now) times.pop_front();
        entry = times.empty() ? failures_.erase(entry) : std::next(entry);
    }
}

bool AttemptLimit::allows(const std::string& name, Micros now) {
    const std::lock_guard turn(turn_);
    drop_old(now);
    const auto known = failures_.find(name);
    if (known == failures_.end()) return failures_.size() < most_names;
    return known->second.size() < most_;
}

void AttemptLimit::note_failure(const std::string& name, Micros now) {
    const std::lock_guard turn(turn_);
    failures_[name].push_back(now);
}

void AttemptLimit::forget(const std::string& name) {
    const std::lock_guard turn(turn_);
    failures_.erase(name);
}

}  // namespace touchstone::sync
