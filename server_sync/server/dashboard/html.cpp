// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/dashboard/html.h"

namespace touchstone::sync {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

Html& Html::operator<<(Markup markup) {
    bytes_ += markup.text();
    return *this;
}

Html& Html::operator<<(Text text) {
    bytes_ += escaped(text.text);
    return *this;
}

Html& Html::operator<<(long long number) {
    bytes_ += std::to_string(number);
    return *this;
}

Html& Html::operator<<(const Html& part) {
    bytes_ += part.bytes_;
    return *this;
}

}  // namespace touchstone::sync
