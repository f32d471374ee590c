// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/basics/result.h"

namespace touchstone::packs {

/// Texts of a pack by address (`late-pickup/arrival/own-it/says`), in one or more languages.
class Texts {
public:
    explicit Texts(std::string source_language = "en") : source_language_(std::move(source_language)) {}

    void add(std::string_view language, std::string address, std::string text);
    /// The text in `language`, else in the source language, else the address itself. Never empty for a known
    /// address.
    const std::string& find(std::string_view language, const std::string& address) const;
    /// Whether the source language has this address.
    bool contains(const std::string& address) const;
    const std::string& source_language() const { return source_language_; }
    std::vector<std::string> languages() const;
    /// Every text of one language by address; empty when the language is not there.
    const std::map<std::string, std::string>& all(std::string_view language) const;

private:
    std::string source_language_;
    std::map<std::string, std::map<std::string, std::string>, std::less<>> by_language_;
};

/// Reads a compiled `text.<lang>.json`: {"format":1,"language":"pl","texts":{"address":"text",...}}.
Result<Done> read_texts(std::string_view json, Texts& into);

/// Index of the plural form for `count` in en, pl, ru, et (0-based, as in the PO headers of assets/text).
int plural_form(std::string_view language, long count);

}  // namespace touchstone::packs
