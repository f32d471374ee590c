// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/records/record_log.h"
#include "server_sync/device/identity.h"
#include "server_sync/sync/incarnation_state.h"
#include "server_sync/sync/messages.h"
#include "server_sync/sync/outgoing.h"

namespace touchstone::device {

/// Somebody who practises on this tablet.
struct DevicePerson {
    enum class Origin { local, roster };

    PersonId id;
    std::string name;
    int colour = 0;  // index into the palette of avatars
    Origin origin = Origin::local;
    TeamId team;  // of roster people; of a linked local person the team at the time of linking
    /// The person of the roster that a local person turned out to be.
    std::optional<PersonId> linked_to;
    /// Whether somebody said who a local person is. Until then the records of that person wait.
    bool decided = false;
    /// False for a person of the roster who is no longer on it.
    bool listed = true;

    /// Whether they are found among those who practise here.
    bool has_tile() const { return listed && !linked_to; }
    friend bool operator==(const DevicePerson&, const DevicePerson&) = default;
};

/// What the server gave this tablet.
struct Enrolment {
    std::string server_url;
    sync::EnrolAnswer answer;  // its epoch is that of enrolment; the present one is in `epoch()`
};

using sync::IncarnationState;
using sync::QueuedRecord;

/// What a new log took over from the journal that lay beside it.
struct TakenOver {
    std::int64_t records = 0, people = 0;
    bool damaged = false;  // parts of the journal could not be read; it is kept under another name
    friend bool operator==(const TakenOver&, const TakenOver&) = default;
};

/// The steps of making something durable, told after each: here a test kills the program.
enum class WriteStep { journal_written, log_committed, mark_written };
using StepWatch = std::function<void(WriteStep)>;

/// All that a tablet keeps. Nothing in it is ever deleted.
///
/// A record is stamped once, with the incarnation and the sequence under which it was written, and never
/// changes. Its place in the queue to the server is the same, until a new incarnation begins: then the
/// records that the server is not known to have take the first places of the new one, in their order. They
/// are sent under their places; the server knows a record by its id.
///
/// RecordLog's sequences are places in the current incarnation.
class DeviceStore : public RecordLog {
public:
    /// Everybody known here, local people first, each group by name.
    virtual Result<std::vector<DevicePerson>> people() const = 0;
    /// A person minted on this tablet. An id that is already there is a conflict.
    virtual Result<Done> add_local_person(const PersonId& id, const std::string& name, int colour) = 0;
    /// Takes over names and teams; who is missing stays known but unlisted.
    virtual Result<Done> save_roster(const sync::Roster& roster) = 0;
    /// Says once who a local person is: someone of the roster, or nobody (`linked_to` empty): stays local,
    /// never sent.
    virtual Result<Done> decide(const PersonId& local, const std::optional<PersonId>& linked_to) = 0;

    /// The days from `since` on, on which each person made a choice or answered a drill here. What a local
    /// person did counts for the person of the roster that they turned out to be.
    virtual Result<std::map<PersonId, std::set<Day>>> practice_since(Day since) const = 0;

    /// Kudos that others gave to a person on this tablet, oldest first.
    virtual Result<std::vector<Record>> kudos_to(const PersonId& person) const = 0;

    virtual Result<std::optional<Enrolment>> enrolment() const = 0;
    /// A second enrolment begins a new incarnation.
    virtual Result<Done> save_enrolment(const Enrolment& enrolment) = 0;

    /// Oldest first; the last one is current.
    virtual Result<std::vector<IncarnationState>> incarnations() const = 0;
    /// Begins a new life of the log; the unacknowledged records of all others go there.
    virtual Result<Done> begin_incarnation() = 0;
    /// At most `limit` records of an incarnation with a place above `after`.
    virtual Result<std::vector<QueuedRecord>> queue(const IncarnationId& incarnation, std::int64_t after,
                                                    std::size_t limit) const = 0;
    /// What the server holds of an incarnation, also when that is less than before: it was restored from a
    /// backup.
    virtual Result<Done> note_acknowledged(const IncarnationId& incarnation, std::int64_t mark,
                                           const std::string& epoch) = 0;
    virtual Result<Done> set_aside(const RecordId& record, const std::string& reason) = 0;
    /// The last epoch that the server showed, "" at first.
    virtual Result<std::string> epoch() const = 0;

    /// Language, theme, text scale and the like; none when never set.
    virtual Result<std::optional<std::string>> setting(const std::string& key) const = 0;
    virtual Result<Done> set_setting(const std::string& key, const std::string& value) = 0;

    /// Nothing unless this start began a new log beside a journal.
    virtual TakenOver taken_over() const = 0;
};

/// Opens or creates the file. ":memory:" keeps nothing. Beside the file lies `<path>.mark` with the last
/// incarnation and sequence: when that is ahead of the file, or missing, the file is an older copy and a new
/// incarnation begins. A damaged file, a newer version of it, a folder that cannot be written: an Error with
/// a remedy, nothing is changed.
///
/// `<path>.journal` holds once more what no server has yet, with the people, their settings and the
/// enrolment. What it has and the log has not is taken over; what it lacks is written to it. Log and journal
/// are for their owner alone.
Result<std::unique_ptr<DeviceStore>> open_device_store(const std::string& path,
                                                       const RandomSource& random = system_random,
                                                       const StepWatch& watch = {});

}  // namespace touchstone::device
