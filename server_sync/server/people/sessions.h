// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "server_sync/server/http/message.h"
#include "server_sync/storage/store.h"

namespace touchstone::sync {

inline constexpr Micros session_idle = Micros{30} * 60 * 1'000'000;
inline constexpr Micros session_longest = Micros{12} * 3600 * 1'000'000;

/// Somebody who has signed in.
struct SignedIn {
    UserRow user;
    SessionRow session;
};

/// A new session; the text is the cookie's value.
Result<std::string> open_session(Store& store, const UserRow& user, Micros now);
/// Who the request's cookie says it is. Nobody: no cookie, unknown, idle for 30 minutes, or 12 hours old.
Result<std::optional<SignedIn>> signed_in(Store& store, const WebRequest& request, Micros now);

/// Set-Cookie: not for scripts, never sent from other sites.
std::string session_cookie(const std::string& value, bool secure);
/// Set-Cookie that takes it away.
std::string no_session_cookie(bool secure);

/// Whether a form came from our own page, as far as the browser says. No browser at all is let through here;
/// the session's cookie and the form's token decide then.
bool comes_from_here(const WebRequest& request);

}  // namespace touchstone::sync
