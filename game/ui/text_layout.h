// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::game {

/// Width of a piece of one line.
using MeasureText = std::function<float(std::string_view)>;

/// Breaks `text` into lines of at most `width`. Breaks at spaces, after hyphens and dashes and at soft
/// hyphens, never at U+00A0. With `binds_letters` a word of one letter stays with the next word (Polish and
/// Russian typography). A word wider than a line is cut between letters. A newline always breaks.
std::vector<std::string> wrap_text(std::string_view text, float width, const MeasureText& measure,
                                   bool binds_letters = false);

}  // namespace touchstone::game
