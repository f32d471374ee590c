// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace touchstone::test {

struct LoopbackRequest {
    std::string method, target, authorization, content_type, content_encoding, body;
};
struct LoopbackReply {
    int status = 200;
    std::string content_type;
    std::string body;
    std::string retry_after;
    int delay_ms = 0;
    bool hang_up = false;  // closes without an answer
};
/// Called on the server's thread.
using LoopbackHandler = std::function<LoopbackReply(const LoopbackRequest&)>;

/// A real HTTP server on 127.0.0.1 that answers one request after another.
class LoopbackServer {
public:
    explicit LoopbackServer(LoopbackHandler handler);
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;
    ~LoopbackServer();
    std::string url() const;

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace touchstone::test
