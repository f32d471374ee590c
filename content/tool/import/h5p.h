// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "content/tool/import/story.h"
#include "engine/basics/result.h"

namespace touchstone::content {

/// What an H5P package says that we can use.
struct H5pContent {
    Story story;
    std::string version;  // of the library H5P.BranchingScenario, such as "1.8"
};

/// Reads an H5P package of the kind Branching Scenario. Nothing is unpacked to disk. An Error: a package that
/// might harm whoever unpacks it (see `read_zip_directory`), or one of another kind.
Result<H5pContent> read_h5p(std::span<const std::byte> package);

/// The same from the two files within; texts of at most 8 MiB each.
Result<H5pContent> read_h5p_json(std::string_view h5p_json, std::string_view content_json);

}  // namespace touchstone::content
