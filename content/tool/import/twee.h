// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "content/tool/import/story.h"
#include "engine/basics/result.h"

namespace touchstone::content {

inline constexpr std::size_t largest_twee = 4 * 1024 * 1024;

/// A Twee 3 file, as Twine and Tweego write it.
struct TweeStory {
    Story story;
    std::string format;  // "SugarCube", "Harlowe", "Chapbook", ...; "" when the file does not say
};

/// Reads Twee 3 (older Twee reads alike). Links are `[[a]]`, `[[a|b]]`, `[[a->b]]`, `[[b<-a]]` with or
/// without a setter behind, and `<<link "a" "b">>`, `<<button "a" "b">>`, `(link-goto: "a", "b")`. Scripts,
/// style sheets and special passages are left out and named. An Error: no passage, no UTF-8, too large.
Result<TweeStory> read_twee(std::string_view bytes);

}  // namespace touchstone::content
