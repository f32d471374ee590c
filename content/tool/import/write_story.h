// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "content/tool/import/story.h"
#include "engine/basics/result.h"

namespace touchstone::content {

/// A story as a pack with places to do, and what became of its parts.
struct ImportedPack {
    std::map<std::string, std::string> files;  // by path below the pack's folder
    std::size_t moments = 0, endings = 0, choices = 0;
    std::vector<std::string>
        missing;  // "`hall`: Go in -> `cellar`", for each link to a passage that is not there
    std::vector<std::string> circles;  // likewise, for each link that leads back
};

/// Every passage with a way on becomes a moment, every other an ending, every link a choice. What the story
/// does not say is to do. `id` is the pack's and, with `scenario`, that of its only scenario. An Error when
/// there is nothing to choose, or more than a scenario holds.
Result<ImportedPack> write_story(const Story& story, const std::string& id, const std::string& came_from);

}  // namespace touchstone::content
