// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/http/message.h"

#include <fmt/format.h>

#include <algorithm>

namespace touchstone::sync {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char small = lower(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/// Cuts the text before `separator` off `rest`.
std::string_view take_until(std::string_view& rest, char separator) {
    const auto end = rest.find(separator);
    const auto part = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    return part;
}

}  // namespace

std::optional<std::string> WebRequest::header(std::string_view name) const {
    for (const auto& [key, value] : headers)
        if (same_name(key, name)) return value;
    return std::nullopt;
}

std::optional<std::string> WebRequest::cookie(std::string_view name) const {
    const auto all = header("Cookie").value_or("");
    std::string_view rest = all;
    while (!rest.empty()) {
        std::string_view pair = take_until(rest, ';');
        pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
        if (take_until(pair, '=') == name) return std::string(pair);
    }
    return std::nullopt;
}

std::string percent_decoded(std::string_view text, bool plus_is_space) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 &&
                            hex_digit(text[i + 2]) >= 0;
        if (escape) {
            out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
            i += 2;
        } else {
            out += plus_is_space && text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

std::string percent_encoded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' ||
                           c == '_' || c == '.' || c == '~';
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

HttpFields read_form(std::string_view body) {
    HttpFields fields;
    while (!body.empty()) {
        std::string_view pair = take_until(body, '&');
        const std::string_view name = take_until(pair, '=');
        fields.emplace(percent_decoded(name, true), percent_decoded(pair, true));
    }
    return fields;
}

void read_target(std::string_view target, WebRequest& into) {
    if (target.empty() || target.front() != '/') return;
    const std::string_view path = take_until(target, '?');
    into.path = percent_decoded(path, false);
    into.query = read_form(target);
}

WebResponse see_other(std::string location) {
    WebResponse response;
    response.status = 303;
    response.headers = {{"Location", std::move(location)}, {"Cache-Control", "no-store"}};
    return response;
}

}  // namespace touchstone::sync
