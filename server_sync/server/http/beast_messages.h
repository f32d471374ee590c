// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/beast.hpp>

#include "server_sync/server/http/message.h"

/// Between Beast's messages and ours; for http_server.cpp alone.
namespace touchstone::sync {

using BeastRequest = boost::beast::http::request<boost::beast::http::string_body>;
using BeastResponse = boost::beast::http::response<boost::beast::http::string_body>;

WebRequest own_request(const BeastRequest& from);
/// `head`: the body's length without the body.
BeastResponse beast_response(const WebResponse& from, bool keep_alive, bool head);

}  // namespace touchstone::sync
