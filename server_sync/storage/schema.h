// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "server_sync/storage/sqlite_connection.h"

namespace touchstone::sync {

/// Brings the tables up to this program's version; each step only adds. A newer database is refused.
Result<Done> migrate(SqliteConnection& connection);

}  // namespace touchstone::sync
