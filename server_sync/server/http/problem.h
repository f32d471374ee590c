// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/basics/result.h"
#include "server_sync/server/http/message.h"
#include "server_sync/sync/messages.h"

namespace touchstone::sync {

/// application/problem+json.
WebResponse problem_response(const Problem& problem);
/// The same for an Error: 400 malformed, 403 refused, 404 not found, 409 conflict, 413 too large, 503
/// otherwise.
WebResponse problem_response(const Error& error);

WebResponse body_too_large(std::size_t limit);
WebResponse header_too_large(std::size_t limit);
WebResponse bad_http(std::string reason);
WebResponse too_busy();

}  // namespace touchstone::sync
