// SPDX-License-Identifier: Apache-2.0
#include "game/ui/words.h"

namespace touchstone::game {

std::string words_address(std::string_view context, std::string_view english) {
    return std::string(context) + "|" + std::string(english);
}

std::string filled(std::string_view pattern, const std::vector<std::string>& arguments) {
    std::string out;
    std::size_t next = 0;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern.substr(at, 2) == "{}" && next < arguments.size()) {
            out += arguments[next++];
            ++at;
        } else {
            out += pattern[at];
        }
    }
    return out;
}

std::string Words::tr(std::string_view context, std::string_view english) const {
    const std::string address = words_address(context, english);
    const std::string& text = texts_.find(language_, address);
    return text == address || text.empty() ? std::string(english) : text;
}

std::string Words::tr(std::string_view context, std::string_view english,
                      const std::vector<std::string>& arguments) const {
    return filled(tr(context, english), arguments);
}

std::string Words::count(std::string_view context, std::string_view one, std::string_view many, long count,
                         std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), std::to_string(count));
    const std::string address =
        words_address(context, one) + "|" + std::to_string(packs::plural_form(language_, count));
    const std::string& text = texts_.find(language_, address);
    if (text != address && !text.empty()) return filled(text, arguments);
    return filled(count == 1 ? one : many, arguments);
}

}  // namespace touchstone::game
