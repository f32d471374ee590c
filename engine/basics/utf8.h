// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string_view>

namespace touchstone {

/// Well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_valid_utf8(std::string_view text);
/// Number of code points of valid UTF-8.
std::size_t count_code_points(std::string_view text);
/// Words: runs of anything but white space.
std::size_t count_words(std::string_view text);
/// Without the spaces, tabs and line ends at both ends.
std::string_view trimmed(std::string_view text);

}  // namespace touchstone
