// SPDX-License-Identifier: Apache-2.0
#include "engine/scenario/drill.h"

namespace touchstone {

std::optional<std::size_t> Drill::find_variant(std::string_view wanted) const {
    for (std::size_t i = 0; i < variants.size(); ++i)
        if (variants[i].id() == wanted) return i;
    return std::nullopt;
}

}  // namespace touchstone
