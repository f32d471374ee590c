// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

namespace touchstone::test {

/// One request over a real socket; it waits for the answer.
struct Probe {
    std::string url;
    std::string method = "GET";
    std::vector<std::string> headers;  // "Name: value"
    std::string body = {};
};
struct ProbeAnswer {
    int status = 0;  // 0: no answer came
    std::string body;
    std::map<std::string, std::string> headers;  // names in lower case
    std::string header(const std::string& name) const {
        return headers.count(name) != 0 ? headers.at(name) : "";
    }
};
ProbeAnswer ask(const Probe& probe);

/// `text` for a form's field.
std::string form_encoded(const std::string& text);

}  // namespace touchstone::test
