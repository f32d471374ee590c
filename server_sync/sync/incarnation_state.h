// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "engine/basics/id.h"

namespace touchstone::sync {

/// One life of a tablet's log, with what the server is known to hold of it.
struct IncarnationState {
    IncarnationId id;
    std::int64_t acknowledged = 0;  // contiguous
    std::int64_t last = 0;
    bool current = false;
    friend bool operator==(const IncarnationState&, const IncarnationState&) = default;
};

}  // namespace touchstone::sync
