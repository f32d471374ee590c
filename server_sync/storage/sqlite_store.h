// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <mutex>

#include "server_sync/storage/sqlite_connection.h"
#include "server_sync/storage/store.h"

namespace touchstone::sync {

/// The embedded store: one connection that writes, one that reads, each for one thread at a time. Its
/// functions stand in one file per role.
class SqliteStore final : public Store {
public:
    SqliteStore(SqliteConnection writer, SqliteConnection reader)
        : writer_(std::move(writer)), reader_(std::move(reader)) {}

    Result<std::string> epoch() const override;
    Result<Done> set_epoch(const std::string& epoch) override;

    Result<Done> add_organisation(const OrganisationRow& organisation) override;
    Result<Done> add_site(const SiteRow& site) override;
    Result<Done> put_person(const PersonRow& person) override;
    Result<std::vector<OrganisationRow>> organisations() const override;
    Result<std::vector<SiteRow>> sites(const OrganisationId& organisation) const override;
    Result<std::vector<PersonRow>> people(const OrganisationId& organisation,
                                          const SiteId& site) const override;

    Result<Done> add_user(const UserRow& user) override;
    Result<Done> set_password(const UserRow& user) override;
    Result<std::vector<UserRow>> users(const OrganisationId& organisation) const override;
    Result<std::optional<UserRow>> find_user(const std::string& login) const override;
    Result<Done> put_session(const SessionRow& session) override;
    Result<std::optional<SessionRow>> find_session(const OrganisationId& organisation,
                                                   const std::string& token_hash) const override;
    Result<Done> close_session(const OrganisationId& organisation, const std::string& token_hash) override;
    Result<Done> drop_sessions(const OrganisationId& organisation, Micros before) override;
    Result<Done> add_read_key(const ReadKeyRow& key) override;
    Result<std::optional<ReadKeyRow>> find_read_key(const std::string& name) const override;

    Result<Done> add_code(const EnrolmentCodeRow& code) override;
    Result<DeviceRow> enrol(const std::string& code_hash, const DeviceRow& device) override;
    Result<std::optional<DeviceRow>> find_device(const DeviceId& device) const override;
    Result<std::vector<DeviceRow>> devices(const OrganisationId& organisation) const override;
    Result<Done> revoke_device(const OrganisationId& organisation, const DeviceId& device,
                               Micros at) override;

    Result<IngestOutcome> ingest(const IncomingChunk& chunk) override;
    Result<std::optional<StatementRow>> statement(const OrganisationId& organisation,
                                                  const std::string& id) const override;
    Result<std::vector<StatementRow>> statements(const OrganisationId& organisation,
                                                 const StatementQuery& query) const override;
    Result<Micros> last_stored_at(const OrganisationId& organisation) const override;
    Result<std::int64_t> count_statements(const OrganisationId& organisation) const override;
    Result<std::int64_t> count_quarantined(const OrganisationId& organisation) const override;

    Result<std::vector<CellSum>> cells(const Window& window) const override;
    Result<std::vector<PracticeSum>> practice(const Window& window) const override;

private:
    Result<SqlRows> read(const std::string& sql, const std::vector<SqlValue>& values = {}) const;
    /// One change in a transaction of its own.
    Result<Done> write(const std::string& sql, const std::vector<SqlValue>& values);
    /// A row of an organisation together with the note of whose credential it is.
    Result<Done> write_with_home(const std::string& kind, const std::string& name,
                                 const OrganisationId& organisation, const std::string& sql,
                                 const std::vector<SqlValue>& values);
    Result<std::optional<OrganisationId>> home_of(const std::string& kind, const std::string& name) const;

    mutable std::mutex writer_turn_;
    mutable std::mutex reader_turn_;
    SqliteConnection writer_;
    mutable SqliteConnection reader_;
};

}  // namespace touchstone::sync
