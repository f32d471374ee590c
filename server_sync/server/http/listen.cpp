// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/http/http_server.h"

namespace touchstone::sync {

bool is_loopback(const std::string& host) {
    return host == "localhost" || host == "::1" || host.rfind("127.", 0) == 0;
}

Result<ListenOn> read_listen(const std::string& text) {
    const Error wrong{Error::Kind::malformed, "--listen " + text + ": not an address and a port",
                      "Write it as 127.0.0.1:8480 or [::1]:8480; port 0 takes any free one."};
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return wrong;
    std::string host = text.substr(0, colon);
    if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    const std::string digits = text.substr(colon + 1);
    if (digits.empty() || digits.size() > 5 || digits.find_first_not_of("0123456789") != std::string::npos)
        return wrong;
    const int port = std::stoi(digits);
    if (port > 65535) return wrong;
    return ListenOn{host, static_cast<std::uint16_t>(port)};
}

}  // namespace touchstone::sync
