// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "server_sync/sync/upload.h"

namespace touchstone::sync {

/// The next number of the state's seed.
std::uint64_t draw(UploadState& state);
/// Nothing came of it: try again after a wait with full jitter.
void fail(UploadState& state, Micros now, std::optional<int> at_least_s = std::nullopt);
void ask_for_help(UploadState& state, SyncStatus::Help help, const std::string& detail, Micros now);
/// What an HTTP answer means for the chunk in flight.
void take_answer(UploadStep& out, const Answered& answer, Micros now);

}  // namespace touchstone::sync
