// SPDX-License-Identifier: Apache-2.0
#include "server_sync/device/take_over.h"

#include <algorithm>
#include <string>
#include <utility>

#include "server_sync/device/record_rows.h"

namespace touchstone::device {
namespace {

using Kind = JournalRow::Kind;

constexpr const char* person_columns = "id, name, colour, origin, team, linked_to, decided, listed";
constexpr const char* enrolment_columns =
    "server_url, organisation, site, site_name, device, secret, epoch, utc_offset_minutes";

Result<Done> add_rows(Statement& query, Kind kind, int columns, JournalGroup& out) {
    while (true) {
        auto row = query.step();
        if (!row) return row.error();
        if (!*row) return Done{};
        JournalRow read{kind, {}};
        for (int column = 0; column < columns; ++column) read.fields.push_back(query.text(column));
        out.push_back(std::move(read));
    }
}

Result<Done> add_rows(const Database& database, Kind kind, int columns, const std::string& sql,
                      JournalGroup& out) {
    auto query = database.prepare(sql);
    if (!query) return query.error();
    return add_rows(*query, kind, columns, out);
}

/// What `outgoing` sends without content is kept too: only this tablet has it. Each part has its index but
/// the last, which is only asked when this tablet once belonged to another organisation.
Result<std::string> records_to_keep(const Database& database) {
    const auto organisations = database.number("SELECT count(DISTINCT organisation) FROM enrolment");
    if (!organisations) return organisations.error();
    std::string kept =
        "SELECT r.n FROM incarnation i JOIN record r ON r.queue = i.n AND r.place > i.acknowledged"
        " UNION SELECT r.n FROM person p JOIN record r ON r.person = p.id"
        " WHERE p.origin = 'local' AND p.decided = 1 AND p.linked_to IS NULL"
        " UNION SELECT n FROM record WHERE set_aside <> ''";
    if (*organisations > 1)
        kept +=
            " UNION SELECT n FROM record WHERE organisation <> '' AND organisation <>"
            " (SELECT organisation FROM enrolment ORDER BY n DESC LIMIT 1)";
    return "SELECT " + record_columns + " FROM record WHERE n IN (" + kept + ") ORDER BY n";
}

Result<std::int64_t> insert(const Database& database, const std::string& sql, const JournalRow& row) {
    auto statement = database.prepare(sql);
    if (!statement) return statement.error();
    for (const std::string& field : row.fields) statement->bind(field);
    if (auto run = statement->run(); !run) return run.error();
    return database.changes();
}

Result<std::int64_t> add_person(const Database& database, const JournalRow& row) {
    auto added = insert(database,
                        std::string("INSERT INTO person(") + person_columns +
                            ") VALUES(?, ?, ?, ?, ?, nullif(?, ''), ?, ?) ON CONFLICT(id) DO NOTHING",
                        row);
    if (!added || *added > 0) return added;
    auto decide = database.prepare(
        "UPDATE person SET team = ?, linked_to = nullif(?, ''), decided = 1"
        " WHERE id = ? AND decided = 0 AND ? = '1'");
    if (!decide) return decide.error();
    decide->bind(row.fields[4]).bind(row.fields[5]).bind(row.fields[0]).bind(row.fields[6]);
    if (auto decided = decide->run(); !decided) return decided.error();
    return std::int64_t{0};
}

Result<std::int64_t> add_other(const Database& database, const JournalRow& row) {
    if (row.kind == Kind::setting)
        return insert(database, "INSERT INTO setting(key, value) VALUES(?, ?) ON CONFLICT(key) DO NOTHING",
                      row);
    return insert(database,
                  std::string("INSERT INTO enrolment(") + enrolment_columns +
                      ") SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS(SELECT 1 FROM enrolment)",
                  row);
}

}  // namespace

Result<JournalGroup> rows_to_keep(const Database& database) {
    auto out = enrolment_rows(database);
    if (!out) return out;
    const auto people = person_rows(database);
    if (!people) return people;
    out->insert(out->end(), people->begin(), people->end());
    // The epoch is of one log with one server; a log that begins anew asks for it.
    const std::string settings = "SELECT key, value FROM setting WHERE key <> 'sync-epoch'";
    if (auto added = add_rows(database, Kind::setting, 2, settings, *out); !added) return added.error();
    const auto records = records_to_keep(database);
    if (!records) return records.error();
    if (auto added = add_rows(database, Kind::record, record_field::count, *records, *out); !added)
        return added.error();
    return out;
}

Result<JournalGroup> person_rows(const Database& database) {
    JournalGroup out;
    const std::string sql = std::string("SELECT ") + person_columns + " FROM person";
    if (auto added = add_rows(database, Kind::person, 8, sql, out); !added) return added.error();
    return out;
}

Result<JournalGroup> person_rows(const Database& database, const PersonId& person) {
    auto query = database.prepare(std::string("SELECT ") + person_columns + " FROM person WHERE id = ?");
    if (!query) return query.error();
    query->bind(person.text);
    JournalGroup out;
    if (auto added = add_rows(*query, Kind::person, 8, out); !added) return added.error();
    return out;
}

Result<JournalGroup> enrolment_rows(const Database& database) {
    JournalGroup out;
    const std::string sql =
        std::string("SELECT ") + enrolment_columns + " FROM enrolment ORDER BY n DESC LIMIT 1";
    if (auto added = add_rows(database, Kind::enrolment, 8, sql, out); !added) return added.error();
    return out;
}

JournalGroup changed_rows(const JournalGroup& before, const JournalGroup& after) {
    JournalGroup out;
    for (const JournalRow& row : after)
        if (std::find(before.begin(), before.end(), row) == before.end()) out.push_back(row);
    return out;
}

Result<JournalGroup> missing_records(const Database& database, const JournalGroup& kept) {
    JournalGroup out;
    for (const JournalRow& row : kept) {
        if (row.kind != Kind::record) continue;
        auto query = database.prepare("SELECT 1 FROM record WHERE id = ?");
        if (!query) return query.error();
        auto known = query->bind(row.fields[record_field::id]).step();
        if (!known) return known.error();
        if (!*known) out.push_back(row);
    }
    return out;
}

Result<std::int64_t> add_unknown(const Database& database, const JournalGroup& kept) {
    std::int64_t people = 0;
    for (const JournalRow& row : kept) {
        if (row.kind == Kind::record) continue;
        const bool is_person = row.kind == Kind::person;
        const auto added = is_person ? add_person(database, row) : add_other(database, row);
        if (!added) return added.error();
        if (is_person) people += *added;
    }
    return people;
}

}  // namespace touchstone::device
