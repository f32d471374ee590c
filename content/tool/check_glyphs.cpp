// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_glyphs.h"

#include <fmt/format.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>

#include "content/tool/letters.h"

namespace touchstone::content {

namespace {

struct Range {
    char32_t from, to;
};

/// What the client bakes: Latin-1, Latin Extended-A, Cyrillic, punctuation, currency, minus.
constexpr Range baked[] = {{0x20, 0x7E},     {0xA0, 0x17F},    {0x401, 0x45F},   {0x2010, 0x2015},
                           {0x2018, 0x2026}, {0x2030, 0x2030}, {0x2039, 0x203A}, {0x20AC, 0x20AC},
                           {0x20BD, 0x20BD}, {0x2212, 0x2212}};

bool is_baked(char32_t code) {
    return std::any_of(std::begin(baked), std::end(baked),
                       [&](const Range& one) { return code >= one.from && code <= one.to; });
}

std::vector<char32_t> missing_in(FT_Face face) {
    std::vector<char32_t> missing;
    for (const Range& range : baked)
        for (char32_t code = range.from; code <= range.to; ++code)
            if (FT_Get_Char_Index(face, code) == 0) missing.push_back(code);
    return missing;
}

}  // namespace

Glyphs::Glyphs(const std::string& font) {
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    if (FT_Init_FreeType(&library) != 0) return;
    if (FT_New_Face(library, font.c_str(), 0, &face) == 0) {
        font_found_ = true;
        missing_ = missing_in(face);
        FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
}

bool Glyphs::can_draw(char32_t code) const {
    if (code == '\n') return true;  // a line break is no glyph
    return is_baked(code) && !std::binary_search(missing_.begin(), missing_.end(), code);
}

const Glyphs& shipped_glyphs() {
    static const Glyphs glyphs(TOUCHSTONE_INTER_FONT);
    return glyphs;
}

void check_glyphs(const std::vector<SourceText>& texts, const Glyphs& glyphs, Findings& findings) {
    for (const SourceText& text : texts) {
        std::size_t offset = 0;
        for (const char32_t code : code_points(text.text)) {
            const std::string bytes = utf8(std::u32string_view(&code, 1));
            if (!glyphs.can_draw(code)) {
                findings.warning("W425", text.place_of(offset),
                                 fmt::format("the fonts have no character U+{:04X}: a box would stand here",
                                             static_cast<unsigned>(code)),
                                 "use letters, digits and ordinary punctuation; no emoji", 1);
                break;  // one finding per text
            }
            offset += bytes.size();
        }
    }
}

}  // namespace touchstone::content
