// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "server_sync/server/assets.h"
#include "server_sync/server/clock.h"
#include "server_sync/server/http/message.h"
#include "server_sync/server/people/attempt_limit.h"
#include "server_sync/server/people/password_hasher.h"
#include "server_sync/server/people/sessions.h"
#include "server_sync/server/sync/sync_endpoint.h"
#include "server_sync/storage/store.h"

namespace touchstone::sync {

struct ApplicationOptions {
    bool secure_cookies = false;  // behind TLS
    bool key_provisional = true;  // ratings of the installed packs not yet confirmed by three experts
};

/// What the server answers. Every route stands in `handle`; what does not stand there is refused.
class Application {
public:
    Application(Store& store, PasswordHasher& hasher, Assets assets, Clock clock, ApplicationOptions options);

    /// From any thread.
    WebResponse handle(const WebRequest& request);

private:
    WebResponse health() const;
    WebResponse sign_in_form(const WebRequest& request);
    WebResponse sign_in(const WebRequest& request);
    bool is_right(const std::optional<UserRow>& user, const std::string& password);
    WebResponse sign_out(const WebRequest& request);
    WebResponse team_page(const WebRequest& request);
    Result<std::string> team_page_of(const SignedIn& who, int weeks);

    Store& store_;
    PasswordHasher& hasher_;
    Assets assets_;
    Clock clock_;
    ApplicationOptions options_;
    SyncEndpoint sync_;
    AttemptLimit wrong_passwords_{10, Micros{600} * 1'000'000};
};

}  // namespace touchstone::sync
