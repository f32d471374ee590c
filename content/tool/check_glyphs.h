// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "content/tool/source.h"

namespace touchstone::content {

/// The code points that the client can draw: the ranges that it bakes (game/ui/fonts.cpp), less what the
/// shipped font lacks. The font's cmap is read where the package fonts-inter is installed; without it the
/// ranges alone stand, which Inter 3 and 4 fill.
class Glyphs {
public:
    /// `font` is a file; a missing one is no error.
    explicit Glyphs(const std::string& font);
    bool can_draw(char32_t code) const;
    bool font_found() const { return font_found_; }

private:
    bool font_found_ = false;
    std::vector<char32_t> missing_;  // of the baked ranges, sorted
};

/// The font of the package, read once.
const Glyphs& shipped_glyphs();

/// Characters that would be drawn as a box.
void check_glyphs(const std::vector<SourceText>& texts, const Glyphs& glyphs, Findings& findings);

}  // namespace touchstone::content
