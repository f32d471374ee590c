// SPDX-License-Identifier: Apache-2.0
#include "server_sync/device/schema.h"

#include <fmt/format.h>

namespace touchstone::device {
namespace {

constexpr std::int64_t application_id = 0x544f5543;  // "TOUC"

constexpr const char* create_tables = R"sql(
CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE person(
  id TEXT PRIMARY KEY, name TEXT NOT NULL, colour INTEGER NOT NULL, origin TEXT NOT NULL, team TEXT NOT NULL,
  linked_to TEXT, decided INTEGER NOT NULL, listed INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE enrolment(
  n INTEGER PRIMARY KEY, server_url TEXT NOT NULL, organisation TEXT NOT NULL, site TEXT NOT NULL,
  site_name TEXT NOT NULL, device TEXT NOT NULL, secret TEXT NOT NULL, epoch TEXT NOT NULL,
  utc_offset_minutes INTEGER NOT NULL);
CREATE TABLE incarnation(
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, acknowledged INTEGER NOT NULL, last INTEGER NOT NULL);
CREATE TABLE record(
  n INTEGER PRIMARY KEY, queue INTEGER NOT NULL REFERENCES incarnation(n), place INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE, schema INTEGER NOT NULL,
  organisation TEXT NOT NULL, site TEXT NOT NULL, team TEXT NOT NULL, person TEXT NOT NULL, device TEXT NOT NULL,
  incarnation TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, day INTEGER NOT NULL,
  monotonic_ms INTEGER NOT NULL, boot_id TEXT NOT NULL, language TEXT NOT NULL, text_flag TEXT NOT NULL,
  kind TEXT NOT NULL, body TEXT NOT NULL, set_aside TEXT NOT NULL DEFAULT '',
  UNIQUE(queue, place));
CREATE INDEX record_of_person ON record(person, n);
)sql";

/// Came later; older programs do not mind them.
constexpr const char* create_indexes =
    "CREATE INDEX IF NOT EXISTS record_set_aside ON record(n) WHERE set_aside <> '';"
    "CREATE INDEX IF NOT EXISTS record_kudos ON record(n) WHERE kind = 'kudos'";

Result<Done> create(const Database& database) {
    auto transaction = Transaction::begin(database);
    if (!transaction) return transaction.error();
    if (auto made = database.run(create_tables); !made) return made.error();
    if (auto made = database.run(create_indexes); !made) return made.error();
    const std::string stamp =
        fmt::format("PRAGMA application_id={}; PRAGMA user_version={}", application_id, schema_version);
    if (auto stamped = database.run(stamp.c_str()); !stamped) return stamped.error();
    return transaction->commit();
}

Result<Done> check_whole(const Database& database, const std::string& path) {
    auto check = database.prepare("PRAGMA quick_check(1)");
    if (!check) return check.error();
    auto row = check->step();
    if (!row) return row.error();
    if (*row && check->text(0) == "ok") return Done{};
    return Error{Error::Kind::broken_storage,
                 fmt::format("the tablet's log is damaged ({}): {}", path, check->text(0)),
                 "Keep the file as it is and ask the person who looks after the tablets."};
}

Error foreign(const std::string& path) {
    return {Error::Kind::refused, fmt::format("{} is not a log of Touchstone", path),
            "Choose another folder."};
}

Error newer(const std::string& path, std::int64_t version) {
    return {Error::Kind::refused,
            fmt::format("{} was written by a newer Touchstone (version {}, this one reads {})", path, version,
                        schema_version),
            "Install that newer version again. The file was not touched."};
}

}  // namespace

Result<Done> prepare_schema(const Database& database, const std::string& path) {
    if (auto whole = check_whole(database, path); !whole) return whole;
    const auto version = database.number("PRAGMA user_version");
    if (!version) return version.error();
    const auto tables = database.number("SELECT count(*) FROM sqlite_schema");
    if (!tables) return tables.error();
    if (*version == 0 && *tables == 0) {
        if (auto created = create(database); !created) return created;
        return database.run(create_indexes);
    }
    const auto application = database.number("PRAGMA application_id");
    if (!application) return application.error();
    if (*application != application_id) return foreign(path);
    if (*version > schema_version) return newer(path, *version);
    return database.run(create_indexes);
}

}  // namespace touchstone::device
