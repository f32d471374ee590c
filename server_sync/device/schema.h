// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/basics/result.h"
#include "server_sync/device/database.h"

namespace touchstone::device {

inline constexpr int schema_version = 1;

/// Makes a new file, or checks that this one is whole and of a version that we know.
Result<Done> prepare_schema(const Database& database, const std::string& path);

}  // namespace touchstone::device
