// SPDX-License-Identifier: Apache-2.0
#include "server_sync/storage/ingest.h"
#include "server_sync/storage/sqlite_store.h"

namespace touchstone::sync {

Result<IngestOutcome> SqliteStore::ingest(const IncomingChunk& chunk) {
    const std::lock_guard turn(writer_turn_);
    auto transaction = SqliteTransaction::begin(writer_);
    if (!transaction) return transaction.error();
    auto outcome = ingest_chunk(writer_, chunk);
    if (!outcome || outcome->kind != IngestOutcome::Kind::taken) return outcome;
    if (auto committed = transaction->commit(); !committed) return committed.error();
    return outcome;
}

namespace {

StatementRow statement_from(const SqlRow& row) {
    return {row[0].text(), row[1].text(), row[2].text(), row[3].number()};
}

}  // namespace

Result<std::optional<StatementRow>> SqliteStore::statement(const OrganisationId& organisation,
                                                           const std::string& id) const {
    auto rows = read(
        "SELECT statement_id, raw, device_id, stored_at FROM statement WHERE organisation_id = ? AND "
        "statement_id = ?",
        {organisation.text, id});
    if (!rows) return rows.error();
    if (rows->empty()) return std::optional<StatementRow>();
    return std::optional(statement_from(rows->at(0)));
}

Result<std::vector<StatementRow>> SqliteStore::statements(const OrganisationId& organisation,
                                                          const StatementQuery& query) const {
    const auto limit = static_cast<std::int64_t>(query.limit);
    auto rows =
        query.registration
            ? read(
                  "SELECT statement_id, raw, device_id, stored_at FROM statement WHERE organisation_id = ? "
                  "AND registration = ? AND stored_at > ? ORDER BY stored_at LIMIT ?",
                  {organisation.text, *query.registration, query.since, limit})
            : read(
                  "SELECT statement_id, raw, device_id, stored_at FROM statement WHERE organisation_id = ? "
                  "AND stored_at > ? ORDER BY stored_at LIMIT ?",
                  {organisation.text, query.since, limit});
    if (!rows) return rows.error();
    std::vector<StatementRow> found;
    for (const auto& row : *rows) found.push_back(statement_from(row));
    return found;
}

Result<Micros> SqliteStore::last_stored_at(const OrganisationId& organisation) const {
    auto rows = read("SELECT MAX(stored_at) FROM statement WHERE organisation_id = ?", {organisation.text});
    if (!rows) return rows.error();
    return rows->at(0).at(0).number();
}

Result<std::int64_t> SqliteStore::count_statements(const OrganisationId& organisation) const {
    auto rows = read("SELECT COUNT(*) FROM statement WHERE organisation_id = ?", {organisation.text});
    if (!rows) return rows.error();
    return rows->at(0).at(0).number();
}

Result<std::int64_t> SqliteStore::count_quarantined(const OrganisationId& organisation) const {
    auto rows = read("SELECT COUNT(*) FROM quarantine WHERE organisation_id = ?", {organisation.text});
    if (!rows) return rows.error();
    return rows->at(0).at(0).number();
}

}  // namespace touchstone::sync
