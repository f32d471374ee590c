// SPDX-License-Identifier: Apache-2.0
#include "content/tool/explain.h"

#include <algorithm>

namespace touchstone::content {

std::string ExplainPage::in_short() const {
    const std::string line = text.substr(0, text.find('\n'));
    const auto colon = line.find(": ");
    return colon == std::string::npos ? std::string() : line.substr(colon + 2);
}

const ExplainPage* find_page(std::string code) {
    for (char& c : code)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    const auto& all = explain_pages();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const ExplainPage& page) { return page.code == code; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace touchstone::content
