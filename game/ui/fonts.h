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

/// The baked faces of one scale. Needs a Dear ImGui context, no window.
class Fonts {
public:
    /// Reads the font files below `directory` and bakes the atlas. `pixels_per_dp` is for icons, and times
    /// `text_scale` for letters. `opening` bakes the few styles of the first picture only: a third of the way
    /// to it would else go into letters that it does not show.
    enum class Styles { opening, all };
    static Result<std::unique_ptr<Fonts>> load(const std::string& directory, float pixels_per_dp,
                                               float text_scale, Styles styles = Styles::all);
    virtual ~Fonts() = default;

    struct Baked {
        ImFont* font = nullptr;
        float pixels = 0;  // size that Dear ImGui knows it by
        float em = 0;      // true em in pixels
    };
    virtual Baked baked(const TextStyle& style) const = 0;
    /// Exact advance of one code point in pixels, without hinting or kerning.
    virtual float advance(const TextStyle& style, char32_t code) const = 0;
    virtual float pixels_per_dp() const = 0;
    virtual float text_scale() const = 0;

    /// Width of one line in dp.
    float width(const TextStyle& style, std::string_view text) const;
    /// The em in dp, with the reader's text scale (icons keep theirs).
    float em(const TextStyle& style) const;
};

/// Ascent and descent of Inter in em (hhea table).
inline constexpr float inter_ascent = 0.96875F, inter_descent = 0.2412F;

/// Next code point of valid UTF-8; U+FFFD and one byte on for anything else. `at` moves on.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_code_point(std::string& text, char32_t code);

}  // namespace touchstone::game
