// SPDX-License-Identifier: Apache-2.0
#include "game/ui/fonts.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <fmt/format.h>
#include <imgui_freetype.h>

#include <array>
#include <cmath>
#include <map>
#include <unordered_map>
#include <vector>

#include "game/ui/compat.h"
#include "game/ui/icons.h"

namespace touchstone::game {
namespace {

using FileNames = std::array<const char*, 7>;
constexpr FileNames usual_files{
    "Inter-Regular.otf",         "Inter-Medium.otf",      "Inter-SemiBold.otf",       "Inter-Bold.otf",
    "InterDisplay-SemiBold.otf", "InterDisplay-Bold.otf", "MaterialIcons-Regular.ttf"};
constexpr FileNames easy_files{"Andika-Regular.ttf",       "Andika-Regular.ttf", "Andika-Bold.ttf",
                               "Andika-Bold.ttf",          "Andika-Bold.ttf",    "Andika-Bold.ttf",
                               "MaterialIcons-Regular.ttf"};
// What helps is room between letters, words and lines, not their shape (Galliussi et al. 2020).
constexpr float easy_tracking = 0.03F, easy_word_gap = 0.1F, easy_leading = 1.6F / 1.4F;

// Latin-1, Latin Extended-A, Cyrillic, punctuation, currency, arrows, minus.
const ImWchar letter_ranges[] = {0x20,   0x7E,   0xA0,   0x17F,  0x401,  0x45F,  0x2010, 0x2015,
                                 0x2018, 0x2026, 0x2030, 0x2030, 0x2039, 0x203A, 0x20AC, 0x20AC,
                                 0x20BD, 0x20BD, 0x2212, 0x2212, 0xFFFD, 0xFFFD, 0};

constexpr std::array all_styles{type::caption,     type::badge,    type::small,        type::label,
                                type::label_light, type::body,     type::body_strong,  type::choice_chosen,
                                type::primary,     type::speech,   type::speech_large, type::speech_small,
                                type::heading,     type::title,    type::quote,        type::h1,
                                type::display,     type::initials, type::key,          type::letter};
constexpr std::array opening_styles{type::h1};
constexpr std::array icon_sizes{20.0F, 22.0F, 24.0F, 28.0F, 44.0F};

/// What is measured of one face, in em: exact advances by code point, and the box of its lines.
struct Measured {
    std::unordered_map<char32_t, float> advances;  // looked up for every letter of every frame
    Fonts::Box box;
};

Measured measure(FT_Face face, const ImWchar* ranges) {
    Measured measured;
    const auto units = static_cast<float>(face->units_per_EM);
    measured.box = {static_cast<float>(face->ascender) / units, static_cast<float>(-face->descender) / units};
    for (; ranges[0] != 0; ranges += 2) {
        for (unsigned code = ranges[0]; code <= ranges[1]; ++code) {
            if (FT_Load_Char(face, code, FT_LOAD_NO_SCALE) != 0) continue;
            measured.advances[code] = static_cast<float>(face->glyph->metrics.horiAdvance) / units;
        }
    }
    return measured;
}

Result<Measured> read_face(const std::string& path, const ImWchar* ranges) {
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    if (FT_Init_FreeType(&library) != 0) return Error{Error::Kind::unavailable, "FreeType does not start"};
    if (FT_New_Face(library, path.c_str(), 0, &face) != 0) {
        FT_Done_FreeType(library);
        return Error{Error::Kind::not_found, "cannot read the font " + path,
                     "Install the packages of the fonts again."};
    }
    Measured measured = measure(face, ranges);
    FT_Done_Face(face);
    FT_Done_FreeType(library);
    return measured;
}

std::vector<ImWchar> icon_ranges() {
    std::vector<ImWchar> ranges;
    for (const icon::Code code : icon::all) ranges.insert(ranges.end(), {code, code});
    ranges.push_back(0);
    return ranges;
}

class AtlasFonts final : public Fonts {
public:
    explicit AtlasFonts(const FontLook& look)
        : look_(look),
          files_(look.easy_reading ? easy_files : usual_files),
          icon_ranges_(game::icon_ranges()) {}

