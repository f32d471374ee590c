// SPDX-License-Identifier: Apache-2.0
#include "server_sync/storage/schema.h"

#include <array>

namespace touchstone::sync {
namespace {

// The rules that let the same tables run on PostgreSQL and Citus: organisation_id comes first in every key,
// except in the two small tables that every node has (server_state, home); no triggers; no foreign key from a
// statement to a person or team, because they may arrive in any order; times are microseconds UTC, days civil
// days.
constexpr const char* version_1 = R"sql(
CREATE TABLE server_state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
-- Which organisation a credential belongs to: kind is login, device, code or key.
CREATE TABLE home (kind TEXT NOT NULL, name TEXT NOT NULL, organisation_id TEXT NOT NULL, PRIMARY KEY (kind, name));

CREATE TABLE organisation (organisation_id TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE site (organisation_id TEXT NOT NULL, site_id TEXT NOT NULL, name TEXT NOT NULL,
  utc_offset_minutes BIGINT NOT NULL, PRIMARY KEY (organisation_id, site_id));
CREATE TABLE person (organisation_id TEXT NOT NULL, person_id TEXT NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (organisation_id, person_id));
CREATE TABLE membership (organisation_id TEXT NOT NULL, person_id TEXT NOT NULL, from_day BIGINT NOT NULL,
  until_day BIGINT, site_id TEXT NOT NULL, team_id TEXT NOT NULL,
  PRIMARY KEY (organisation_id, person_id, from_day));
CREATE INDEX membership_site ON membership (organisation_id, site_id);

CREATE TABLE app_user (organisation_id TEXT NOT NULL, login TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL,
  site_id TEXT NOT NULL, password_hash TEXT NOT NULL, PRIMARY KEY (organisation_id, login));
CREATE TABLE session (organisation_id TEXT NOT NULL, token_hash TEXT NOT NULL, login TEXT NOT NULL,
  form_token TEXT NOT NULL, opened_at BIGINT NOT NULL, seen_at BIGINT NOT NULL,
  PRIMARY KEY (organisation_id, token_hash));
CREATE TABLE read_key (organisation_id TEXT NOT NULL, name TEXT NOT NULL, secret_hash TEXT NOT NULL,
  PRIMARY KEY (organisation_id, name));

CREATE TABLE device (organisation_id TEXT NOT NULL, device_id TEXT NOT NULL, site_id TEXT NOT NULL,
  name TEXT NOT NULL, secret_hash TEXT NOT NULL, enrolled_at BIGINT NOT NULL, revoked_at BIGINT, seen_at BIGINT,
  PRIMARY KEY (organisation_id, device_id));
CREATE TABLE enrolment_code (organisation_id TEXT NOT NULL, code_hash TEXT NOT NULL, site_id TEXT NOT NULL,
  device_name TEXT NOT NULL, expires_at BIGINT NOT NULL, used_at BIGINT,
  PRIMARY KEY (organisation_id, code_hash));
CREATE TABLE incarnation (organisation_id TEXT NOT NULL, device_id TEXT NOT NULL, incarnation TEXT NOT NULL,
  high_water_mark BIGINT NOT NULL, PRIMARY KEY (organisation_id, device_id, incarnation));

-- Every sequence that was ever taken, with what became of it.
CREATE TABLE received (organisation_id TEXT NOT NULL, device_id TEXT NOT NULL, incarnation TEXT NOT NULL,
  seq BIGINT NOT NULL, verdict TEXT NOT NULL, content_hash TEXT NOT NULL,
  PRIMARY KEY (organisation_id, device_id, incarnation, seq));
CREATE TABLE statement (organisation_id TEXT NOT NULL, statement_id TEXT NOT NULL, device_id TEXT NOT NULL,
  incarnation TEXT NOT NULL, seq BIGINT NOT NULL, site_id TEXT NOT NULL, team_id TEXT NOT NULL,
  person_id TEXT NOT NULL, registration TEXT NOT NULL, kind TEXT NOT NULL, day BIGINT NOT NULL, at BIGINT NOT NULL,
  stored_at BIGINT NOT NULL, raw TEXT NOT NULL, PRIMARY KEY (organisation_id, statement_id));
CREATE UNIQUE INDEX statement_stored ON statement (organisation_id, stored_at);
CREATE INDEX statement_registration ON statement (organisation_id, registration, stored_at);
CREATE TABLE quarantine (organisation_id TEXT NOT NULL, device_id TEXT NOT NULL, incarnation TEXT NOT NULL,
  seq BIGINT NOT NULL, reason TEXT NOT NULL, received_at BIGINT NOT NULL, raw TEXT NOT NULL,
  PRIMARY KEY (organisation_id, device_id, incarnation, seq));

-- evidence: sum of e in thousandths; weighted: sum of e times q in millionths.
CREATE TABLE cell (organisation_id TEXT NOT NULL, site_id TEXT NOT NULL, day BIGINT NOT NULL, person_id TEXT NOT NULL,
  team_id TEXT NOT NULL, behaviour TEXT NOT NULL, evidence BIGINT NOT NULL, weighted BIGINT NOT NULL,
  PRIMARY KEY (organisation_id, site_id, day, person_id, team_id, behaviour));
CREATE TABLE practice_day (organisation_id TEXT NOT NULL, site_id TEXT NOT NULL, day BIGINT NOT NULL,
  person_id TEXT NOT NULL, team_id TEXT NOT NULL, encounters BIGINT NOT NULL, choices BIGINT NOT NULL,
  PRIMARY KEY (organisation_id, site_id, day, person_id, team_id));
)sql";

constexpr std::array steps = {version_1};

Result<std::int64_t> version_of(SqliteConnection& connection) {
    auto rows = connection.rows("PRAGMA user_version");
    if (!rows) return rows.error();
    return rows->at(0).at(0).number();
}

Error too_new(std::int64_t version) {
    return {Error::Kind::refused,
            "the database has version " + std::to_string(version) + ", this program knows up to " +
                std::to_string(steps.size()),
            "Start the newer touchstone-server, or restore the backup that it made before its migration."};
}

}  // namespace

Result<Done> migrate(SqliteConnection& connection) {
    auto transaction = SqliteTransaction::begin(connection);
    if (!transaction) return transaction.error();
    const auto version = version_of(connection);
    if (!version) return version.error();
    if (*version > static_cast<std::int64_t>(steps.size())) return too_new(*version);
    for (auto step = static_cast<std::size_t>(*version); step < steps.size(); ++step) {
        if (auto done = connection.execute(steps[step]); !done) return done;
        if (auto done = connection.execute("PRAGMA user_version = " + std::to_string(step + 1)); !done)
            return done;
    }
    return transaction->commit();
}

}  // namespace touchstone::sync
