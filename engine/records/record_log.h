// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/basics/result.h"
#include "engine/records/record.h"

namespace touchstone {

/// The append-only truth of a device. One thread owns it.
class RecordLog {
public:
    virtual ~RecordLog() = default;
    /// Stamps device, incarnation and sequence, and makes all of them durable or none. Returns them as
    /// stored. An id that is already there is refused.
    virtual Result<std::vector<Record>> append(std::vector<Record> records) = 0;
    /// At most `limit` records with a sequence above `after`, in sequence.
    virtual Result<std::vector<Record>> read_after(std::int64_t after, std::size_t limit) const = 0;
    /// All records of one person, oldest first.
    virtual Result<std::vector<Record>> of_person(const PersonId& person) const = 0;
    /// The highest sequence, 0 when empty.
    virtual Result<std::int64_t> last_seq() const = 0;
};

}  // namespace touchstone
