// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "engine/basics/result.h"
#include "server_sync/storage/rows.h"

namespace touchstone::sync {

// Every function names one organisation, except the four that find the organisation of a credential and the
// list of organisations. All may be called from any thread.

class PeopleStore {
public:
    virtual ~PeopleStore() = default;
    virtual Result<Done> add_organisation(const OrganisationRow& organisation) = 0;
    virtual Result<Done> add_site(const SiteRow& site) = 0;
    /// A known person moves: the membership is dated, earlier records keep the team of their time.
    virtual Result<Done> put_person(const PersonRow& person) = 0;
    virtual Result<std::vector<OrganisationRow>> organisations() const = 0;
    virtual Result<std::vector<SiteRow>> sites(const OrganisationId& organisation) const = 0;
    /// Who belongs to the site now, by name.
    virtual Result<std::vector<PersonRow>> people(const OrganisationId& organisation,
                                                  const SiteId& site) const = 0;
};

class UserStore {
public:
    virtual ~UserStore() = default;
    virtual Result<Done> add_user(const UserRow& user) = 0;
    virtual Result<Done> set_password(const UserRow& user) = 0;
    virtual Result<std::vector<UserRow>> users(const OrganisationId& organisation) const = 0;
    virtual Result<std::optional<UserRow>> find_user(const std::string& login) const = 0;
    virtual Result<Done> put_session(const SessionRow& session) = 0;
    virtual Result<std::optional<SessionRow>> find_session(const OrganisationId& organisation,
                                                           const std::string& token_hash) const = 0;
    virtual Result<Done> close_session(const OrganisationId& organisation, const std::string& token_hash) = 0;
    /// Forgets sessions that nobody used since `before`.
    virtual Result<Done> drop_sessions(const OrganisationId& organisation, Micros before) = 0;
    virtual Result<Done> add_read_key(const ReadKeyRow& key) = 0;
    virtual Result<std::optional<ReadKeyRow>> find_read_key(const std::string& name) const = 0;
};

class DeviceStore {
public:
    virtual ~DeviceStore() = default;
    virtual Result<Done> add_code(const EnrolmentCodeRow& code) = 0;
    /// Uses the code up and makes the device, or neither. `device` brings id, secret and time, and a name
    /// when the code has none. A code that is unknown, used or expired is refused.
    virtual Result<DeviceRow> enrol(const std::string& code_hash, const DeviceRow& device) = 0;
    virtual Result<std::optional<DeviceRow>> find_device(const DeviceId& device) const = 0;
    virtual Result<std::vector<DeviceRow>> devices(const OrganisationId& organisation) const = 0;
    virtual Result<Done> revoke_device(const OrganisationId& organisation, const DeviceId& device,
                                       Micros at) = 0;
};

class StatementStore {
public:
    virtual ~StatementStore() = default;
    /// One transaction: rows, verdicts, rollups of what was really inserted, and the high-water mark. It
    /// answers after the commit is durable.
    virtual Result<IngestOutcome> ingest(const IncomingChunk& chunk) = 0;
    virtual Result<std::optional<StatementRow>> statement(const OrganisationId& organisation,
                                                          const std::string& id) const = 0;
    /// By `stored_at`, oldest first.
    virtual Result<std::vector<StatementRow>> statements(const OrganisationId& organisation,
                                                         const StatementQuery& query) const = 0;
    /// Nothing is ever stored before this any more; 0 without statements.
    virtual Result<Micros> last_stored_at(const OrganisationId& organisation) const = 0;
    virtual Result<std::int64_t> count_statements(const OrganisationId& organisation) const = 0;
    virtual Result<std::int64_t> count_quarantined(const OrganisationId& organisation) const = 0;
};

class RollupStore {
public:
    virtual ~RollupStore() = default;
    virtual Result<std::vector<CellSum>> cells(const Window& window) const = 0;
    virtual Result<std::vector<PracticeSum>> practice(const Window& window) const = 0;
};

/// Everything that the server keeps.
class Store : public PeopleStore,
              public UserStore,
              public DeviceStore,
              public StatementStore,
              public RollupStore {
public:
    /// A random id of this database's life. Whoever restores a backup renews it, so that tablets compare
    /// notes.
    virtual Result<std::string> epoch() const = 0;
    virtual Result<Done> set_epoch(const std::string& epoch) = 0;
};

/// Opens or makes the embedded database (WAL, synchronous=FULL) and brings its schema up to date. A database
/// of a newer program is refused.
Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path);

}  // namespace touchstone::sync
