// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "server_sync/server/http/message.h"
#include "server_sync/storage/store.h"

namespace touchstone::sync {

/// GET /xapi/statements for whoever holds a read key.
HttpResponse read_statements(const Store& store, const HttpRequest& request);
/// GET /xapi/about, for everybody.
HttpResponse about_xapi();

}  // namespace touchstone::sync
