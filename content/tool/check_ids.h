// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "content/tool/compile.h"

namespace touchstone::content {

/// content/<pack>/ids.lock: one published id a line (`late-pickup/arrival/own-it`); `retired <id>` for one
/// that left the pack and may not come back, because results stay tied to it; `#` begins a comment.
struct IdsLock {
    std::map<std::string, TextPosition> published, retired;
};
IdsLock read_ids_lock(std::string_view text, Findings& findings);

/// Every id that records may name: scenarios, moments, asks, choices, facts, endings and outcomes.
std::set<std::string> ids_of(const PackSources& sources);

/// No retired id is back, no published id is gone without being retired. `findings` are those of ids.lock.
void check_ids(const IdsLock& lock, const PackSources& sources, Findings& findings);

/// The lock with the ids of a pack that is being published added: sorted, the retired ones kept.
std::string write_ids_lock(const IdsLock& lock, const PackSources& sources);

}  // namespace touchstone::content
