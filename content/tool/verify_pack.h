// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>

#include "content/tool/finding.h"
#include "engine/packs/signature.h"

namespace touchstone::content {

/// Whether every file that the manifest of the compiled pack lists is there and unchanged, and no other.
/// E413 changed, E414 not listed, E415 missing.
std::vector<Finding> verify_files(const std::filesystem::path& folder);

/// verify_files, after the signature: E410 not signed, E411 signed by another key, E412 manifest changed. A
/// manifest that the key did not sign says nothing about files.
std::vector<Finding> verify_pack(const std::filesystem::path& folder, const packs::PublicKey& key);

}  // namespace touchstone::content
