// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/http/problem.h"

#include <fmt/format.h>

namespace touchstone::sync {

WebResponse problem_response(const Problem& problem) {
    WebResponse response;
    response.status = problem.status;
    response.content_type = problem_content_type;
    response.body = to_json(problem);
    response.headers = {{"Cache-Control", "no-store"}};
    return response;
}

WebResponse problem_response(const Error& error) {
    switch (error.kind) {
        case Error::Kind::malformed:
            return problem_response({400, "malformed", error.detail, error.remedy, {}});
        case Error::Kind::refused:
            return problem_response({403, "refused", error.detail, error.remedy, {}});
        case Error::Kind::not_found:
            return problem_response({404, "not-found", error.detail, error.remedy, {}});
        case Error::Kind::conflict:
            return problem_response({409, "conflict", error.detail, error.remedy, {}});
        case Error::Kind::too_large:
            return problem_response({413, "too-large", error.detail, error.remedy, {}});
        case Error::Kind::unavailable:
        case Error::Kind::broken_storage:
            break;
    }
    // What broke inside is for the log, not for a stranger.
    return problem_response({503,
                             "unavailable",
                             "the server cannot store or read at the moment",
                             "Try again later; the administrator finds the reason in the server's log.",
                             {}});
}

WebResponse body_too_large(std::size_t limit) {
    return problem_response({413,
                             "too-large",
                             fmt::format("the body is larger than {} bytes", limit),
                             "Send it in smaller parts.",
                             {}});
}

WebResponse header_too_large(std::size_t limit) {
    return problem_response({431,
                             "too-large",
                             fmt::format("the header is larger than {} bytes", limit),
                             "Send fewer or shorter headers.",
                             {}});
}

WebResponse bad_http(std::string reason) {
    return problem_response(
        {400, "malformed", "this is not HTTP/1.1: " + std::move(reason), "Use an HTTP/1.1 client.", {}});
}

WebResponse too_busy() {
    auto response =
        problem_response({503, "busy", "too many requests at once", "Try again in a minute.", {}});
    response.headers.emplace_back("Retry-After", "30");
    return response;
}

}  // namespace touchstone::sync
