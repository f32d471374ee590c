// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "content/tool/compile.h"

namespace touchstone::content {

/// What stands at a path: packs, or single scenario files.
struct Loaded {
    std::vector<PackSources> packs;
    SourceStandard default_standard;
    // Files checked alone, against the default standard.
    std::vector<SourceScenario> loose;
    std::vector<SourceDrill> loose_drills;
    std::string loose_language = "en";  // that of the pack they stand in
    std::vector<Finding> findings;
    std::map<std::string, std::string> sources;  // file -> text, for frames
    std::size_t files = 0;
};

/// Reads and checks a folder of packs, one pack or one scenario file. Input that cannot be opened is an
/// Error.
Result<Loaded> load(const std::filesystem::path& path);

/// The pack in the folder with one of its scenarios alone, by the name of its file: what a command needs that
/// works on that scenario. Nothing else of the pack is read or checked.
Result<Loaded> load_one_of_pack(const std::filesystem::path& pack, const std::string& file_name);

/// The whole file; an Error when it cannot be read or is far too large.
Result<std::string> read_file(const std::filesystem::path& path);
/// Writes through a temporary file and a rename.
Result<Done> write_file(const std::filesystem::path& path, const std::string& bytes);

}  // namespace touchstone::content
