// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::content {

/// Code points of UTF-8; U+FFFD for each byte that is none.
std::u32string code_points(std::string_view text);
std::string utf8(std::u32string_view codes);

/// Columns that a terminal gives a code point: 0 for combining marks, 2 for wide characters, else 1.
std::size_t display_width(char32_t code);

/// Lower case of Latin and Cyrillic letters; everything else stays.
std::string folded(std::string_view text);

/// Runs of letters and digits, with apostrophes and dashes inside: views into `text`.
std::vector<std::string_view> words_of(std::string_view text);
/// Parts that end with . ! ? : ; or an ellipsis before a space or the end and hold a word (a colon ends a
/// sentence as in Björnsson's LIX).
std::vector<std::string_view> sentences_of(std::string_view text);
/// Letters and digits of a word, without apostrophes and dashes.
std::size_t letters_in(std::string_view word);

/// Whether `term` stands in `text` where a word begins, both in any case; endings of a declined word may
/// follow. The place in bytes, else npos.
std::size_t find_term(std::string_view text, std::string_view term);

}  // namespace touchstone::content
