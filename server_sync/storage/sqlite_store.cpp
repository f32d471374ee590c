// SPDX-License-Identifier: Apache-2.0
#include "server_sync/storage/sqlite_store.h"

#include <sys/stat.h>

#include "server_sync/storage/schema.h"

namespace touchstone::sync {
namespace {

Result<SqliteConnection> open_connection(const std::string& path) {
    auto connection = SqliteConnection::open(path);
    if (!connection) return connection.error();
    for (const char* pragma :
         {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON"})
        if (auto done = connection->execute(pragma); !done) return done.error();
    return connection;
}

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path) {
    auto writer = open_connection(path);
    if (!writer) return writer.error();
    ::chmod(path.c_str(), S_IRUSR | S_IWUSR);  // names and password hashes are in it
    if (auto migrated = migrate(*writer); !migrated) return migrated.error();
    auto reader = open_connection(path);
    if (!reader) return reader.error();
    return std::unique_ptr<Store>(std::make_unique<SqliteStore>(*std::move(writer), *std::move(reader)));
}

Result<SqlRows> SqliteStore::read(const std::string& sql, const std::vector<SqlValue>& values) const {
    const std::lock_guard turn(reader_turn_);
    return reader_.rows(sql, values);
}

Result<Done> SqliteStore::write(const std::string& sql, const std::vector<SqlValue>& values) {
    const std::lock_guard turn(writer_turn_);
    if (auto changed = writer_.change(sql, values); !changed) return changed.error();
    return Done{};
}

Result<Done> SqliteStore::write_with_home(const std::string& kind, const std::string& name,
                                          const OrganisationId& organisation, const std::string& sql,
                                          const std::vector<SqlValue>& values) {
    const std::lock_guard turn(writer_turn_);
    auto transaction = SqliteTransaction::begin(writer_);
    if (!transaction) return transaction.error();
    auto noted = writer_.change(
        "INSERT INTO home (kind, name, organisation_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        {kind, name, organisation.text});
    if (!noted) return noted.error();
    if (*noted == 0)
        return Error{Error::Kind::conflict, kind + " " + name + " is taken", "Choose another name."};
    if (auto written = writer_.change(sql, values); !written) return written.error();
    return transaction->commit();
}

Result<std::optional<OrganisationId>> SqliteStore::home_of(const std::string& kind,
                                                           const std::string& name) const {
    auto rows = read("SELECT organisation_id FROM home WHERE kind = ? AND name = ?", {kind, name});
    if (!rows) return rows.error();
    if (rows->empty()) return std::optional<OrganisationId>();
    return std::optional(OrganisationId{rows->at(0).at(0).text()});
}

Result<std::string> SqliteStore::epoch() const {
    auto rows = read("SELECT value FROM server_state WHERE name = 'epoch'");
    if (!rows) return rows.error();
    if (rows->empty())
        return Error{Error::Kind::not_found, "the database has no epoch",
                     "Run `touchstone-server init` first."};
    return rows->at(0).at(0).text();
}

Result<Done> SqliteStore::set_epoch(const std::string& epoch) {
    return write(
        "INSERT INTO server_state (name, value) VALUES ('epoch', ?) ON CONFLICT (name) DO UPDATE SET value = "
        "excluded.value",
        {epoch});
}

}  // namespace touchstone::sync
