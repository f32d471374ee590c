// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "server_sync/client/http_client.h"
#include "server_sync/device/device_store.h"
#include "server_sync/sync/outgoing.h"

namespace touchstone::sync {

/// "https://host/" as somebody types it -> "https://host". Plain http is for this machine only: a secret
/// travels.
Result<std::string> server_address(const std::string& typed);

HttpCall enrol_call(const std::string& server_url, const EnrolRequest& request);
HttpCall roster_call(const device::Enrolment& server);
Result<HttpCall> records_call(const device::Enrolment& server, const Chunk& chunk);

/// What stopped an enrolment or a roster, in words for a screen.
Error error_of(const HttpAnswer& answer);
/// Whether the server itself answered, with success.
bool is_success(const HttpAnswer& answer);

/// On whose behalf this tablet's records travel.
Sender sender_of(const device::Enrolment& server, const std::vector<device::DevicePerson>& people);

}  // namespace touchstone::sync
