// SPDX-License-Identifier: Apache-2.0
#include "engine/scenario/library.h"

namespace touchstone {

const Scenario* Library::find(std::string_view scenario) const {
    for (const Scenario& one : scenarios)
        if (one.id == scenario) return &one;
    return nullptr;
}

const Scenario* Library::find_by_hash(std::string_view logic_hash) const {
    for (const Scenario& one : scenarios)
        if (one.logic_hash == logic_hash) return &one;
    return nullptr;
}

const Drill* Library::find_drill(std::string_view drill) const {
    for (const Drill& one : drills)
        if (one.id == drill) return &one;
    return nullptr;
}

}  // namespace touchstone
