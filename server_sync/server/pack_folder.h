// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/packs/pack.h"

namespace touchstone::sync {

/// Reads the files of a compiled pack from a folder.
packs::ReadFile reader_of_folder(std::string folder);

}  // namespace touchstone::sync
