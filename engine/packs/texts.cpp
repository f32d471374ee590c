// SPDX-License-Identifier: Apache-2.0
#include "engine/packs/texts.h"

#include <boost/json.hpp>

#include "engine/basics/utf8.h"

namespace touchstone::packs {

namespace json = boost::json;

void Texts::add(std::string_view language, std::string address, std::string text) {
    auto found = by_language_.find(language);
    if (found == by_language_.end())
        found = by_language_.emplace(std::string(language), std::map<std::string, std::string>{}).first;
    found->second.insert_or_assign(std::move(address), std::move(text));
}

const std::string& Texts::find(std::string_view language, const std::string& address) const {
    for (const std::string_view candidate : {language, std::string_view(source_language_)}) {
        const auto texts = by_language_.find(candidate);
        if (texts == by_language_.end()) continue;
        if (const auto text = texts->second.find(address);
            text != texts->second.end() && !text->second.empty())
            return text->second;
    }
    return address;
}

bool Texts::contains(const std::string& address) const {
    const auto source = by_language_.find(source_language_);
    return source != by_language_.end() && source->second.count(address) > 0;
}

std::vector<std::string> Texts::languages() const {
    std::vector<std::string> languages;
    for (const auto& [language, texts] : by_language_) languages.push_back(language);
    return languages;
}

const std::map<std::string, std::string>& Texts::all(std::string_view language) const {
    static const std::map<std::string, std::string> none;
    const auto found = by_language_.find(language);
    return found == by_language_.end() ? none : found->second;
}

Result<Done> read_texts(std::string_view text, Texts& into) {
    const auto malformed = [](std::string reason) {
        return Error{Error::Kind::malformed, "pack texts: " + std::move(reason), "compile the pack again"};
    };
    if (!is_valid_utf8(text)) return malformed("not valid UTF-8");
    boost::system::error_code failure;
    const json::value root = json::parse({text.data(), text.size()}, failure);
    if (failure) return malformed(failure.message());
    const json::object* object = root.if_object();
    const json::value* language = object ? object->if_contains("language") : nullptr;
    const json::value* texts = object ? object->if_contains("texts") : nullptr;
    if (!language || !language->is_string() || !texts || !texts->is_object())
        return malformed("no language or no texts");
    for (const auto& [address, value] : texts->get_object()) {
        if (!value.is_string()) return malformed("`" + std::string(address) + "` is not a text");
        into.add(std::string_view(language->get_string()), std::string(address),
                 std::string(value.get_string()));
    }
    return Done{};
}

int plural_form(std::string_view language, long count) {
    const long n = count < 0 ? -count : count;
    const bool few = n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
    if (language == "pl") return n == 1 ? 0 : few ? 1 : 2;
    if (language == "ru") return n % 10 == 1 && n % 100 != 11 ? 0 : few ? 1 : 2;
    return n == 1 ? 0 : 1;
}

}  // namespace touchstone::packs
