// SPDX-License-Identifier: Apache-2.0
#include "content/tool/author_text.h"

#include "content/tool/letters.h"

namespace touchstone::content {

namespace {

constexpr std::size_t longest_id = 40;

/// Latin letters with accents, and the letter without; one code point each.
char plain_letter(char32_t code) {
    static constexpr std::u32string_view accented =
        U"àáâãäåāăąçćčďđèéêëēėęěğģìíîïīįķĺļľłñńņňòóôõöøōőŕřśşšťţùúûüūůűųýÿźżž";
    static constexpr std::string_view plain =
        "aaaaaaaaacccddeeeeeeeeggiiiiiikllllnnnnoooooooorrsssttuuuuuuuuyyzzz";
    static_assert(accented.size() == plain.size());
    const auto at = accented.find(code);
    return at == std::u32string_view::npos ? '\0' : plain[at];
}

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xFEFF; }

}  // namespace

std::string yaml_text(std::string_view text) {
    std::u32string all = U"\"";
    for (const char32_t code : code_points(text)) {
        if (code == U'\n')
            all += U"\\n";
        else if (code == U'"' || code == U'\\')
            all += std::u32string{U'\\', code};
        else
            // What YAML allows in a text is narrower than Unicode: no control, no non-character.
            all += is_control(code) || (code & 0xFFFE) == 0xFFFE || code == 0x2028 || code == 0x2029 ? U' '
                                                                                                     : code;
    }
    return utf8(all + U"\"");
}

std::string id_from(std::string_view words, const std::string& otherwise) {
    std::string id;
    for (const char32_t code : code_points(folded(words))) {
        const bool plain = (code >= U'a' && code <= U'z') || (code >= U'0' && code <= U'9');
        const char letter = plain ? static_cast<char>(code) : plain_letter(code);
        if (letter == '\0' && code != U'\'' && code != U'’' && !id.empty() && id.back() != '-') id += '-';
        // An id begins with a letter.
        if (letter != '\0' && !(id.empty() && letter >= '0' && letter <= '9')) id += letter;
        if (id.size() == longest_id) break;
    }
    while (!id.empty() && id.back() == '-') id.pop_back();
    return id.size() < 2 ? otherwise : id;
}

std::string UniqueIds::of(std::string_view words, const std::string& otherwise) {
    const std::string first = id_from(words, otherwise);
    std::string id = first;
    for (int number = 2; !taken_.insert(id).second; ++number) {
        const std::string end = "-" + std::to_string(number);
        std::string start = first.substr(0, longest_id - end.size());
        while (start.back() == '-') start.pop_back();
        id = start + end;
    }
    return id;
}

}  // namespace touchstone::content
