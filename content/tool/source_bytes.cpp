// SPDX-License-Identifier: Apache-2.0
#include "content/tool/source_bytes.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

/// Bytes at the front of a line that are valid UTF-8.
std::size_t valid_prefix(std::string_view line) {
    constexpr std::size_t longest = 4;  // bytes of one code point
    std::size_t good = 0;
    while (good < line.size()) {
        std::size_t length = 1;
        while (length <= longest && !is_valid_utf8(line.substr(good, length))) ++length;
        if (length > longest) break;
        good += length;
    }
    return good;
}

}  // namespace

bool refuse_bytes(std::string_view source, std::size_t largest, Findings& findings) {
    if (source.size() > largest) {
        findings.error("E100", {}, fmt::format("the file is larger than {} MiB", largest / 1024 / 1024),
                       "split it: one scenario per file");
        return true;
    }
    for (int number = 1; !source.empty(); ++number) {
        const std::string_view line = source.substr(0, source.find('\n'));
        const auto nul = line.find('\0');
        const bool valid = is_valid_utf8(line);
        if (nul != std::string_view::npos || !valid) {
            const std::size_t before = valid ? nul : std::min(nul, valid_prefix(line));
            findings.error("E100", {number, static_cast<int>(count_code_points(line.substr(0, before))) + 1},
                           before == nul ? "the line holds a NUL byte" : "the line is not valid UTF-8",
                           "save the file as UTF-8 text");
            return true;
        }
        source.remove_prefix(std::min(line.size() + 1, source.size()));
    }
    return false;
}

}  // namespace touchstone::content
