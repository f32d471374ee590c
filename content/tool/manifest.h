// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <map>
#include <string>

#include "engine/basics/result.h"

namespace touchstone::content {

inline constexpr const char* manifest_file = "manifest.json";

/// The manifest of a compiled pack: its bytes, which are what is signed, and the files that it lists.
struct Manifest {
    std::string bytes;
    std::string id, version;
    std::map<std::string, std::string> files;  // name -> SHA-256, hexadecimal
};
Result<Manifest> read_manifest(const std::filesystem::path& folder);

}  // namespace touchstone::content
