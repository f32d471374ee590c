// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "game/ui/widgets.h"

namespace touchstone::game {

/// One of some words that may be chosen.
struct Chip {
    std::string id, label;
    bool chosen = false;
    std::string shortcut = {};  // a key that fires it; may be empty
};

/// Chips in rows from the top of `place`; the height that they take. With `draws` false it only measures.
float chip_rows(Ui& ui, const Rect& place, const std::vector<Chip>& chips, bool draws,
                std::optional<std::size_t>& fired);

}  // namespace touchstone::game
