// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "server_sync/server/clock.h"
#include "server_sync/server/commands/commands.h"
#include "server_sync/storage/store.h"

namespace touchstone::sync {

/// Listens, says where, and serves until a signal ends it.
Result<Done> serve_store(Store& store, const ServeFlags& flags, const Clock& clock);
/// The system's clock, or one that makes today `today` (2026-11-22) and runs on from there.
Result<Clock> clock_for(const std::string& today);

}  // namespace touchstone::sync
