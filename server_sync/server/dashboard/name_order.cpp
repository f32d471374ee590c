// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/dashboard/name_order.h"

#include <array>
#include <utility>

namespace touchstone::sync {
namespace {

/// Sorts behind every letter of UTF-8.
constexpr char behind_letters = '\xFF';

/// Small letters with a mark and their plain letters; capitals are brought to small ones first.
constexpr std::array<std::pair<std::string_view, char>, 30> marked = {{
    {"ą", 'a'}, {"á", 'a'}, {"ä", 'a'}, {"å", 'a'}, {"ā", 'a'}, {"ć", 'c'}, {"č", 'c'}, {"ç", 'c'},
    {"ę", 'e'}, {"é", 'e'}, {"ē", 'e'}, {"ė", 'e'}, {"ł", 'l'}, {"ļ", 'l'}, {"ń", 'n'}, {"ņ", 'n'},
    {"ó", 'o'}, {"õ", 'o'}, {"ö", 'o'}, {"ø", 'o'}, {"ś", 's'}, {"š", 's'}, {"ß", 's'}, {"ü", 'u'},
    {"ū", 'u'}, {"ų", 'u'}, {"ź", 'z'}, {"ż", 'z'}, {"ž", 'z'}, {"ī", 'i'},
}};

/// Bytes of the UTF-8 letter that begins at `at`.
std::size_t letter_size(std::string_view text, std::size_t at) {
    std::size_t size = 1;
    while (at + size < text.size() && (static_cast<unsigned char>(text[at + size]) & 0xC0U) == 0x80U) ++size;
    return size;
}

/// The small letter of a capital in Latin (A to Z, U+00C0..U+017F) and Russian; other letters stay.
std::string small_letter(std::string_view letter) {
    if (letter.size() == 1 && letter[0] >= 'A' && letter[0] <= 'Z')
        return {static_cast<char>(letter[0] - 'A' + 'a')};
    if (letter.size() != 2) return std::string(letter);
    auto code = (static_cast<unsigned>(static_cast<unsigned char>(letter[0])) & 0x1FU) << 6U |
                (static_cast<unsigned>(static_cast<unsigned char>(letter[1])) & 0x3FU);
    if (code >= 0xC0 && code <= 0xDE && code != 0xD7)
        code += 0x20;
    else if (code >= 0x100 && code <= 0x137)
        code |= 1U;
    else if ((code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E))
        code += code & 1U;
    else if (code >= 0x14A && code <= 0x177)
        code |= 1U;
    else if (code >= 0x410 && code <= 0x42F)
        code += 0x20;
    else if (code >= 0x400 && code <= 0x40F)
        code += 0x50;
    return {static_cast<char>(0xC0U | code >> 6U), static_cast<char>(0x80U | (code & 0x3FU))};
}

std::string key_of_letter(const std::string& letter) {
    if (letter == "ё") return "е\xFF";
    for (const auto& [mark, plain] : marked)
        if (letter == mark) return {plain, behind_letters};
    return letter;
}

}  // namespace

std::string name_order_key(std::string_view name) {
    std::string key;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t size = letter_size(name, at);
        key += key_of_letter(small_letter(name.substr(at, size)));
        at += size;
    }
    return key;
}

std::string initials_of(std::string_view name) {
    if (name.empty()) return {};
    std::string initials(name.substr(0, letter_size(name, 0)));
    const auto last = name.rfind(' ');
    if (last != std::string_view::npos && last + 1 < name.size())
        initials += name.substr(last + 1, letter_size(name, last + 1));
    return initials;
}

}  // namespace touchstone::sync
