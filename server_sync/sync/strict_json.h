// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string_view>

#include "engine/basics/result.h"

namespace touchstone::sync {

inline constexpr std::size_t json_depth = 32;
inline constexpr std::size_t json_keys = 256;

/// Whether a stranger's text is JSON that we are willing to read: valid UTF-8, nesting of at most
/// `json_depth`, at most `json_keys` members in an object and none twice. The error names the byte.
Result<Done> check_json(std::string_view text);

}  // namespace touchstone::sync