    Result<Done> bake(const std::string& directory, Styles styles) {
        for (std::size_t i = 0; i < files_.size(); ++i) {
            const bool icons = i == static_cast<std::size_t>(Face::icons);
            auto measured =
                read_face(directory + "/" + files_[i], icons ? icon_ranges_.data() : letter_ranges);
            if (!measured) return measured.error();
            faces_[i] = *std::move(measured);
        }
        ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
        atlas.Clear();
        atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
        atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
        atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
        if (styles == Styles::opening) {
            for (const TextStyle& style : opening_styles) add(atlas, directory, style);
        } else {
            for (const TextStyle& style : all_styles) add(atlas, directory, style);
            for (const float size : icon_sizes) add(atlas, directory, {Face::icons, size});
        }
        if (!atlas.Build()) return Error{Error::Kind::unavailable, "the letters could not be drawn"};
        return Done{};
    }

    Baked baked(const TextStyle& style) const override {
        const auto found = fonts_.find({style.face, style.em});
        if (found != fonts_.end()) return found->second;
        return nearest(style);
    }
    float advance(const TextStyle& style, char32_t code) const override {
        const auto& advances = face(style).advances;
        auto found = advances.find(style.tabular && code >= '0' && code <= '9' ? U'0' : code);
        if (found == advances.end()) found = advances.find(0xFFFD);
        float tracking = style.tracking;
        if (look_.easy_reading && style.face != Face::icons)
            tracking += easy_tracking + (code == ' ' || code == 0xA0 ? easy_word_gap : 0);
        return ((found == advances.end() ? 0.5F : found->second) + tracking) * em(style) * pixels_per_dp();
    }
    Box box(const TextStyle& style) const override { return face(style).box; }
    const FontLook& look() const override { return look_; }

private:
    const Measured& face(const TextStyle& style) const {
        return faces_[static_cast<std::size_t>(style.face)];
    }
    void add(ImFontAtlas& atlas, const std::string& directory, const TextStyle& style) {
        const std::pair key{style.face, style.em};
        if (fonts_.count(key) != 0) return;
        const bool icons = style.face == Face::icons;
        const float em_pixels = em(style) * pixels_per_dp();
        // Dear ImGui calls the height of the box the size of a font.
        const float pixels = icons ? em_pixels : em_pixels * (box(style).ascent + box(style).descent);
        ImFontConfig config;
        config.PixelSnapH = false;
        const std::string path = directory + "/" + files_[static_cast<std::size_t>(style.face)];
        ImFont* font = atlas.AddFontFromFileTTF(path.c_str(), pixels, &config,
                                                icons ? icon_ranges_.data() : letter_ranges);
        fonts_[key] = {font, pixels, em_pixels};
    }
    Baked nearest(const TextStyle& style) const {
        const Baked* best = nullptr;
        for (const auto& [key, baked] : fonts_)
            if (key.first == style.face &&
                (best == nullptr || std::fabs(baked.em - em(style) * pixels_per_dp()) <
                                        std::fabs(best->em - em(style) * pixels_per_dp())))
                best = &baked;
        return best != nullptr ? *best : fonts_.begin()->second;
    }

    FontLook look_;
    FileNames files_;
    std::vector<ImWchar> icon_ranges_;
    std::array<Measured, usual_files.size()> faces_;
    std::map<std::pair<Face, float>, Baked> fonts_;
};

}  // namespace

Result<std::unique_ptr<Fonts>> Fonts::load(const std::string& directory, const FontLook& look,
                                           Styles styles) {
    auto fonts = std::make_unique<AtlasFonts>(look);
    if (auto baked = fonts->bake(directory, styles); !baked) return baked.error();
    return std::unique_ptr<Fonts>(std::move(fonts));
}

float Fonts::width(const TextStyle& style, std::string_view text) const {
    float pixels = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = next_code_point(text, at);
        if (code != 0xAD) pixels += advance(style, code);
    }
    return pixels / pixels_per_dp();
}

float Fonts::em(const TextStyle& style) const {
    return style.face == Face::icons ? style.em : style.em * text_scale();
}

float Fonts::leading(const TextStyle& style) const {
    return look().easy_reading ? style.leading * easy_leading : style.leading;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
    if (length == 0 || at + length > text.size()) {
        ++at;
        return 0xFFFD;
    }
    char32_t code = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) code = (code << 6U) | (byte(at + i) & 0x3FU);
    at += length;
    return code;
}

void append_code_point(std::string& text, char32_t code) {
    const auto put = [&](char32_t byte) {
        text.push_back(static_cast<char>(static_cast<unsigned char>(byte)));
    };
    if (code < 0x80) return put(code);
    if (code < 0x800) {
        put(0xC0 | (code >> 6));
    } else {
        put(0xE0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3F));
    }
    put(0x80 | (code & 0x3F));
}

}  // namespace touchstone::game
