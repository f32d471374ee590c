// SPDX-License-Identifier: Apache-2.0
#include "server_sync/storage/ingest.h"

#include <algorithm>

#include "engine/packs/pack.h"
#include "server_sync/statements/statement.h"

namespace touchstone::sync {
namespace {

using Kind = IngestVerdict::Kind;

/// The transaction's view of one chunk.
struct Taking {
    SqliteConnection& connection;
    const IncomingChunk& chunk;
    Micros next_stored_at = 0;

    /// Organisation, device, incarnation and sequence of an item, as keys begin.
    std::vector<SqlValue> key(std::int64_t seq) const {
        return {chunk.organisation.text, chunk.device.text, chunk.incarnation.text, seq};
    }
};

Result<std::int64_t> high_water_mark(const Taking& taking) {
    auto rows = taking.connection.rows(
        "SELECT high_water_mark FROM incarnation WHERE organisation_id = ? AND device_id = ? AND incarnation "
        "= ?",
        {taking.chunk.organisation.text, taking.chunk.device.text, taking.chunk.incarnation.text});
    if (!rows) return rows.error();
    return rows->empty() ? std::int64_t{0} : rows->at(0).at(0).number();
}

Result<Micros> last_stored_at(const Taking& taking) {
    auto rows = taking.connection.rows("SELECT MAX(stored_at) FROM statement WHERE organisation_id = ?",
                                       {taking.chunk.organisation.text});
    if (!rows) return rows.error();
    return rows->at(0).at(0).number();
}

std::string content_hash(const IncomingItem& item) {
    return item.raw.empty() ? std::string() : packs::sha256_hex(item.raw);
}

Result<Done> note_received(const Taking& taking, const IncomingItem& item, const char* verdict) {
    auto values = taking.key(item.seq);
    values.emplace_back(verdict);
    values.emplace_back(content_hash(item));
    auto noted = taking.connection.change(
        "INSERT INTO received (organisation_id, device_id, incarnation, seq, verdict, content_hash) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        values);
    if (!noted) return noted.error();
    return Done{};
}

/// Whole, raw, and out of the way: an unreadable statement never blocks what comes after it.
Result<IngestVerdict> quarantine(const Taking& taking, const IncomingItem& item, const std::string& reason) {
    auto values = taking.key(item.seq);
    values.emplace_back(reason);
    values.emplace_back(taking.chunk.received_at);
    values.emplace_back(item.raw);
    auto kept = taking.connection.change(
        "INSERT INTO quarantine (organisation_id, device_id, incarnation, seq, reason, received_at, raw) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        values);
    if (!kept) return kept.error();
    if (auto noted = note_received(taking, item, "quarantined"); !noted) return noted.error();
    return IngestVerdict{item.seq, Kind::quarantined, reason};
}

/// The registration of a statement; empty for a record that belongs to no encounter.
std::string registration_of(const Record& record) {
    const EncounterId* encounter = encounter_of(record.body);
    return encounter ? encounter->text : std::string();
}

Result<bool> insert_statement(const Taking& taking, const IncomingItem& item) {
    const RecordHeader& header = item.record->header;
    auto inserted = taking.connection.change(
        "INSERT INTO statement (organisation_id, statement_id, device_id, incarnation, seq, site_id, "
        "team_id, "
        "person_id, registration, kind, day, at, stored_at, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?) "
        "ON CONFLICT (organisation_id, statement_id) DO NOTHING",
        {taking.chunk.organisation.text, header.id.text, taking.chunk.device.text,
         taking.chunk.incarnation.text, item.seq, header.site.text, header.team.text, header.person.text,
         registration_of(*item.record), kind_of(item.record->body), header.day, header.at,
         taking.next_stored_at, item.raw});
    if (!inserted) return inserted.error();
    return *inserted == 1;
}

/// The day that a record is counted on: a clock that runs ahead does not write into the future.
Day counted_day(const Taking& taking, const Record& record) {
    return std::min(record.header.day, taking.chunk.today);
}

Result<Done> add_to_cells(const Taking& taking, const Record& record,
                          const std::vector<RecordedMastery>& evidence) {
    const RecordHeader& header = record.header;
    for (const RecordedMastery& mastery : evidence) {
        auto added = taking.connection.change(
            "INSERT INTO cell (organisation_id, site_id, day, person_id, team_id, behaviour, evidence, "
            "weighted) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (organisation_id, site_id, day, person_id, team_id, behaviour) DO UPDATE SET "
            "evidence = cell.evidence + excluded.evidence, weighted = cell.weighted + excluded.weighted",
            {taking.chunk.organisation.text, header.site.text, counted_day(taking, record),
             header.person.text, header.team.text, mastery.behaviour, mastery.e,
             std::int64_t{mastery.e} * mastery.q});
        if (!added) return added.error();
    }
    return Done{};
}

/// What a record says to mastery; nothing when it is no choice, neither in an encounter nor in a drill.
const std::vector<RecordedMastery>* evidence_in(const Record& record) {
    if (const auto* choice = std::get_if<ChoiceMade>(&record.body)) return &choice->mastery;
    if (const auto* drill = std::get_if<DrillAnswered>(&record.body)) return &drill->mastery;
    return nullptr;
}

Result<Done> add_to_rollups(const Taking& taking, const Record& record) {
    const auto* evidence = evidence_in(record);
    const bool begun = std::holds_alternative<EncounterBegun>(record.body);
    if (evidence == nullptr && !begun) return Done{};
    const RecordHeader& header = record.header;
    auto counted = taking.connection.change(
        "INSERT INTO practice_day (organisation_id, site_id, day, person_id, team_id, encounters, choices) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organisation_id, site_id, day, person_id, team_id) DO "
        "UPDATE SET "
        "encounters = practice_day.encounters + excluded.encounters, choices = practice_day.choices + "
        "excluded.choices",
        {taking.chunk.organisation.text, header.site.text, counted_day(taking, record), header.person.text,
         header.team.text, begun ? 1 : 0, begun ? 0 : 1});
    if (!counted) return counted.error();
    return evidence == nullptr ? Done{} : add_to_cells(taking, record, *evidence);
}

/// Whether both tell the same thing; a log that got a new incarnation renders its records anew.
bool same_fact(const Record& a, const Record& b) {
    return a.header.person == b.header.person && a.header.at == b.header.at && a.body == b.body;
}

/// What to do with a statement whose id is there already.
Result<IngestVerdict> settle_known_id(const Taking& taking, const IncomingItem& item) {
    auto rows =
        taking.connection.rows("SELECT raw FROM statement WHERE organisation_id = ? AND statement_id = ?",
                               {taking.chunk.organisation.text, item.record->header.id.text});
    if (!rows) return rows.error();
    const auto stored = record_of(rows->at(0).at(0).text());
    if (!stored || !same_fact(*stored, *item.record))
        return quarantine(taking, item, "another statement has this id already");
    if (auto noted = note_received(taking, item, "stored"); !noted) return noted.error();
    return IngestVerdict{item.seq, Kind::duplicate, {}};
}

Result<IngestVerdict> take_new(Taking& taking, const IncomingItem& item) {
    if (item.raw.empty()) {
        if (auto noted = note_received(taking, item, "withheld"); !noted) return noted.error();
        return IngestVerdict{item.seq, Kind::withheld, {}};
    }
    if (!item.record) return quarantine(taking, item, item.reason);
    const auto inserted = insert_statement(taking, item);
    if (!inserted) return inserted.error();
    if (!*inserted) return settle_known_id(taking, item);
    ++taking.next_stored_at;
    if (auto noted = note_received(taking, item, "stored"); !noted) return noted.error();
    if (auto rolled = add_to_rollups(taking, *item.record); !rolled) return rolled.error();
    return IngestVerdict{item.seq, Kind::stored, {}};
}

Result<std::string> quarantine_reason(const Taking& taking, std::int64_t seq) {
    auto rows = taking.connection.rows(
        "SELECT reason FROM quarantine WHERE organisation_id = ? AND device_id = ? AND incarnation = ? AND "
        "seq = ?",
        taking.key(seq));
    if (!rows) return rows.error();
    return rows->empty() ? std::string() : rows->at(0).at(0).text();
}

/// The verdict on a sequence that was taken before; nothing when this is not what was taken: the log has
/// forked.
Result<std::optional<IngestVerdict>> take_again(const Taking& taking, const IncomingItem& item) {
    auto rows = taking.connection.rows(
        "SELECT verdict, content_hash FROM received WHERE organisation_id = ? AND device_id = ? AND "
        "incarnation = ? "
        "AND seq = ?",
        taking.key(item.seq));
    if (!rows) return rows.error();
    if (rows->empty() || rows->at(0).at(1).text() != content_hash(item))
        return std::optional<IngestVerdict>();
    const std::string& verdict = rows->at(0).at(0).text();
    if (verdict == "withheld") return std::optional(IngestVerdict{item.seq, Kind::withheld, {}});
    if (verdict == "stored") return std::optional(IngestVerdict{item.seq, Kind::duplicate, {}});
    auto reason = quarantine_reason(taking, item.seq);
    if (!reason) return reason.error();
    return std::optional(IngestVerdict{item.seq, Kind::quarantined, *reason});
}

Result<Done> put_high_water_mark(const Taking& taking, std::int64_t mark) {
    const IncomingChunk& chunk = taking.chunk;
    auto put = taking.connection.change(
        "INSERT INTO incarnation (organisation_id, device_id, incarnation, high_water_mark) VALUES (?, ?, ?, "
        "?) "
        "ON CONFLICT (organisation_id, device_id, incarnation) DO UPDATE SET high_water_mark = "
        "excluded.high_water_mark",
        taking.key(mark));
    if (!put) return put.error();
    auto seen =
        taking.connection.change("UPDATE device SET seen_at = ? WHERE organisation_id = ? AND device_id = ?",
                                 {chunk.received_at, chunk.organisation.text, chunk.device.text});
    if (!seen) return seen.error();
    return Done{};
}

bool is_contiguous(const std::vector<IncomingItem>& items) {
    const auto jumps = [](const IncomingItem& a, const IncomingItem& b) { return b.seq != a.seq + 1; };
    return std::adjacent_find(items.begin(), items.end(), jumps) == items.end() &&
           (items.empty() || items.front().seq >= 1);
}

}  // namespace

Result<IngestOutcome> ingest_chunk(SqliteConnection& connection, const IncomingChunk& chunk) {
    if (!is_contiguous(chunk.items))
        return Error{Error::Kind::malformed, "items: sequences must start at 1 or more and rise by one", {}};
    Taking taking{connection, chunk};
    const auto mark = high_water_mark(taking);
    if (!mark) return mark.error();
    const auto last = last_stored_at(taking);
    if (!last) return last.error();
    taking.next_stored_at = std::max(chunk.received_at, *last + 1);

    IngestOutcome outcome{IngestOutcome::Kind::taken, *mark, 0, {}};
    if (!chunk.items.empty() && chunk.items.front().seq > *mark + 1) {
        outcome.kind = IngestOutcome::Kind::gap;
        return outcome;
    }
    for (const IncomingItem& item : chunk.items) {
        if (item.seq <= *mark) {
            auto again = take_again(taking, item);
            if (!again) return again.error();
            if (!*again) return IngestOutcome{IngestOutcome::Kind::forked, *mark, item.seq, {}};
            outcome.verdicts.push_back(**again);
            continue;
        }
        auto verdict = take_new(taking, item);
        if (!verdict) return verdict.error();
        outcome.verdicts.push_back(*std::move(verdict));
        outcome.high_water_mark = item.seq;
    }
    if (auto put = put_high_water_mark(taking, outcome.high_water_mark); !put) return put.error();
    return outcome;
}

}  // namespace touchstone::sync
