// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "content/tool/import/story.h"

namespace touchstone::content {

/// A passage's text taken apart.
struct TweeText {
    std::string text;  // links within a sentence leave their words; lines of nothing but links go
    std::vector<StoryLink> links;
    std::size_t setters = 0;   // `[[a|b][$x to 1]]`: what they set is not taken over
    std::size_t comments = 0;  // `<!-- ... -->`, taken out with the links in them
    bool has_code = false;     // macros stay in the text
};

TweeText take_links(std::string_view text);

}  // namespace touchstone::content
