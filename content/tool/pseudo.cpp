// SPDX-License-Identifier: Apache-2.0
#include "content/tool/pseudo.h"

#include <array>

#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

/// Letters of Latin-1 and Latin Extended-A only: the shipped fonts have them.
constexpr std::array<std::pair<char, const char*>, 38> accented = {{
    {'a', "á"}, {'c', "ç"}, {'d', "ď"}, {'e', "é"}, {'g', "ğ"}, {'h', "ĥ"}, {'i', "í"}, {'j', "ĵ"},
    {'k', "ķ"}, {'l', "ľ"}, {'n', "ñ"}, {'o', "ö"}, {'r', "ř"}, {'s', "š"}, {'t', "ť"}, {'u', "ü"},
    {'w', "ŵ"}, {'y', "ý"}, {'z', "ž"}, {'A', "Å"}, {'C', "Ç"}, {'D', "Ď"}, {'E', "É"}, {'G', "Ğ"},
    {'H', "Ĥ"}, {'I', "Í"}, {'J', "Ĵ"}, {'K', "Ķ"}, {'L', "Ľ"}, {'N', "Ñ"}, {'O', "Ö"}, {'R', "Ř"},
    {'S', "Š"}, {'T', "Ť"}, {'U', "Ü"}, {'W', "Ŵ"}, {'Y', "Ý"}, {'Z', "Ž"},
}};

void append_accented(std::string& out, char letter) {
    for (const auto& [plain, accent] : accented)
        if (plain == letter) {
            out += accent;
            return;
        }
    out += letter;
}

/// Filler of `count` letters in short words, so that a line can break where a translation's would.
std::string filler(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += i % 6 == 0 ? " " : i % 2 == 0 ? "ö" : "ž";
    return out;
}

}  // namespace

std::string pseudo_text(std::string_view text) {
    std::string out = "[";
    bool placeholder = false;
    for (const char c : text) {
        placeholder = c == '{' || (placeholder && c != '}');
        if (placeholder)
            out += c;
        else
            append_accented(out, c);
    }
    const std::size_t length = count_code_points(text), wanted = (length * 7 + 4) / 5;
    return out + filler(wanted > length + 2 ? wanted - length - 2 : 0) + "]";
}

PoFile pseudo_translation(const PackSources& sources) {
    PoFile po;
    for (const SourceText& text : sources.texts()) {
        PoMessage message;
        message.context = text.address;
        message.source = text.text;
        message.translation = pseudo_text(text.text);
        po.messages.push_back(std::move(message));
    }
    return po;
}

}  // namespace touchstone::content
