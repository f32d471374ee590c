// SPDX-License-Identifier: Apache-2.0
#include "content/tool/letters.h"

#include <algorithm>

#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

struct Range {
    char32_t from, to;
};

/// Combining marks and zero-width characters that may turn up in a text.
constexpr Range no_width[] = {{0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A},
                              {0x064B, 0x065F}, {0x0E31, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF},
                              {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064},
                              {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};
/// East Asian wide and full-width characters and the emoji (Unicode 15, EastAsianWidth W and F, rounded).
constexpr Range wide[] = {{0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x2614, 0x2615},
                          {0x26A1, 0x26A1},   {0x2705, 0x2705},   {0x2728, 0x2728},   {0x274C, 0x274C},
                          {0x2753, 0x2755},   {0x2B50, 0x2B50},   {0x2E80, 0x303E},   {0x3041, 0x33FF},
                          {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
                          {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F},
                          {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD}};

template <std::size_t count>
bool within(char32_t code, const Range (&ranges)[count]) {
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [&](const Range& one) { return code >= one.from && code <= one.to; });
}

struct Step {
    char32_t code;
    std::size_t bytes;
};

/// The code point at the front of `text`, which is not empty.
Step first_of(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t bytes = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (bytes == 1) return {lead, 1};
    if (!is_valid_utf8(text.substr(0, bytes))) return {0xFFFD, 1};
    char32_t code = lead & (0x7FU >> bytes);
    for (std::size_t i = 1; i < bytes; ++i)
        code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    return {code, bytes};
}

void append(std::string& text, char32_t code) {
    const auto byte = [&](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    const auto rest = [&](unsigned shift) { byte(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80) return byte(code);
    if (code < 0x800) return byte(0xC0U | (code >> 6U)), rest(0);
    if (code < 0x10000) return byte(0xE0U | (code >> 12U)), rest(6), rest(0);
    byte(0xF0U | (code >> 18U)), rest(12), rest(6), rest(0);
}

bool is_letter(char32_t code) {
    if (code < 0x80)
        return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9');
    if (code < 0xC0 || code == 0xD7 || code == 0xF7) return false;
    return code < 0x2000 || (code > 0x2BFF && code < 0x2E00) || code > 0x303F;
}

bool joins_letters(char32_t code) { return code == '\'' || code == '-' || code == 0x2019; }

char32_t lower(char32_t code) {
    if (code >= 'A' && code <= 'Z') return code + 32;
    if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return code + 32;
    const bool odd_is_upper = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    if (code >= 0x100 && code <= 0x17E && code != 0x138 && code != 0x149 && code != 0x178)
        return (code % 2 == 1) == odd_is_upper ? code + 1 : code;
    if (code >= 0x410 && code <= 0x42F) return code + 32;
    if (code >= 0x400 && code <= 0x40F) return code + 80;
    return code;
}

bool ends_sentence(char32_t code) {
    return code == '.' || code == '!' || code == '?' || code == ':' || code == ';' || code == 0x2026;
}

/// Whether what follows an end mark is white space, a closing quote or bracket, or nothing.
bool follows_sentence(std::string_view rest) {
    if (rest.empty()) return true;
    const char32_t code = first_of(rest).code;
    return code == ' ' || code == '\n' || code == '\t' || code == '"' || code == '\'' || code == ')' ||
           code == 0x2019 || code == 0x201D || code == 0x00BB || code == 0x201C || code == 0xA0;
}

bool letter_before(std::string_view text, std::size_t at) {
    if (at == 0) return false;
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    return is_letter(first_of(text.substr(at)).code);
}

std::size_t letters_from(std::string_view text, std::size_t at) {
    std::size_t letters = 0;
    while (at < text.size()) {
        const Step step = first_of(text.substr(at));
        if (!is_letter(step.code)) break;
        at += step.bytes;
        ++letters;
    }
    return letters;
}

}  // namespace

std::u32string code_points(std::string_view text) {
    std::u32string all;
    while (!text.empty()) {
        const Step step = first_of(text);
        all += step.code;
        text.remove_prefix(step.bytes);
    }
    return all;
}

std::string utf8(std::u32string_view codes) {
    std::string text;
    for (const char32_t code : codes) append(text, code);
    return text;
}

std::size_t display_width(char32_t code) {
    if (within(code, no_width)) return 0;
    return within(code, wide) ? 2 : 1;
}

std::string folded(std::string_view text) {
    std::u32string all = code_points(text);
    std::transform(all.begin(), all.end(), all.begin(), lower);
    return utf8(all);
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t begin = 0, end = 0;  // of the word so far; a joiner counts once a letter follows it
    for (std::size_t at = 0; at < text.size();) {
        const Step step = first_of(text.substr(at));
        if (is_letter(step.code)) {
            if (end == begin) begin = at;
            end = at + step.bytes;
        } else if (end != begin && !(joins_letters(step.code) && end == at)) {
            words.push_back(text.substr(begin, end - begin));
            begin = end = at;
        }
        at += step.bytes;
    }
    if (end != begin) words.push_back(text.substr(begin, end - begin));
    return words;
}

std::vector<std::string_view> sentences_of(std::string_view text) {
    std::vector<std::string_view> sentences;
    std::size_t begin = 0;
    const auto keep = [&](std::size_t end) {
        const std::string_view part = text.substr(begin, end - begin);
        if (!words_of(part).empty()) sentences.push_back(part);
        begin = end;
    };
    for (std::size_t at = 0; at < text.size();) {
        const Step step = first_of(text.substr(at));
        at += step.bytes;
        if (ends_sentence(step.code) && follows_sentence(text.substr(at))) keep(at);
    }
    keep(text.size());
    return sentences;
}

std::size_t letters_in(std::string_view word) {
    const std::u32string all = code_points(word);
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is_letter));
}

std::size_t find_term(std::string_view text, std::string_view term) {
    // Folding keeps the number of bytes for every letter that it changes.
    const std::string where = folded(text), what = folded(term);
    if (what.empty()) return std::string::npos;
    constexpr std::size_t longest_ending = 3;
    for (std::size_t at = where.find(what); at != std::string::npos; at = where.find(what, at + 1))
        if (!letter_before(where, at) && letters_from(where, at + what.size()) <= longest_ending) return at;
    return std::string::npos;
}

}  // namespace touchstone::content
