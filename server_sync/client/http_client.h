// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace touchstone::sync {

struct HttpCall {
    std::string method = "GET";  // GET | POST
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    int timeout_s = 30;
    std::size_t most_answer_bytes = 1024 * 1024;
};

/// What came back, from whoever answered; `failure` says why nothing did (then the status is 0).
struct HttpAnswer {
    std::int64_t id = 0;
    int status = 0;
    std::string content_type;
    std::optional<int> retry_after_s;
    std::string body;
    std::string failure;
};

/// Sends without waiting. Every request gets exactly one answer, in the order of sending.
class HttpClient {
public:
    virtual ~HttpClient() = default;
    /// The id that its answer will carry.
    virtual std::int64_t send(HttpCall request) = 0;
    virtual std::optional<HttpAnswer> poll() = 0;
};

/// libcurl on a thread of its own: certificates are checked, redirects are not followed, the proxy comes from
/// the environment. `wake` is called from that thread whenever an answer can be polled.
std::unique_ptr<HttpClient> make_curl_client(std::function<void()> wake = {});

}  // namespace touchstone::sync
