// SPDX-License-Identifier: Apache-2.0
#pragma once
// The only door to Dear ImGui. We use it as a renderer: draw lists, a font atlas, and its backends. What
// differs between 1.86 (Debian 12) and 1.92 is settled here.
#include <imgui.h>

#include <utility>

namespace touchstone::game::compat {

struct GlyphBox {
    float x0, y0, x1, y1;  // pixels, from the pen and the top of the line box
    float u0, v0, u1, v1;
    bool visible;
};

inline void set_advance([[maybe_unused]] ImFont& font, [[maybe_unused]] ImWchar code,
                        [[maybe_unused]] float pixels) {
#if IMGUI_VERSION_NUM < 19200
    if (auto* glyph = const_cast<ImFontGlyph*>(font.FindGlyphNoFallback(code))) glyph->AdvanceX = pixels;
#endif
}

/// The glyph of `code` in `font` at its baked size, else the font's fallback glyph.
inline GlyphBox glyph_box(ImFont& font, ImWchar code, [[maybe_unused]] float size) {
#if IMGUI_VERSION_NUM < 19200
    const ImFontGlyph* glyph = font.FindGlyph(code);
#else
    const ImFontGlyph* glyph = font.GetFontBaked(size)->FindGlyph(code);
#endif
    return {glyph->X0, glyph->Y0, glyph->X1, glyph->Y1,          glyph->U0,
            glyph->V0, glyph->U1, glyph->V1, glyph->Visible != 0};
}

inline float ascent([[maybe_unused]] ImFont& font, [[maybe_unused]] float size) {
#if IMGUI_VERSION_NUM < 19200
    return font.Ascent;
#else
    return font.GetFontBaked(size)->Ascent;
#endif
}

/// Once the atlas is on the graphics card, its pixels and the font files are not needed any more.
inline void forget_sources([[maybe_unused]] ImFontAtlas& atlas) {
#if IMGUI_VERSION_NUM < 19200
    atlas.ClearTexData();
    atlas.ClearInputData();
#endif
}

}  // namespace touchstone::game::compat
