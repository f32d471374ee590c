// SPDX-License-Identifier: Apache-2.0
// Who is known on this tablet, and its settings.
#include <fmt/format.h>

#include "server_sync/device/sqlite_device_store.h"
#include "server_sync/device/take_over.h"

namespace touchstone::device {
namespace {

const char* name_of(DevicePerson::Origin origin) {
    return origin == DevicePerson::Origin::local ? "local" : "roster";
}

DevicePerson person_of(const Statement& row) {
    DevicePerson out;
    out.id = {row.text(0)};
    out.name = row.text(1);
    out.colour = row.whole(2);
    out.origin = row.text(3) == "local" ? DevicePerson::Origin::local : DevicePerson::Origin::roster;
    out.team = {row.text(4)};
    if (!row.is_null(5)) out.linked_to = PersonId{row.text(5)};
    out.decided = row.whole(6) != 0;
    out.listed = row.whole(7) != 0;
    return out;
}

}  // namespace

Result<std::vector<DevicePerson>> SqliteDeviceStore::people() const {
    auto query = database_.prepare(
        "SELECT id, name, colour, origin, team, linked_to, decided, listed FROM person ORDER BY origin, "
        "name, id");
    if (!query) return query.error();
    std::vector<DevicePerson> out;
    while (true) {
        auto row = query->step();
        if (!row) return row.error();
        if (!*row) return out;
        out.push_back(person_of(*query));
    }
}

Result<Done> SqliteDeviceStore::add_local_person(const PersonId& id, const std::string& name, int colour) {
    auto transaction = Transaction::begin(database_);
    if (!transaction) return transaction.error();
    auto insert = database_.prepare(
        "INSERT INTO person(id, name, colour, origin, team, linked_to, decided, listed) VALUES(?, ?, ?, ?, "
        "'', NULL, 0, 1)");
    if (!insert) return insert.error();
    insert->bind(id.text).bind(name).bind(std::int64_t{colour});
    if (auto inserted = insert->bind(name_of(DevicePerson::Origin::local)).run(); !inserted) return inserted;
    return commit_person(*transaction, id);
}

Result<Done> SqliteDeviceStore::save_roster(const sync::Roster& roster) {
    auto transaction = Transaction::begin(database_);
    if (!transaction) return transaction.error();
    const auto before = person_rows(database_);
    if (!before) return before.error();
    if (auto cleared = database_.run("UPDATE person SET listed = 0 WHERE origin = 'roster'"); !cleared)
        return cleared;
    for (const sync::RosterPerson& person : roster.people) {
        // The colour of a new face is its number on this tablet; the palette wraps around.
        auto save = database_.prepare(
            "INSERT INTO person(id, name, colour, origin, team, linked_to, decided, listed)"
            " SELECT ?, ?, count(*), 'roster', ?, NULL, 1, 1 FROM person WHERE true"
            " ON CONFLICT(id) DO UPDATE SET name = excluded.name, team = excluded.team, listed = 1");
        if (!save) return save.error();
        save->bind(person.id.text).bind(person.name).bind(person.team.text);
        if (auto saved = save->run(); !saved) return saved;
    }
    const auto after = person_rows(database_);
    if (!after) return after.error();
    return commit(*transaction, changed_rows(*before, *after));
}

Result<Done> SqliteDeviceStore::decide(const PersonId& local, const std::optional<PersonId>& linked_to) {
    auto transaction = Transaction::begin(database_);
    if (!transaction) return transaction.error();
    auto update = database_.prepare(
        "UPDATE person SET linked_to = ?1, decided = 1,"
        " team = coalesce((SELECT team FROM person WHERE id = ?1), '') WHERE id = ?2 AND origin = 'local' "
        "AND decided = 0"
        " AND (?1 IS NULL OR EXISTS(SELECT 1 FROM person WHERE id = ?1 AND origin = 'roster'))");
    if (!update) return update.error();
    if (linked_to)
        update->bind(linked_to->text);
    else
        update->bind_null();
    if (auto updated = update->bind(local.text).run(); !updated) return updated;
    if (database_.changes() == 1) return commit_person(*transaction, local);
    return Error{Error::Kind::conflict,
                 fmt::format("person {} was decided before, or one of the two is not known", local.text),
                 "Choose somebody else from the list."};
}

Result<Done> SqliteDeviceStore::commit_person(Transaction& transaction, const PersonId& person) {
    const auto rows = person_rows(database_, person);
    if (!rows) return rows.error();
    return commit(transaction, *rows);
}

Result<std::optional<std::string>> SqliteDeviceStore::setting(const std::string& key) const {
    auto query = database_.prepare("SELECT value FROM setting WHERE key = ?");
    if (!query) return query.error();
    auto row = query->bind(key).step();
    if (!row) return row.error();
    if (!*row) return std::optional<std::string>{};
    return std::optional<std::string>(query->text(0));
}

Result<Done> SqliteDeviceStore::set_setting(const std::string& key, const std::string& value) {
    auto transaction = Transaction::begin(database_);
    if (!transaction) return transaction.error();
    if (auto written = write_setting(key, value); !written) return written;
    return commit(*transaction, {{JournalRow::Kind::setting, {key, value}}});
}

Result<Done> SqliteDeviceStore::write_setting(const std::string& key, const std::string& value) {
    auto save = database_.prepare(
        "INSERT INTO setting(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value");
    if (!save) return save.error();
    return save->bind(key).bind(value).run();
}

}  // namespace touchstone::device
