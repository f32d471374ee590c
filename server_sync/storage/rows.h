// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/basics/civil.h"
#include "engine/basics/id.h"
#include "engine/records/record.h"

/// What the server's store keeps, as plain values.
namespace touchstone::sync {

// People
// ---------------------------------------------------------------------------------------------------------
struct OrganisationRow {
    OrganisationId id;
    std::string name;
};
struct SiteRow {
    OrganisationId organisation;
    SiteId id;
    std::string name;
    int utc_offset_minutes = 0;
};
struct PersonRow {
    OrganisationId organisation;
    PersonId id;
    std::string name;
    SiteId site;
    TeamId team;
    Day since = 0;  // of this membership; an earlier one ends the day before
};

// Users of the dashboard
// -----------------------------------------------------------------------------------------
struct UserRow {
    OrganisationId organisation;
    std::string login;  // unique on this server
    std::string name;
    std::string role = "manager";  // manager | administrator
    SiteId site;                   // whose Team page is the user's
    std::string password_hash;
};
struct SessionRow {
    OrganisationId organisation;
    std::string token_hash;  // SHA-256 of the cookie's secret
    std::string login;
    std::string form_token;  // expected in every form
    Micros opened_at = 0;
    Micros seen_at = 0;
};
/// A key that reads all statements of its organisation.
struct ReadKeyRow {
    OrganisationId organisation;
    std::string name;  // unique on this server
    std::string secret_hash;
};

// Devices
// --------------------------------------------------------------------------------------------------------
struct DeviceRow {
    OrganisationId organisation;
    DeviceId id;
    SiteId site;
    std::string name;
    std::string secret_hash;
    Micros enrolled_at = 0;
    std::optional<Micros> revoked_at;
    std::optional<Micros> seen_at;
};
struct EnrolmentCodeRow {
    OrganisationId organisation;
    std::string code_hash;
    SiteId site;
    std::string device_name;
    Micros expires_at = 0;
};

// Statements
// -----------------------------------------------------------------------------------------------------
/// One item of a chunk, read before the transaction begins. Exactly one of three: withheld (`raw` is empty),
/// readable (`record`), unreadable (`reason`).
struct IncomingItem {
    std::int64_t seq = 0;
    std::string raw;
    std::optional<Record> record;
    std::string reason;
};
struct IncomingChunk {
    OrganisationId organisation;
    DeviceId device;
    IncarnationId incarnation;
    Micros received_at = 0;
    Day today = 0;                    // at the device's site: records of a later day are counted on this one
    std::vector<IncomingItem> items;  // contiguous sequences
};
struct IngestVerdict {
    enum class Kind { stored, duplicate, quarantined, withheld };
    std::int64_t seq = 0;
    Kind kind = Kind::stored;
    std::string reason;  // of a quarantine
};
/// All of a chunk is taken or nothing.
struct IngestOutcome {
    enum class Kind { taken, gap, forked };
    Kind kind = Kind::taken;
    /// Everything up to here is durable; the next sequence that is expected is one more.
    std::int64_t high_water_mark = 0;
    std::int64_t forked_at = 0;
    std::vector<IngestVerdict> verdicts;
};
struct StatementRow {
    std::string id;
    std::string raw;
    std::string device;
    Micros stored_at = 0;  // strictly rising within an organisation
};
struct StatementQuery {
    std::optional<std::string> registration;
    Micros since = 0;  // exclusive
    std::size_t limit = 100;
};

// Rollups
// --------------------------------------------------------------------------------------------------------
/// Sums over a window of days of one person's evidence for one behaviour (DEFINITIONS A6).
struct CellSum {
    PersonId person;
    std::string behaviour;
    std::int64_t evidence = 0;  // sum of e, thousandths
    std::int64_t weighted = 0;  // sum of e times q, millionths
    Day newest = 0;
};
struct PracticeSum {
    PersonId person;
    std::int64_t encounters = 0;  // begun
    std::int64_t choices = 0;     // in encounters and drills
    std::int64_t days = 0;        // on which something was practised
    Day newest = 0;
};
/// Where and when to sum: both days inclusive.
struct Window {
    OrganisationId organisation;
    SiteId site;
    Day from = 0;
    Day to = 0;
};

}  // namespace touchstone::sync
