// SPDX-License-Identifier: Apache-2.0
// Between the log and its journal.
#pragma once
#include "engine/basics/id.h"
#include "server_sync/device/database.h"
#include "server_sync/device/journal_rows.h"

namespace touchstone::device {

/// What the journal must hold: the people, the settings, the enrolment, and every record whose content no
/// server is known to have. Those are the records above the acknowledged places, and those that are withheld.
Result<JournalGroup> rows_to_keep(const Database& database);
/// The people as they stand, all or one.
Result<JournalGroup> person_rows(const Database& database);
Result<JournalGroup> person_rows(const Database& database, const PersonId& person);
Result<JournalGroup> enrolment_rows(const Database& database);
/// The rows of `after` that are not in `before`.
JournalGroup changed_rows(const JournalGroup& before, const JournalGroup& after);

/// The records of `kept` that the log does not have, in their order.
Result<JournalGroup> missing_records(const Database& database, const JournalGroup& kept);
/// Adds who and what the log does not know: people, settings, the enrolment. What it knows stays, but a
/// person about whom somebody decided stays decided. Returns how many people were new.
Result<std::int64_t> add_unknown(const Database& database, const JournalGroup& kept);

}  // namespace touchstone::device
