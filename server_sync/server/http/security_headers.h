// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "server_sync/server/http/message.h"

namespace touchstone::sync {

/// On every answer, error pages too: no script anywhere, nothing from elsewhere, no frame around us.
void add_security_headers(WebResponse& response);

}  // namespace touchstone::sync
