// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "content/tool/finding.h"

namespace touchstone::content {

inline constexpr std::size_t largest_source = 1024 * 1024;

/// Refuses (E100) what is no text that an author writes: more than `largest` bytes, invalid UTF-8, NUL bytes.
/// True when it did; the finding names the first bad place.
bool refuse_bytes(std::string_view source, std::size_t largest, Findings& findings);

}  // namespace touchstone::content
