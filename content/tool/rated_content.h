// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>

#include "content/tool/load.h"

namespace touchstone::content {

/// What is to be rated: a pack, one scenario of it, or a scenario that stands alone (then without a pack).
struct RatedContent {
    PackSources sources;
    SourceFiles files;           // the texts that were read
    std::filesystem::path pack;  // its folder; empty for a scenario that stands alone
    std::string id;              // of the pack, or of the scenario that was named
    std::vector<Finding> findings;
};

/// Reads it without judging it: ratings are asked for, and entered, before the rules of scoring can hold.
/// With findings that are errors, something is missing in `sources`. An Error: nothing of the kind is there.
Result<RatedContent> read_rated(const std::string& path);

}  // namespace touchstone::content
