// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "engine/basics/result.h"
#include "game/ui/type.h"

struct ImFont;
struct ImFontAtlas;

namespace touchstone::game {

/// How letters are to be baked.
struct FontLook {
    float pixels_per_dp = 1;  // icons; letters are larger by `text_scale`
    float text_scale = 1;
    bool easy_reading = false;  // Andika, wider between letters, words and lines
    friend bool operator==(const FontLook&, const FontLook&) = default;
};

/// The baked faces of one scale. Needs a Dear ImGui context, no window.
class Fonts {
public:
    /// Reads the font files below `directory` and bakes the atlas. `opening` bakes the few styles of the
    /// first picture only: a third of the way to it would else go into letters that it does not show.
    enum class Styles { opening, all };
    static Result<std::unique_ptr<Fonts>> load(const std::string& directory, const FontLook& look,
                                               Styles styles = Styles::all);
    virtual ~Fonts() = default;

    struct Baked {
        ImFont* font = nullptr;
        float pixels = 0;  // size that Dear ImGui knows it by
        float em = 0;      // true em in pixels
    };
    virtual Baked baked(const TextStyle& style) const = 0;
    /// Exact advance of one code point in pixels, without hinting or kerning.
    virtual float advance(const TextStyle& style, char32_t code) const = 0;
    /// Above and below the base line, in em (hhea table).
    struct Box {
        float ascent = 0, descent = 0;
    };
    virtual Box box(const TextStyle& style) const = 0;
    virtual const FontLook& look() const = 0;
    float pixels_per_dp() const { return look().pixels_per_dp; }
    float text_scale() const { return look().text_scale; }

    /// Width of one line in dp.
    float width(const TextStyle& style, std::string_view text) const;
    /// The em in dp, with the reader's text scale (icons keep theirs).
    float em(const TextStyle& style) const;
    /// From base line to base line in em.
    float leading(const TextStyle& style) const;
};

/// Next code point of valid UTF-8; U+FFFD and one byte on for anything else. `at` moves on.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_code_point(std::string& text, char32_t code);

}  // namespace touchstone::game
