// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "server_sync/server/clock.h"
#include "server_sync/server/http/message.h"
#include "server_sync/server/people/attempt_limit.h"
#include "server_sync/storage/store.h"

namespace touchstone::sync {

/// /sync/v1: what tablets talk to. The organisation comes from the credential, never from a body.
class SyncEndpoint {
public:
    SyncEndpoint(Store& store, Clock clock) : store_(store), clock_(std::move(clock)) {}

    WebResponse enrol(const WebRequest& request);
    WebResponse records(const WebRequest& request);
    WebResponse roster(const WebRequest& request);

private:
    Store& store_;
    Clock clock_;
    AttemptLimit wrong_codes_{30, Micros{300} * 1'000'000};
};

}  // namespace touchstone::sync
