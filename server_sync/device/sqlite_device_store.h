// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "server_sync/device/database.h"
#include "server_sync/device/device_store.h"

namespace touchstone::device {

/// The device store over one SQLite file.
class SqliteDeviceStore final : public DeviceStore {
public:
    /// `mark_path` is empty when nothing lies beside the database.
    SqliteDeviceStore(Database database, std::string mark_path, RandomSource random);
    /// Reads where the log stands and notices an older copy.
    Result<Done> start();

    Result<std::vector<Record>> append(std::vector<Record> records) override;
    Result<std::vector<Record>> read_after(std::int64_t after, std::size_t limit) const override;
    Result<std::vector<Record>> of_person(const PersonId& person) const override;
    Result<std::vector<Record>> kudos_to(const PersonId& person) const override;
    Result<std::map<PersonId, std::set<Day>>> practice_since(Day since) const override;
    Result<std::int64_t> last_seq() const override { return last_; }

    Result<std::vector<DevicePerson>> people() const override;
    Result<Done> add_local_person(const PersonId& id, const std::string& name, int colour) override;
    Result<Done> save_roster(const sync::Roster& roster) override;
    Result<Done> decide(const PersonId& local, const std::optional<PersonId>& linked_to) override;

    Result<std::optional<Enrolment>> enrolment() const override;
    Result<Done> save_enrolment(const Enrolment& enrolment) override;

    Result<std::vector<IncarnationState>> incarnations() const override;
    Result<Done> begin_incarnation() override;
    Result<std::vector<QueuedRecord>> queue(const IncarnationId& incarnation, std::int64_t after,
                                            std::size_t limit) const override;
    Result<Done> note_acknowledged(const IncarnationId& incarnation, std::int64_t mark,
                                   const std::string& epoch) override;
    Result<Done> set_aside(const RecordId& record, const std::string& reason) override;
    Result<std::string> epoch() const override;

    Result<std::optional<std::string>> setting(const std::string& key) const override;
    Result<Done> set_setting(const std::string& key, const std::string& value) override;

private:
    Result<Done> load_position();
    Result<Done> append_all(std::vector<Record>& records);
    Result<Done> start_new_incarnation();
    Result<Done> move_unacknowledged(const IncarnationState& from, const IncarnationId& to,
                                     std::int64_t taken);
    Result<Done> write_enrolment(const Enrolment& enrolment);
    Result<Done> write_mark_now() const;
    bool is_older_copy() const;

    Database database_;
    std::string mark_path_;
    RandomSource random_;
    std::int64_t number_ = 0;  // of the current incarnation in its table
    IncarnationId incarnation_;
    std::int64_t last_ = 0;
    DeviceId device_;
};

}  // namespace touchstone::device
