// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace touchstone::sync {

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;
/// Names to values of a query or a form; a name that stands twice keeps its first value.
using HttpFields = std::map<std::string, std::string>;

struct WebRequest {
    std::string method;
    std::string path;  // without the query, decoded
    HttpFields query;
    HttpHeaders headers;
    std::string body;

    /// Names of headers know no case.
    std::optional<std::string> header(std::string_view name) const;
    std::optional<std::string> cookie(std::string_view name) const;
};

struct WebResponse {
    int status = 200;
    std::string content_type = "text/plain; charset=utf-8";
    std::string body;
    HttpHeaders headers;
};

/// Splits a target such as `/xapi/statements?limit=5`; a target that is not well formed gives path "".
void read_target(std::string_view target, WebRequest& into);
/// application/x-www-form-urlencoded.
HttpFields read_form(std::string_view body);
std::string percent_decoded(std::string_view text, bool plus_is_space);
std::string percent_encoded(std::string_view text);

/// 303: the browser fetches `location` with GET.
WebResponse see_other(std::string location);

}  // namespace touchstone::sync
