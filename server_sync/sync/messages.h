// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/basics/id.h"
#include "engine/basics/result.h"

/// The messages of /sync/v1. Used by the tablet and by the server. All bodies are JSON, at most 256 KB
/// (chunks may be zlib-compressed: Content-Encoding: deflate). Errors are application/problem+json with
/// `remedy`.
namespace touchstone::sync {

inline constexpr std::size_t chunk_records = 100;
inline constexpr std::size_t chunk_bytes = 256 * 1024;
/// Of every answer of /sync/v1 that is not a problem. A login page of a hotel network never has it.
inline constexpr std::string_view content_type = "application/vnd.touchstone.sync+json";
inline constexpr std::string_view problem_content_type = "application/problem+json";

/// POST /sync/v1/enrol, without credentials: the one-time code is the credential.
struct EnrolRequest {
    std::string code;         // digits; spaces and dashes do not count
    std::string device_name;  // "Desk tablet 2"
    IncarnationId incarnation;
};
struct EnrolAnswer {
    OrganisationId organisation;
    SiteId site;
    std::string site_name;
    DeviceId device;
    std::string secret;          // 256 bits, base64url; sent as "Authorization: Bearer <device>.<secret>"
    std::string epoch;           // changes whenever the server was restored from a backup
    int utc_offset_minutes = 0;  // of the site
};

/// POST /sync/v1/records.
struct ChunkItem {
    std::int64_t seq = 0;
    /// The statement as rendered; none for a record that is withheld (its person stays local).
    std::optional<std::string> statement;
};
struct Chunk {
    DeviceId device;
    IncarnationId incarnation;
    std::string epoch;  // the last one the tablet saw, "" at first
    std::string nonce;  // echoed, so that no cached answer passes for an acknowledgement
    /// Contiguous sequences; none at all asks how far the server is (a heartbeat). A record that moved to a
    /// new incarnation comes with its new place and its old id: the server has it already, or stores it,
    /// never twice.
    std::vector<ChunkItem> items;
};
enum class Verdict { stored, duplicate, quarantined, withheld };
struct ItemVerdict {
    std::int64_t seq = 0;
    Verdict verdict = Verdict::stored;
    std::string reason;  // of a quarantine
};
struct ChunkAnswer {
    std::string nonce;
    std::string epoch;
    std::int64_t high_water_mark = 0;  // contiguous, of this (device, incarnation), durable
    std::vector<ItemVerdict> verdicts;
    int next_sync_after_s = 60;
};

/// GET /sync/v1/roster: the people of the device's site.
struct RosterPerson {
    PersonId id;
    std::string name;
    TeamId team;
};
struct Roster {
    SiteId site;
    std::string site_name;
    std::vector<RosterPerson> people;
};

/// An error answer. `code`: "gap" (with `expected_seq`: the mark + 1), "forked" (with
/// `expected_seq`: the first place that holds something else), "revoked", "unauthorised", "malformed",
/// "too-large", "code-unknown", "busy", ...
struct Problem {
    int status = 0;
    std::string code;
    std::string detail;
    std::string remedy;
    std::optional<std::int64_t> expected_seq;
};

std::string to_json(const EnrolRequest& message);
std::string to_json(const EnrolAnswer& message);
std::string to_json(const Chunk& message);
std::string to_json(const ChunkAnswer& message);
std::string to_json(const Roster& message);
std::string to_json(const Problem& message);

/// "stored", "duplicate", "quarantined" or "withheld".
const char* name_of(Verdict verdict);

/// Readers refuse bad JSON, duplicate keys, nesting above 32 and members of the wrong type, and name the
/// place. A request with an unknown member is refused; in an answer it is ignored, so that a newer server may
/// say more.
Result<EnrolRequest> enrol_request_from_json(std::string_view json);
Result<EnrolAnswer> enrol_answer_from_json(std::string_view json);
/// Items keep the bytes of their statements (a JSON string holds each), so that hashes agree. Sequences must
/// be contiguous from 1 or more, or none; more than `chunk_records` items are an Error of kind too_large.
Result<Chunk> chunk_from_json(std::string_view json);
Result<ChunkAnswer> chunk_answer_from_json(std::string_view json);
Result<Roster> roster_from_json(std::string_view json);
Result<Problem> problem_from_json(std::string_view json);

/// zlib. What comes out is bounded while it comes: more than `limit` bytes, or more than 50 for each byte
/// that went in (counted above 64 KB), is an Error of kind too_large.
Result<std::string> deflate(std::string_view bytes);
Result<std::string> inflate(std::string_view bytes, std::size_t limit);

}  // namespace touchstone::sync
