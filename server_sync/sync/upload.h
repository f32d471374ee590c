// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/basics/civil.h"
#include "server_sync/sync/incarnation_state.h"
#include "server_sync/sync/messages.h"
#include "server_sync/sync/sync_status.h"

/// The upload as a pure step: (state, event, time) -> (state, effects). Nothing here waits, reads a file or a
/// socket. What it holds to:
///
/// Only an answer of our own content type that echoes the nonce acknowledges anything, and then no more than
/// what that very chunk held, however high the server's mark is: a clone of this tablet may have written
/// there.
///
/// Two copies of a log share their first records and none after them, so one record that the server has at
/// the same place vouches for all before it. Therefore every chunk begins with the last acknowledged record
/// once more: the server refuses it when something else is there. When it did not have that record (it was
/// restored), the one before is sent next, until one vouches.
///
/// The server's mark is the truth also when it is below ours: it was restored from a backup, and we send
/// again from its mark. When its epoch changed, a mark that no chunk vouched for is doubted: the last record
/// is sent again, in every incarnation, and the answer tells.
///
/// A fork (409 `forked`, or a mark above everything we wrote) means that two copies of this log live. We step
/// back, ever further, until a record vouches for what lies before it, and ask for a new incarnation; every
/// record above it moves there, in order, under its old id. Some of them may have reached the server through
/// the other copy: it knows their ids and answers `duplicate`. So both copies go on, and the server holds the
/// union once.
///
/// Nothing is ever forgotten here, whatever a server says.
namespace touchstone::sync {

/// A chunk on its way. `last` is below `first` while it is not composed, and for a heartbeat.
struct InFlight {
    std::string nonce;
    IncarnationId incarnation;
    std::int64_t first = 1;
    std::int64_t last = 0;
    bool heartbeat = false;
    friend bool operator==(const InFlight&, const InFlight&) = default;
};

struct UploadState {
    bool enrolled = false;
    std::vector<IncarnationState> incarnations;  // oldest first
    std::string epoch;
    std::uint64_t seed = 0;  // of jitter and nonces; give it fresh randomness at each start
    std::optional<InFlight> in_flight;
    std::int64_t step_back = 1;  // how far the next fork goes back
    std::size_t most_records = chunk_records;
    /// Records from here on in the current incarnation wait for a decision about their person.
    bool undecided = false;
    int failures = 0;  // in a row
    Micros wake_at = 0;
    Micros offline_since = 0;
    std::optional<Micros> confirmed_at;
    SyncStatus::Help help = SyncStatus::Help::none;
    std::string help_detail;
};

// Events.
struct Woken {};
/// Somebody asks to sync now.
struct Hurried {};
/// After start, enrolment and every effect BeginIncarnation.
struct Positioned {
    bool enrolled = false;
    std::vector<IncarnationState> incarnations;
    std::string epoch;
};
/// The highest place of the current incarnation.
struct LogGrew {
    std::int64_t last = 0;
};
/// The shell composed and sent the chunk asked for, from and to these places. Nothing sent: `last` is below
/// `first`.
struct ChunkSent {
    std::int64_t first = 1;
    std::int64_t last = 0;
};
/// The next record belongs to a person about whom nobody decided.
struct ChunkUndecided {};
/// The log could not be read, or an effect could not be written down.
struct StorageFailed {
    std::string detail;
};
/// About some person somebody decided, or the roster came.
struct PeopleDecided {};
/// An HTTP answer to the chunk in flight, whoever gave it.
struct Answered {
    int status = 0;
    std::string content_type;
    std::string body;
    std::optional<int> retry_after_s;
};
/// No answer: name, route, handshake, timeout, cut.
struct Unreachable {
    std::string detail;
};
using UploadEvent = std::variant<Woken, Hurried, Positioned, LogGrew, ChunkSent, ChunkUndecided,
                                 StorageFailed, PeopleDecided, Answered, Unreachable>;

// Effects, to be carried out in their order. When one fails, the rest is dropped and StorageFailed is told.
/// Compose the records above `after` and send them; tell ChunkSent or ChunkUndecided. A heartbeat has no
/// records.
struct SendChunk {
    IncarnationId incarnation;
    std::int64_t after = 0;
    std::size_t most_records = 0;
    std::string nonce;
    std::string epoch;
    bool heartbeat = false;
};
struct NoteAcknowledged {
    IncarnationId incarnation;
    std::int64_t mark = 0;
    std::string epoch;
};
struct BeginIncarnation {};
struct SetAside {
    IncarnationId incarnation;
    std::int64_t seq = 0;
    std::string reason;
};
using UploadEffect = std::variant<SendChunk, NoteAcknowledged, BeginIncarnation, SetAside>;

struct UploadStep {
    UploadState state;
    std::vector<UploadEffect> effects;
};

/// `now` may jump in either direction: a wait is never longer than `longest_wait` of it.
inline constexpr Micros longest_wait = 3600LL * 1'000'000;

UploadStep step(UploadState state, const UploadEvent& event, Micros now);

SyncStatus status_of(const UploadState& state);
/// When to send Woken; none while an answer is awaited or nothing can be sent.
std::optional<Micros> next_wake(const UploadState& state);

}  // namespace touchstone::sync
