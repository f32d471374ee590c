// SPDX-License-Identifier: Apache-2.0
#include "content/tool/import/html_text.h"

#include <algorithm>
#include <optional>

#include "content/tool/letters.h"

namespace touchstone::content {

namespace {

/// "p" of `<p class="x">` and of `</p>`, small letters.
std::string tag_name(std::string_view inside) {
    if (!inside.empty() && inside.front() == '/') inside.remove_prefix(1);
    std::string name;
    for (const char c : inside) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if ((small < 'a' || small > 'z') && (small < '0' || small > '9')) break;
        name += small;
    }
    return name;
}

bool breaks_line(const std::string& tag) {
    static constexpr std::string_view tags[] = {"p",  "br", "div", "li", "ul", "ol", "tr",
                                                "h1", "h2", "h3",  "h4", "h5", "h6", "blockquote"};
    return std::find(std::begin(tags), std::end(tags), tag) != std::end(tags);
}

/// Where the tag at the front of `html` ends; npos when it begins none ("a < b").
std::size_t end_of_tag(std::string_view html) {
    if (html.size() < 2 || html[0] != '<') return std::string_view::npos;
    const char next = html[1];
    const bool tag =
        (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' || next == '!';
    constexpr std::size_t longest_tag = 20'000;
    return tag ? html.substr(0, longest_tag).find('>') : std::string_view::npos;
}

std::optional<char32_t> numbered(std::string_view digits) {
    const bool hexadecimal = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
    if (hexadecimal) digits.remove_prefix(1);
    constexpr std::size_t most_digits = 7;
    if (digits.empty() || digits.size() > most_digits) return std::nullopt;
    char32_t code = 0;
    for (const char c : digits) {
        const int digit = c >= '0' && c <= '9'                  ? c - '0'
                          : hexadecimal && c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : hexadecimal && c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                                : -1;
        if (digit < 0) return std::nullopt;
        code = code * (hexadecimal ? 16 : 10) + static_cast<char32_t>(digit);
    }
    const bool letter = code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    return letter ? std::optional(code) : std::nullopt;
}

std::optional<char32_t> entity(std::string_view name) {
    struct Named {
        std::string_view name;
        char32_t code;
    };
    static constexpr Named all[] = {
        {"amp", U'&'},    {"lt", U'<'},     {"gt", U'>'},     {"quot", U'"'},   {"apos", U'\''},
        {"nbsp", U' '},   {"ndash", U'–'},  {"mdash", U'—'},  {"hellip", U'…'}, {"lsquo", U'‘'},
        {"rsquo", U'’'},  {"ldquo", U'“'},  {"rdquo", U'”'},  {"auml", U'ä'},   {"ouml", U'ö'},
        {"uuml", U'ü'},   {"Auml", U'Ä'},   {"Ouml", U'Ö'},   {"Uuml", U'Ü'},   {"szlig", U'ß'},
        {"aring", U'å'},  {"Aring", U'Å'},  {"aelig", U'æ'},  {"oslash", U'ø'}, {"Oslash", U'Ø'},
        {"eacute", U'é'}, {"egrave", U'è'}, {"ecirc", U'ê'},  {"agrave", U'à'}, {"aacute", U'á'},
        {"ccedil", U'ç'}, {"ntilde", U'ñ'}, {"oacute", U'ó'}, {"iacute", U'í'}, {"uacute", U'ú'},
        {"euro", U'€'},   {"pound", U'£'},  {"laquo", U'«'},  {"raquo", U'»'},  {"bull", U'•'}};
    if (!name.empty() && name[0] == '#') return numbered(name.substr(1));
    for (const Named& one : all)
        if (one.name == name) return one.code;
    return std::nullopt;
}

/// One space between words, no empty lines, nothing around.
std::string tidied(const std::string& text) {
    std::string all;
    bool space = false, line = false;
    for (const char c : text) {
        line = line || c == '\n';
        space = space || c == ' ' || c == '\t' || c == '\r';
        if (c == '\n' || c == ' ' || c == '\t' || c == '\r') continue;
        if (!all.empty() && (line || space)) all += line ? '\n' : ' ';
        line = space = false;
        all += c;
    }
    return all;
}

}  // namespace

std::string text_of_html(std::string_view html) {
    constexpr std::size_t longest_entity = 10;
    std::string all;
    while (!html.empty()) {
        const char c = html.front();
        const auto tag_end = end_of_tag(html);
        if (tag_end != std::string_view::npos) {
            all += breaks_line(tag_name(html.substr(1, tag_end - 1))) ? "\n" : "";
            html.remove_prefix(tag_end + 1);
            continue;
        }
        const auto end = c == '&' ? html.substr(0, longest_entity).find(';') : std::string_view::npos;
        const auto code = end == std::string_view::npos ? std::nullopt : entity(html.substr(1, end - 1));
        all += code ? utf8(std::u32string(1, *code)) : std::string(1, c == '\n' ? ' ' : c);
        html.remove_prefix(code ? end + 1 : 1);
    }
    return tidied(all);
}

}  // namespace touchstone::content
