// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace touchstone::content {

/// A way on from a passage, in the order of the file.
struct StoryLink {
    std::string words;     // what the reader clicks on
    std::string target;    // name of a passage, whether there is one or not
    std::string feedback;  // what the source says about this way; "" when nothing
};

/// One screen of a story that somebody wrote elsewhere.
struct StoryPassage {
    std::string name;  // unique in its story
    std::string text;  // without its links, unless they stand within a sentence
    std::vector<StoryLink> links;
    std::vector<std::string> remarks;  // what its author has to look at: code that stayed in the text, ...
};

/// Something that was not taken over, and why.
struct LeftOut {
    std::string what;
    std::string why;
};

/// A branching story as another program wrote it, whatever its format.
struct Story {
    std::string title;
    std::string start;  // name of the first passage
    std::vector<StoryPassage> passages;
    std::vector<LeftOut> left_out;

    const StoryPassage* find(const std::string& name) const;
    std::size_t count_links() const;
};

}  // namespace touchstone::content
