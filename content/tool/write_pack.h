// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>

#include "content/tool/compile.h"
#include "engine/basics/result.h"

namespace touchstone::content {

/// Writes the files of a compiled pack, the manifest last: a pack that was cut short is refused by every
/// reader. What the pack's last manifest named and this one does not, and an old signature, are removed.
Result<Done> write_pack(const std::filesystem::path& folder, const CompiledPack& files);

}  // namespace touchstone::content
