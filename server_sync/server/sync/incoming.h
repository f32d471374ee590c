// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "server_sync/storage/rows.h"
#include "server_sync/sync/messages.h"

namespace touchstone::sync {

/// Reads every statement of a chunk. One that cannot be kept as what it claims to be becomes an item with its
/// reason: not ours, changed, of another organisation, or of another place in the log.
IncomingChunk incoming_chunk(const Chunk& chunk, const DeviceRow& device, Micros received_at, Day today);

}  // namespace touchstone::sync
