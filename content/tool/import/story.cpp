// SPDX-License-Identifier: Apache-2.0
#include "content/tool/import/story.h"

#include <algorithm>

namespace touchstone::content {

const StoryPassage* Story::find(const std::string& name) const {
    const auto found = std::find_if(passages.begin(), passages.end(),
                                    [&](const StoryPassage& passage) { return passage.name == name; });
    return found == passages.end() ? nullptr : &*found;
}

std::size_t Story::count_links() const {
    std::size_t count = 0;
    for (const StoryPassage& passage : passages) count += passage.links.size();
    return count;
}

}  // namespace touchstone::content
