// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/packs/texts.h"

namespace touchstone::game {

inline constexpr const char* languages[] = {"en", "pl", "ru", "et"};

/// The words of the user interface in one language. Keys are the English string and a context.
class Words {
public:
    Words() = default;
    Words(packs::Texts texts, std::string language)
        : texts_(std::move(texts)), language_(std::move(language)) {}

    const std::string& language() const { return language_; }
    void set_language(std::string language) { language_ = std::move(language); }

    /// The translation of `english`; `english` itself where there is none.
    std::string tr(std::string_view context, std::string_view english) const;
    /// With `{}` replaced by the arguments, in order.
    std::string tr(std::string_view context, std::string_view english,
                   const std::vector<std::string>& arguments) const;
    /// The plural form that `count` asks for; `{}` becomes the count, further ones the arguments.
    std::string count(std::string_view context, std::string_view one, std::string_view many, long count,
                      std::vector<std::string> arguments = {}) const;

private:
    packs::Texts texts_;
    std::string language_ = "en";
};

/// The address of a text in the compiled file: "context|English", for plurals "context|English|0".
std::string words_address(std::string_view context, std::string_view english);

/// Replaces each `{}` by the next argument.
std::string filled(std::string_view pattern, const std::vector<std::string>& arguments);

}  // namespace touchstone::game
