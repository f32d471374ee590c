// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "engine/basics/id.h"
#include "engine/basics/result.h"

namespace touchstone::device {

/// The last incarnation and sequence, outside the database.
struct Mark {
    IncarnationId incarnation;
    std::int64_t seq = 0;
    friend bool operator==(const Mark&, const Mark&) = default;
};

/// None when there is no file or it cannot be understood.
std::optional<Mark> read_mark(const std::string& path);
/// Overwrites in place. Not synced: after a power cut an older mark is harmless, only one that is ahead of
/// the database means something, and it is written after the commit.
Result<Done> write_mark(const std::string& path, const Mark& mark);

}  // namespace touchstone::device
