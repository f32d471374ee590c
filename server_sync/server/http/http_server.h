// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "engine/basics/result.h"
#include "server_sync/server/http/message.h"

namespace touchstone::sync {

/// What strangers may cost us.
struct HttpLimits {
    std::size_t header_bytes = 8 * 1024;
    std::size_t body_bytes = 1024 * 1024;
    std::size_t sync_body_bytes = 256 * 1024;  // under /sync/
    int header_seconds = 10;
    int idle_seconds = 30;
    std::size_t connections = 512;
    std::size_t waiting_requests = 128;  // beyond: 503 before the body is read
};

struct ListenOn {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8480;  // 0: any free one
};

/// Answers a request; called on a worker thread, from several at once.
using HttpHandler = std::function<WebResponse(const WebRequest&)>;

/// HTTP/1.1 over plain TCP. One thread accepts, reads and writes; a few workers answer, so that no slow
/// answer keeps others from being accepted.
class HttpServer {
public:
    /// Listens from here on; a port that is taken is an Error.
    static Result<std::unique_ptr<HttpServer>> listen(const ListenOn& on, const HttpLimits& limits,
                                                      HttpHandler handler);
    virtual ~HttpServer() = default;

    /// The real port.
    virtual std::uint16_t port() const = 0;
    /// Serves until stop() or a SIGINT or SIGTERM, then lets running answers finish.
    virtual void run() = 0;
    /// From any thread.
    virtual void stop() = 0;
};

/// Whether `host` is a loopback address. A name other than localhost is not: it may resolve to anything.
bool is_loopback(const std::string& host);
/// Reads "127.0.0.1:8480" or "[::1]:0".
Result<ListenOn> read_listen(const std::string& text);

}  // namespace touchstone::sync
