// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/basics/result.h"

/// The bytes of the journal, without any file. Head: 8 bytes of magic, version and checksum (each 4 bytes,
/// lowest first). Then entries: 4 bytes that begin each, length of the payload, checksum (CRC-32 of length
/// and payload), payload. One entry holds what belongs to one transaction, so that it is there whole or not
/// at all.
namespace touchstone::device {

inline constexpr unsigned journal_version = 1;

/// One row of the log as the journal keeps it: its columns as text.
struct JournalRow {
    enum class Kind : char { record = 'R', person = 'P', setting = 'S', enrolment = 'E' };

    Kind kind = Kind::setting;
    std::vector<std::string> fields;
    friend bool operator==(const JournalRow&, const JournalRow&) = default;
};
/// What belongs to one transaction.
using JournalGroup = std::vector<JournalRow>;

/// Which columns of a record (`record_columns`) the journal itself looks at.
namespace record_field {
inline constexpr std::size_t place = 0, id = 3, incarnation = 9, seq = 10, count = 19;
}

std::string journal_head();
std::string journal_entry(const JournalGroup& group);

struct JournalContents {
    std::vector<JournalGroup> groups;
    /// Behind the last whole entry: where the next one goes.
    std::size_t end = 0;
    /// What lies behind `end` is no entry: the last one was not written to its end.
    bool torn = false;
    /// The head or something before the last whole entry cannot be read.
    bool damaged = false;
};
/// Skips what is damaged and goes on with the next whole entry. A journal of a newer version is an Error.
Result<JournalContents> read_journal(std::string_view bytes);

/// The rows that count: of rows with the same name the last one, in the order in which they first came.
JournalGroup latest_rows(const std::vector<JournalGroup>& groups);
/// Whether `kept` has every row of `needed`; of a record it is enough that it is there.
bool covers(const JournalGroup& kept, const JournalGroup& needed);

}  // namespace touchstone::device
