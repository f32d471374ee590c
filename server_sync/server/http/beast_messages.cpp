// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/http/beast_messages.h"

namespace touchstone::sync {

namespace http = boost::beast::http;

WebRequest own_request(const BeastRequest& from) {
    WebRequest request;
    request.method = std::string(from.method_string());
    read_target({from.target().data(), from.target().size()}, request);
    for (const auto& field : from) request.headers.emplace_back(field.name_string(), field.value());
    request.body = from.body();
    return request;
}

BeastResponse beast_response(const WebResponse& from, bool keep_alive, bool head) {
    BeastResponse response(static_cast<http::status>(from.status), 11);
    for (const auto& [name, value] : from.headers) response.insert(name, value);
    if (from.status != 204 && from.status != 303) response.set(http::field::content_type, from.content_type);
    response.keep_alive(keep_alive);
    response.body() = head ? std::string() : from.body;
    response.content_length(from.body.size());
    return response;
}

}  // namespace touchstone::sync
