// SPDX-License-Identifier: Apache-2.0
#include "server_sync/storage/sqlite_store.h"

namespace touchstone::sync {

Result<Done> SqliteStore::add_organisation(const OrganisationRow& organisation) {
    return write("INSERT INTO organisation (organisation_id, name) VALUES (?, ?)",
                 {organisation.id.text, organisation.name});
}

Result<Done> SqliteStore::add_site(const SiteRow& site) {
    return write("INSERT INTO site (organisation_id, site_id, name, utc_offset_minutes) VALUES (?, ?, ?, ?)",
                 {site.organisation.text, site.id.text, site.name, site.utc_offset_minutes});
}

namespace {

Result<Done> put_membership(SqliteConnection& connection, const PersonRow& person) {
    const std::vector<SqlValue> whose = {person.organisation.text, person.id.text};
    auto open = connection.rows(
        "SELECT site_id, team_id FROM membership WHERE organisation_id = ? AND person_id = ? AND until_day "
        "IS NULL",
        whose);
    if (!open) return open.error();
    const bool stays = !open->empty() && open->at(0).at(0).text() == person.site.text &&
                       open->at(0).at(1).text() == person.team.text;
    if (stays) return Done{};
    auto closed = connection.change(
        "UPDATE membership SET until_day = ? WHERE organisation_id = ? AND person_id = ? AND until_day IS "
        "NULL",
        {person.since - 1, person.organisation.text, person.id.text});
    if (!closed) return closed.error();
    auto opened = connection.change(
        "INSERT INTO membership (organisation_id, person_id, from_day, until_day, site_id, team_id) "
        "VALUES (?, ?, ?, NULL, ?, ?) ON CONFLICT (organisation_id, person_id, from_day) "
        "DO UPDATE SET until_day = NULL, site_id = excluded.site_id, team_id = excluded.team_id",
        {person.organisation.text, person.id.text, person.since, person.site.text, person.team.text});
    if (!opened) return opened.error();
    return Done{};
}

}  // namespace

Result<Done> SqliteStore::put_person(const PersonRow& person) {
    const std::lock_guard turn(writer_turn_);
    auto transaction = SqliteTransaction::begin(writer_);
    if (!transaction) return transaction.error();
    auto named = writer_.change(
        "INSERT INTO person (organisation_id, person_id, name) VALUES (?, ?, ?) "
        "ON CONFLICT (organisation_id, person_id) DO UPDATE SET name = excluded.name",
        {person.organisation.text, person.id.text, person.name});
    if (!named) return named.error();
    if (auto member = put_membership(writer_, person); !member) return member;
    return transaction->commit();
}

Result<std::vector<OrganisationRow>> SqliteStore::organisations() const {
    auto rows = read("SELECT organisation_id, name FROM organisation ORDER BY name");
    if (!rows) return rows.error();
    std::vector<OrganisationRow> found;
    for (const auto& row : *rows) found.push_back({{row[0].text()}, row[1].text()});
    return found;
}

Result<std::vector<SiteRow>> SqliteStore::sites(const OrganisationId& organisation) const {
    auto rows =
        read("SELECT site_id, name, utc_offset_minutes FROM site WHERE organisation_id = ? ORDER BY name",
             {organisation.text});
    if (!rows) return rows.error();
    std::vector<SiteRow> found;
    for (const auto& row : *rows)
        found.push_back({organisation, {row[0].text()}, row[1].text(), static_cast<int>(row[2].number())});
    return found;
}

Result<std::vector<PersonRow>> SqliteStore::people(const OrganisationId& organisation,
                                                   const SiteId& site) const {
    auto rows = read(
        "SELECT p.person_id, p.name, m.team_id, m.from_day FROM membership m "
        "JOIN person p ON p.organisation_id = m.organisation_id AND p.person_id = m.person_id "
        "WHERE m.organisation_id = ? AND m.site_id = ? AND m.until_day IS NULL ORDER BY p.name, p.person_id",
        {organisation.text, site.text});
    if (!rows) return rows.error();
    std::vector<PersonRow> found;
    for (const auto& row : *rows)
        found.push_back({organisation,
                         {row[0].text()},
                         row[1].text(),
                         site,
                         {row[2].text()},
                         static_cast<Day>(row[3].number())});
    return found;
}

}  // namespace touchstone::sync
