// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "server_sync/device/database.h"
#include "server_sync/device/device_store.h"
#include "server_sync/device/journal.h"

namespace touchstone::device {

/// The device store over one SQLite file.
class SqliteDeviceStore final : public DeviceStore {
public:
    /// `mark_path` and the path of the journal are empty when nothing lies beside the database.
    SqliteDeviceStore(Database database, Journal journal, std::string mark_path, RandomSource random,
                      StepWatch watch);
    /// Reads where the log stands, notices an older copy, and brings log and journal together.
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

    TakenOver taken_over() const override { return taken_over_; }

private:
    Result<Done> load_position();
    Result<Done> append_all(std::vector<Record>& records);
    Result<Done> commit(Transaction& transaction, const JournalGroup& group);
    Result<Done> commit_person(Transaction& transaction, const PersonId& person);
    Result<Done> write_last(std::int64_t last);
    void tell(WriteStep step) const;

    /// Whether nothing was ever kept here.
    Result<bool> is_new() const;
    Result<JournalContents> journal_contents(bool is_new);
    Result<Done> take_over(const JournalGroup& kept);
    Result<Done> add_records(const JournalGroup& missing);
    bool follows_on(const JournalGroup& missing) const;
    Result<Done> keep_journal(const JournalContents& contents, const JournalGroup& kept, bool is_new);
    Result<Done> rewrite_journal(const JournalGroup& needed);
    void trim_journal();
    bool is_journal_wasteful() const;

    Result<Done> start_new_incarnation();
    Result<Done> move_unacknowledged(const IncarnationState& from, const IncarnationId& to,
                                     std::int64_t taken);
    Result<Done> write_enrolment(const Enrolment& enrolment);
    Result<Done> write_setting(const std::string& key, const std::string& value);
    Result<Done> write_mark_now() const;
    bool is_older_copy() const;

    Database database_;
    Journal journal_;
    std::string mark_path_;
    RandomSource random_;
    StepWatch watch_;
    TakenOver taken_over_;
    std::uint64_t journal_kept_ = 0;  // its size when it was written anew
    std::int64_t number_ = 0;         // of the current incarnation in its table
    IncarnationId incarnation_;
    std::int64_t last_ = 0;
    DeviceId device_;
};

}  // namespace touchstone::device
