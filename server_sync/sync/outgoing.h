// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/records/record.h"
#include "server_sync/sync/messages.h"

namespace touchstone::sync {

/// What becomes of the records of one person.
struct PersonFate {
    enum class Kind { sent, undecided, stays_local };
    Kind kind = Kind::sent;
    PersonId sent_as;
    TeamId team;  // for records that have none; must not change once something was sent
};

/// On whose behalf records travel, and in which queue.
struct Sender {
    OrganisationId organisation;
    SiteId site;
    DeviceId device;
    IncarnationId incarnation;
    std::map<PersonId, PersonFate> people;
};

/// A record at its place, and why it is never sent ("" for nearly all).
struct QueuedRecord {
    std::int64_t seq = 0;
    Record record;
    std::string set_aside;
};

/// The record as the server gets it: at its place in the queue, as the person of the roster, and with what
/// was not known before enrolment filled in. The same place always gives the same record.
Record addressed(const QueuedRecord& queued, const Sender& sender);

/// What of a queue fits into one chunk.
struct Outgoing {
    std::vector<ChunkItem> items;
    /// The next record waits for a decision about its person.
    bool undecided = false;
    /// The next record alone is larger than a chunk may be.
    std::optional<RecordId> too_large;
};
/// Takes records in order while they fit. A record of a person who stays local, of another organisation or
/// set aside keeps its sequence and loses its content.
Outgoing outgoing(const std::vector<QueuedRecord>& queue, const Sender& sender, std::size_t most_bytes);

}  // namespace touchstone::sync
