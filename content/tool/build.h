// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content/tool/load.h"

namespace touchstone::content {

/// A pack as it was compiled for its author to look at.
struct BuiltPack {
    std::string id;
    std::filesystem::path folder;
    std::map<std::string, std::string> logic;  // scenario -> hash of its logic
    std::vector<std::string> drafts;           // scenarios in which words are to do
};

/// What came of reading once what an author writes.
struct Build {
    int number = 0;
    std::int64_t milliseconds = 0;
    std::vector<BuiltPack> packs;  // none: nothing could be compiled, or nothing was to be
    std::vector<Finding> findings;
    SourceFiles sources;  // for the frames of the findings
    std::size_t files = 0;
    std::optional<Error> problem;  // the place cannot be read, or the result not be written
};

/// Reads and checks what stands at `path`. Unless something in YAML has an error, compiles its packs, drafts
/// among them, into `into`/<number>/<pack>, each build in a folder of its own: a reader never sees two builds
/// mixed. An empty `into` compiles nothing. What lacks beside the YAML (ratings, translations, playthroughs)
/// holds nothing back. Leaves `milliseconds` to the caller.
Build build(const std::filesystem::path& path, const std::filesystem::path& into, int number);

/// One line: build, milliseconds, packs, findings, and problem where there is one.
std::string to_json(const Build& build);
/// As `check` prints it, with one more line that says what was compiled.
std::string to_human(const Build& build);

}  // namespace touchstone::content
