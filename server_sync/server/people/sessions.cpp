// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/people/sessions.h"

#include <fmt/format.h>

#include "server_sync/server/secrets.h"

namespace touchstone::sync {
namespace {

constexpr Micros touch_every = Micros{60} * 1'000'000;
constexpr const char* plain_name = "touchstone_session";
/// Browsers keep this prefix to secure cookies of exactly this host.
constexpr const char* secure_name = "__Host-touchstone_session";

/// The cookie's value is the organisation, a dot, and the secret.
struct CookieParts {
    OrganisationId organisation;
    std::string secret;
};

std::optional<CookieParts> cookie_parts(const WebRequest& request) {
    auto value = request.cookie(secure_name);
    if (!value) value = request.cookie(plain_name);
    if (!value) return std::nullopt;
    const auto dot = value->find('.');
    if (dot == std::string::npos) return std::nullopt;
    return CookieParts{{value->substr(0, dot)}, value->substr(dot + 1)};
}

bool is_over(const SessionRow& session, Micros now) {
    return now - session.seen_at > session_idle || now - session.opened_at > session_longest;
}

std::string set_cookie(const std::string& value, bool secure, const char* more) {
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict{}{}", secure ? secure_name : plain_name,
                       value, secure ? "; Secure" : "", more);
}

}  // namespace

Result<std::string> open_session(Store& store, const UserRow& user, Micros now) {
    if (auto dropped = store.drop_sessions(user.organisation, now - session_longest); !dropped)
        return dropped.error();
    const std::string secret = random_token(16);
    const SessionRow session{
        user.organisation, hash_of_secret(secret), user.login, random_token(16), now, now};
    if (auto put = store.put_session(session); !put) return put.error();
    return user.organisation.text + "." + secret;
}

Result<std::optional<SignedIn>> signed_in(Store& store, const WebRequest& request, Micros now) {
    const auto parts = cookie_parts(request);
    if (!parts) return std::optional<SignedIn>();
    auto session = store.find_session(parts->organisation, hash_of_secret(parts->secret));
    if (!session) return session.error();
    if (!*session || is_over(**session, now)) return std::optional<SignedIn>();
    auto user = store.find_user((*session)->login);
    if (!user) return user.error();
    if (!*user || !((*user)->organisation == parts->organisation)) return std::optional<SignedIn>();
    if (now - (*session)->seen_at > touch_every) {
        (*session)->seen_at = now;
        if (auto put = store.put_session(**session); !put) return put.error();
    }
    return std::optional(SignedIn{**user, **session});
}

std::string session_cookie(const std::string& value, bool secure) { return set_cookie(value, secure, ""); }

std::string no_session_cookie(bool secure) { return set_cookie("", secure, "; Max-Age=0"); }

bool comes_from_here(const WebRequest& request) {
    if (const auto site = request.header("Sec-Fetch-Site")) return *site == "same-origin";
    const auto origin = request.header("Origin");
    if (!origin) return true;
    const auto host = request.header("Host").value_or("");
    return *origin == "http://" + host || *origin == "https://" + host;
}

}  // namespace touchstone::sync
