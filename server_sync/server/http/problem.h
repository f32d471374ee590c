// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "engine/basics/result.h"
#include "server_sync/server/http/message.h"
#include "server_sync/sync/messages.h"

namespace touchstone::sync {

/// application/problem+json.
HttpResponse problem_response(const Problem& problem);
/// The same for an Error: 400 malformed, 403 refused, 404 not found, 409 conflict, 413 too large, 503 otherwise.
HttpResponse problem_response(const Error& error);

HttpResponse body_too_large(std::size_t limit);
HttpResponse header_too_large(std::size_t limit);
HttpResponse bad_http(std::string reason);
HttpResponse too_busy();

}  // namespace touchstone::sync
