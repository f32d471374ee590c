// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <map>
#include <string>

#include "content/tool/compile.h"

namespace touchstone::content {

/// What of a scenario must not change behind a learner's back.
struct ScenarioContent {
    int version = 1;
    std::string logic_hash;
    std::map<std::string, std::string> ids;      // address -> "moment", "choice", "ask", "fact", ...
    std::map<std::string, std::string> choices;  // address of a choice -> its ratings and where it leads
    std::string file;                            // of its source; empty in a compiled pack
    TextPosition version_at;
};

/// A pack for comparing, whether it was compiled or stands as sources.
struct PackContent {
    packs::Pack pack;
    Standard standard;
    std::map<std::string, ScenarioContent> scenarios;
};

PackContent content_of(packs::Pack pack, Library library);

/// Reads a compiled pack and verifies its hashes.
Result<PackContent> read_compiled(const std::filesystem::path& folder);
/// Compiles the sources in memory and reads that. `files` are the texts of the sources, for places.
Result<PackContent> read_sources(const PackSources& sources,
                                 const std::map<std::string, std::string>& files = {});

}  // namespace touchstone::content
