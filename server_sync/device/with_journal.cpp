// SPDX-License-Identifier: Apache-2.0
// The log together with the journal beside it.
#include <algorithm>

#include "server_sync/device/record_rows.h"
#include "server_sync/device/sqlite_device_store.h"
#include "server_sync/device/take_over.h"

namespace touchstone::device {
namespace {

/// Below it nothing is trimmed: about 800 records, which a new log then shows to their people although the
/// server has them.
constexpr std::uint64_t worth_trimming = 1U << 20U;

}  // namespace

/// First the journal, then the log. A kill in between leaves the journal ahead by something that nobody was
/// told is saved; the next start takes it over. The other way round the log would be ahead by something that
/// a damaged log takes with it.
Result<Done> SqliteDeviceStore::commit(Transaction& transaction, const JournalGroup& group) {
    if (auto written = journal_.append(group); !written) return written;
    tell(WriteStep::journal_written);
    auto committed = transaction.commit();
    if (committed)
        tell(WriteStep::log_committed);
    else
        journal_.take_back();
    return committed;
}

void SqliteDeviceStore::tell(WriteStep step) const {
    if (watch_) watch_(step);
}

/// A log that is whole does without a journal that cannot be read: that one is kept under another name. A new
/// log does not, for then it may be all there is.
Result<JournalContents> SqliteDeviceStore::journal_contents(bool is_new) {
    auto contents = journal_.read();
    if (contents || is_new || contents.error().kind == Error::Kind::refused) return contents;
    if (auto aside = journal_.put_aside(); !aside) return aside.error();
    return JournalContents{};
}

Result<bool> SqliteDeviceStore::is_new() const {
    if (number_ > 1 || last_ > 0) return false;
    const auto rows = rows_to_keep(database_);
    if (!rows) return rows.error();
    return rows->empty();
}

Result<Done> SqliteDeviceStore::take_over(const JournalGroup& kept) {
    const auto missing = missing_records(database_, kept);
    if (!missing) return missing.error();
    auto transaction = Transaction::begin(database_);
    if (!transaction) return transaction.error();
    const auto people = add_unknown(database_, kept);
    if (!people) return people.error();
    if (auto added = add_records(*missing); !added) return added;
    if (auto committed = transaction->commit(); !committed) return committed;
    taken_over_ = {static_cast<std::int64_t>(missing->size()), *people, false};
    if (auto loaded = load_position(); !loaded) return loaded;
    return write_mark_now();
}

/// Whether these are just the next records of the current incarnation, or belong to others. If not, this log
/// is older than its journal, and some of its next sequences were used already.
bool SqliteDeviceStore::follows_on(const JournalGroup& missing) const {
    std::int64_t next = last_;
    bool has_own = false, in_order = true;
    for (const JournalRow& row : missing) {
        const bool own = row.fields[record_field::incarnation] == incarnation_.text;
        has_own = has_own || own;
        in_order = in_order && own && row.fields[record_field::seq] == std::to_string(++next);
    }
    return in_order || !has_own;
}

Result<Done> SqliteDeviceStore::add_records(const JournalGroup& missing) {
    if (missing.empty()) return Done{};
    if (!follows_on(missing)) {
        if (auto begun = start_new_incarnation(); !begun) return begun;
        if (auto loaded = load_position(); !loaded) return loaded;
    }
    std::int64_t place = last_;
    for (JournalRow row : missing) {
        row.fields[record_field::place] = std::to_string(++place);
        if (auto inserted = insert_record(database_, number_, row.fields); !inserted) return inserted;
    }
    return write_last(place);
}

Result<Done> SqliteDeviceStore::keep_journal(const JournalContents& contents, const JournalGroup& kept,
                                             bool is_new) {
    const auto needed = rows_to_keep(database_);
    if (!needed) return needed.error();
    if (!is_new) taken_over_ = {};
    taken_over_.damaged = is_new && contents.damaged;
    if (taken_over_.damaged)
        if (auto aside = journal_.put_aside(); !aside) return aside;
    const bool is_good = contents.end > 0 && !contents.damaged && covers(kept, *needed);
    // A file that cannot be written can still be replaced when its folder can be.
    if (is_good && journal_.go_on(contents)) return Done{};
    return rewrite_journal(*needed);
}

Result<Done> SqliteDeviceStore::rewrite_journal(const JournalGroup& needed) {
    if (auto written = journal_.rewrite(needed); !written) return written;
    journal_kept_ = journal_.size();
    return Done{};
}

/// What is noted stays noted: a journal that holds too much is harmless, and the next start mends one that
/// holds too little.
void SqliteDeviceStore::trim_journal() {
    if (const auto needed = rows_to_keep(database_)) (void)rewrite_journal(*needed);
}

/// Twice what was worth keeping, so that a journal that is large for a reason is not written again and again.
bool SqliteDeviceStore::is_journal_wasteful() const {
    return journal_.size() > worth_trimming && journal_.size() > 2 * journal_kept_;
}

}  // namespace touchstone::device
