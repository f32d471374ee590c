// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "server_sync/storage/rows.h"
#include "server_sync/storage/sqlite_connection.h"

namespace touchstone::sync {

/// Takes one chunk inside a transaction that the caller has begun. Commit only when the outcome is `taken`.
Result<IngestOutcome> ingest_chunk(SqliteConnection& connection, const IncomingChunk& chunk);

}  // namespace touchstone::sync
