// SPDX-License-Identifier: Apache-2.0
#include "server_sync/storage/sqlite_store.h"

namespace touchstone::sync {

Result<Done> SqliteStore::add_user(const UserRow& user) {
    return write_with_home(
        "login", user.login, user.organisation,
        "INSERT INTO app_user (organisation_id, login, name, role, site_id, password_hash) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        {user.organisation.text, user.login, user.name, user.role, user.site.text, user.password_hash});
}

/// A new password ends the sessions that the old one opened.
Result<Done> SqliteStore::set_password(const UserRow& user) {
    const std::lock_guard turn(writer_turn_);
    auto transaction = SqliteTransaction::begin(writer_);
    if (!transaction) return transaction.error();
    auto changed =
        writer_.change("UPDATE app_user SET password_hash = ? WHERE organisation_id = ? AND login = ?",
                       {user.password_hash, user.organisation.text, user.login});
    if (!changed) return changed.error();
    auto closed = writer_.change("DELETE FROM session WHERE organisation_id = ? AND login = ?",
                                 {user.organisation.text, user.login});
    if (!closed) return closed.error();
    return transaction->commit();
}

namespace {

UserRow user_from(const SqlRow& row, const OrganisationId& organisation) {
    return {organisation, row[0].text(), row[1].text(), row[2].text(), {row[3].text()}, row[4].text()};
}

}  // namespace

Result<std::vector<UserRow>> SqliteStore::users(const OrganisationId& organisation) const {
    auto rows = read(
        "SELECT login, name, role, site_id, password_hash FROM app_user WHERE organisation_id = ? "
        "ORDER BY login",
        {organisation.text});
    if (!rows) return rows.error();
    std::vector<UserRow> found;
    for (const auto& row : *rows) found.push_back(user_from(row, organisation));
    return found;
}

Result<std::optional<UserRow>> SqliteStore::find_user(const std::string& login) const {
    const auto home = home_of("login", login);
    if (!home) return home.error();
    if (!*home) return std::optional<UserRow>();
    auto rows = read(
        "SELECT login, name, role, site_id, password_hash FROM app_user WHERE organisation_id = ? "
        "AND login = ?",
        {(*home)->text, login});
    if (!rows) return rows.error();
    if (rows->empty()) return std::optional<UserRow>();
    return std::optional(user_from(rows->at(0), **home));
}

Result<Done> SqliteStore::put_session(const SessionRow& session) {
    return write(
        "INSERT INTO session (organisation_id, token_hash, login, form_token, opened_at, seen_at) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (organisation_id, token_hash) "
        "DO UPDATE SET seen_at = excluded.seen_at",
        {session.organisation.text, session.token_hash, session.login, session.form_token, session.opened_at,
         session.seen_at});
}

Result<std::optional<SessionRow>> SqliteStore::find_session(const OrganisationId& organisation,
                                                            const std::string& token_hash) const {
    auto rows = read(
        "SELECT login, form_token, opened_at, seen_at FROM session WHERE organisation_id = ? AND "
        "token_hash = ?",
        {organisation.text, token_hash});
    if (!rows) return rows.error();
    if (rows->empty()) return std::optional<SessionRow>();
    const SqlRow& row = rows->at(0);
    return std::optional(
        SessionRow{organisation, token_hash, row[0].text(), row[1].text(), row[2].number(), row[3].number()});
}

Result<Done> SqliteStore::close_session(const OrganisationId& organisation, const std::string& token_hash) {
    return write("DELETE FROM session WHERE organisation_id = ? AND token_hash = ?",
                 {organisation.text, token_hash});
}

Result<Done> SqliteStore::drop_sessions(const OrganisationId& organisation, Micros before) {
    return write("DELETE FROM session WHERE organisation_id = ? AND seen_at < ?",
                 {organisation.text, before});
}

Result<Done> SqliteStore::add_read_key(const ReadKeyRow& key) {
    return write_with_home("key", key.name, key.organisation,
                           "INSERT INTO read_key (organisation_id, name, secret_hash) VALUES (?, ?, ?)",
                           {key.organisation.text, key.name, key.secret_hash});
}

Result<std::optional<ReadKeyRow>> SqliteStore::find_read_key(const std::string& name) const {
    const auto home = home_of("key", name);
    if (!home) return home.error();
    if (!*home) return std::optional<ReadKeyRow>();
    auto rows = read("SELECT secret_hash FROM read_key WHERE organisation_id = ? AND name = ?",
                     {(*home)->text, name});
    if (!rows) return rows.error();
    if (rows->empty()) return std::optional<ReadKeyRow>();
    return std::optional(ReadKeyRow{**home, name, rows->at(0).at(0).text()});
}

}  // namespace touchstone::sync
