// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "engine/basics/result.h"

namespace touchstone::game {

/// Pixels, three bytes each, top row first.
struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgb;
};
Result<Done> write_png(const Picture& picture, const std::string& path);
/// Made `times` smaller by averaging.
Picture smaller(const Picture& picture, int times);
/// Pictures in rows of `columns`, `gap` pixels apart.
Picture contact_sheet(const std::vector<Picture>& pictures, int columns, int gap);

}  // namespace touchstone::game
