// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "server_sync/server/http/message.h"
#include "server_sync/storage/store.h"

namespace touchstone::sync {

/// GET /xapi/statements for whoever holds a read key.
WebResponse read_statements(const Store& store, const WebRequest& request);
/// GET /xapi/about, for everybody.
WebResponse about_xapi();

}  // namespace touchstone::sync
