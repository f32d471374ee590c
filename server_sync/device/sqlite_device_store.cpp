// SPDX-License-Identifier: Apache-2.0
#include "server_sync/device/sqlite_device_store.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "server_sync/device/mark_file.h"
#include "server_sync/device/record_rows.h"
#include "server_sync/device/schema.h"

namespace touchstone::device {
namespace {

std::vector<Record> without_places(std::vector<QueuedRecord> queued) {
    std::vector<Record> out;
    out.reserve(queued.size());
    for (QueuedRecord& entry : queued) out.push_back(std::move(entry.record));
    return out;
}

std::int64_t row_limit(std::size_t limit) {
    constexpr auto most = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
    return static_cast<std::int64_t>(std::min(limit, most));
}

}  // namespace

SqliteDeviceStore::SqliteDeviceStore(Database database, Journal journal, std::string mark_path,
                                     RandomSource random, StepWatch watch)
    : database_(std::move(database)),
      journal_(std::move(journal)),
      mark_path_(std::move(mark_path)),
      random_(std::move(random)),
      watch_(std::move(watch)) {}

Result<Done> SqliteDeviceStore::start() {
    if (auto loaded = load_position(); !loaded) return loaded;
    const auto fresh = is_new();
    if (!fresh) return fresh.error();
    const auto contents = journal_contents(*fresh);
    if (!contents) return contents.error();
    const bool begins = number_ == 0 || is_older_copy();
    if (auto placed = begins ? begin_incarnation() : write_mark_now(); !placed) return placed;
    const JournalGroup kept = latest_rows(contents->groups);
    if (auto taken = take_over(kept); !taken) return taken;
    return keep_journal(*contents, kept, *fresh);
}

Result<Done> SqliteDeviceStore::load_position() {
    auto query = database_.prepare("SELECT n, id, last FROM incarnation ORDER BY n DESC LIMIT 1");
    if (!query) return query.error();
    auto row = query->step();
    if (!row) return row.error();
    if (*row) {
        number_ = query->number(0);
        incarnation_ = {query->text(1)};
        last_ = query->number(2);
    }
    auto enrolled = enrolment();
    if (!enrolled) return enrolled.error();
    if (*enrolled) device_ = (*enrolled)->answer.device;
    return Done{};
}

bool SqliteDeviceStore::is_older_copy() const {
    if (mark_path_.empty()) return false;
    const std::optional<Mark> mark = read_mark(mark_path_);
    // Without records nothing can be numbered twice.
    if (!mark) return last_ > 0;
    return mark->incarnation != incarnation_ || mark->seq > last_;
}

Result<Done> SqliteDeviceStore::write_mark_now() const {
    if (mark_path_.empty()) return Done{};
    return write_mark(mark_path_, Mark{incarnation_, last_});
}

Result<std::vector<Record>> SqliteDeviceStore::append(std::vector<Record> records) {
    if (records.empty()) return records;
    if (auto appended = append_all(records); !appended) return appended.error();
    last_ += static_cast<std::int64_t>(records.size());
    // The records are safe by now: a mark that lags behind is harmless, so its failure is none of theirs.
    (void)write_mark_now();
    tell(WriteStep::mark_written);
    return records;
}

Result<Done> SqliteDeviceStore::append_all(std::vector<Record>& records) {
    auto transaction = Transaction::begin(database_);
    if (!transaction) return transaction.error();
    std::int64_t place = last_;
    JournalGroup group;
    for (Record& record : records) {
        if (record.header.id.empty()) return Error{Error::Kind::malformed, "a record without an id", ""};
        record.header.device = device_;
        record.header.incarnation = incarnation_;
        record.header.seq = ++place;
        group.push_back({JournalRow::Kind::record, fields_of(place, record)});
        if (auto inserted = insert_record(database_, number_, group.back().fields); !inserted)
            return inserted;
    }
    if (auto written = write_last(place); !written) return written;
    return commit(*transaction, group);
}

Result<Done> SqliteDeviceStore::write_last(std::int64_t last) {
    auto update = database_.prepare("UPDATE incarnation SET last = ? WHERE n = ?");
    if (!update) return update.error();
    return update->bind(last).bind(number_).run();
}

Result<std::vector<Record>> SqliteDeviceStore::read_after(std::int64_t after, std::size_t limit) const {
    auto queued = queue(incarnation_, after, limit);
    if (!queued) return queued.error();
    return without_places(std::move(*queued));
}

Result<std::vector<Record>> SqliteDeviceStore::of_person(const PersonId& person) const {
    auto query = database_.prepare("SELECT " + record_columns +
                                   " FROM record WHERE person = ? OR person IN"
                                   " (SELECT id FROM person WHERE linked_to = ?) ORDER BY n");
    if (!query) return query.error();
    query->bind(person.text).bind(person.text);
    auto rows = read_rows(*query);
    if (!rows) return rows.error();
    return without_places(std::move(*rows));
}

Result<std::vector<Record>> SqliteDeviceStore::kudos_to(const PersonId& person) const {
    auto query = database_.prepare("SELECT " + record_columns +
                                   " FROM record WHERE kind = 'kudos' AND (body ->> 'to' = ? OR body ->> 'to' IN"
                                   " (SELECT id FROM person WHERE linked_to = ?)) ORDER BY n");
    if (!query) return query.error();
    query->bind(person.text).bind(person.text);
    auto rows = read_rows(*query);
    if (!rows) return rows.error();
    return without_places(std::move(*rows));
}

Result<std::map<PersonId, std::set<Day>>> SqliteDeviceStore::practice_since(Day since) const {
    auto query = database_.prepare(
        "SELECT DISTINCT coalesce(nullif(p.linked_to, ''), r.person), r.day FROM record r"
        " LEFT JOIN person p ON p.id = r.person"
        " WHERE r.day >= ? AND r.kind IN ('choice-made', 'drill-answered')");
    if (!query) return query.error();
    query->bind(std::int64_t{since});
    std::map<PersonId, std::set<Day>> days;
    while (true) {
        auto row = query->step();
        if (!row) return row.error();
        if (!*row) return days;
        days[{query->text(0)}].insert(static_cast<Day>(query->number(1)));
    }
}

Result<std::vector<IncarnationState>> SqliteDeviceStore::incarnations() const {
    auto query = database_.prepare("SELECT id, acknowledged, last, n FROM incarnation ORDER BY n");
    if (!query) return query.error();
    std::vector<IncarnationState> out;
    while (true) {
        auto row = query->step();
        if (!row) return row.error();
        if (!*row) return out;
        out.push_back({{query->text(0)}, query->number(1), query->number(2), query->number(3) == number_});
    }
}

Result<std::vector<QueuedRecord>> SqliteDeviceStore::queue(const IncarnationId& incarnation,
                                                           std::int64_t after, std::size_t limit) const {
    auto query = database_.prepare("SELECT " + record_columns +
                                   " FROM record WHERE queue = (SELECT n FROM incarnation WHERE id = ?)"
                                   " AND place > ? ORDER BY place LIMIT ?");
    if (!query) return query.error();
    query->bind(incarnation.text).bind(after).bind(row_limit(limit));
    return read_rows(*query);
}

Result<std::unique_ptr<DeviceStore>> open_device_store(const std::string& path, const RandomSource& random,
                                                       const StepWatch& watch) {
    auto database = Database::open(path);
    if (!database) return database.error();
    if (auto prepared = prepare_schema(*database, path); !prepared) return prepared.error();
    const bool on_disk = path != ":memory:";
    const auto beside = [&](const char* end) { return on_disk ? path + end : std::string(); };
    if (on_disk)
        for (const char* end : {"", "-wal"})
            ::chmod((path + end).c_str(), S_IRUSR | S_IWUSR);  // names, secret
    auto store = std::make_unique<SqliteDeviceStore>(std::move(*database), Journal(beside(".journal")),
                                                     beside(".mark"), random, watch);
    if (auto started = store->start(); !started) return started.error();
    return std::unique_ptr<DeviceStore>(std::move(store));
}

}  // namespace touchstone::device
