// SPDX-License-Identifier: Apache-2.0
// What concerns the server: enrolment, incarnations, what is acknowledged.
#include <algorithm>

#include "server_sync/device/sqlite_device_store.h"
#include "server_sync/device/take_over.h"

namespace touchstone::device {
namespace {

constexpr const char* epoch_key = "sync-epoch";

}  // namespace

Result<std::optional<Enrolment>> SqliteDeviceStore::enrolment() const {
    auto query = database_.prepare(
        "SELECT server_url, organisation, site, site_name, device, secret, epoch, utc_offset_minutes"
        " FROM enrolment ORDER BY n DESC LIMIT 1");
    if (!query) return query.error();
    auto row = query->step();
    if (!row) return row.error();
    if (!*row) return std::optional<Enrolment>{};
    Enrolment out;
    out.server_url = query->text(0);
    out.answer = {{query->text(1)}, {query->text(2)}, query->text(3), {query->text(4)},
                  query->text(5),   query->text(6),   query->whole(7)};
    return std::optional<Enrolment>(std::move(out));
}

Result<Done> SqliteDeviceStore::write_enrolment(const Enrolment& enrolment) {
    auto insert = database_.prepare(
        "INSERT INTO enrolment(server_url, organisation, site, site_name, device, secret, epoch, "
        "utc_offset_minutes)"
        " VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert) return insert.error();
    const sync::EnrolAnswer& answer = enrolment.answer;
    insert->bind(enrolment.server_url)
        .bind(answer.organisation.text)
        .bind(answer.site.text)
        .bind(answer.site_name);
    insert->bind(answer.device.text).bind(answer.secret).bind(answer.epoch);
    return insert->bind(std::int64_t{answer.utc_offset_minutes}).run();
}

Result<Done> SqliteDeviceStore::save_enrolment(const Enrolment& enrolment) {
    auto transaction = Transaction::begin(database_);
    if (!transaction) return transaction.error();
    if (auto written = write_enrolment(enrolment); !written) return written;
    if (!device_.empty())
        if (auto begun = start_new_incarnation(); !begun) return begun;
    auto rows = enrolment_rows(database_);
    if (!rows) return rows.error();
    if (auto committed = commit(*transaction, *rows); !committed) return committed;
    if (auto loaded = load_position(); !loaded) return loaded;
    return write_mark_now();
}

Result<Done> SqliteDeviceStore::begin_incarnation() {
    auto transaction = Transaction::begin(database_);
    if (!transaction) return transaction.error();
    if (auto begun = start_new_incarnation(); !begun) return begun;
    if (auto committed = transaction->commit(); !committed) return committed;
    if (auto loaded = load_position(); !loaded) return loaded;
    return write_mark_now();
}

Result<Done> SqliteDeviceStore::start_new_incarnation() {
    const auto before = incarnations();
    if (!before) return before.error();
    auto insert = database_.prepare("INSERT INTO incarnation(id, acknowledged, last) VALUES(?, 0, 0)");
    if (!insert) return insert.error();
    const std::string id = uuid4(random_());
    if (auto inserted = insert->bind(id).run(); !inserted) return inserted;
    std::int64_t taken = 0;
    for (const IncarnationState& incarnation : *before) {
        if (auto moved = move_unacknowledged(incarnation, {id}, taken); !moved) return moved;
        taken += incarnation.last - incarnation.acknowledged;
    }
    return Done{};
}

/// The places above the acknowledged ones become the places after `taken` of the new incarnation.
Result<Done> SqliteDeviceStore::move_unacknowledged(const IncarnationState& from, const IncarnationId& to,
                                                    std::int64_t taken) {
    const std::int64_t count = from.last - from.acknowledged;
    if (count == 0) return Done{};
    auto move = database_.prepare(
        "UPDATE record SET place = place - ?1 + ?2, queue = (SELECT n FROM incarnation WHERE id = ?3)"
        " WHERE queue = (SELECT n FROM incarnation WHERE id = ?4) AND place > ?1");
    if (!move) return move.error();
    move->bind(from.acknowledged).bind(taken).bind(to.text).bind(from.id.text);
    if (auto moved = move->run(); !moved) return moved;
    auto count_up = database_.prepare("UPDATE incarnation SET last = ? WHERE id = ?");
    if (!count_up) return count_up.error();
    if (auto counted = count_up->bind(taken + count).bind(to.text).run(); !counted) return counted;
    auto count_down = database_.prepare("UPDATE incarnation SET last = acknowledged WHERE id = ?");
    if (!count_down) return count_down.error();
    return count_down->bind(from.id.text).run();
}

Result<Done> SqliteDeviceStore::note_acknowledged(const IncarnationId& incarnation, std::int64_t mark,
                                                  const std::string& epoch) {
    const auto before = incarnations();
    if (!before) return before.error();
    auto transaction = Transaction::begin(database_);
    if (!transaction) return transaction.error();
    auto update = database_.prepare("UPDATE incarnation SET acknowledged = ? WHERE id = ? AND last >= ?");
    if (!update) return update.error();
    if (auto updated = update->bind(mark).bind(incarnation.text).bind(mark).run(); !updated) return updated;
    if (database_.changes() != 1)
        return Error{Error::Kind::refused, "a mark above everything that this tablet has written", ""};
    if (auto noted = write_setting(epoch_key, epoch); !noted) return noted;
    if (auto committed = transaction->commit(); !committed) return committed;
    const bool has_less = std::any_of(before->begin(), before->end(), [&](const IncarnationState& one) {
        return one.id == incarnation && mark < one.acknowledged;
    });
    if (has_less || is_journal_wasteful()) trim_journal();
    return Done{};
}

Result<Done> SqliteDeviceStore::set_aside(const RecordId& record, const std::string& reason) {
    auto update = database_.prepare("UPDATE record SET set_aside = ? WHERE id = ?");
    if (!update) return update.error();
    return update->bind(reason).bind(record.text).run();
}

Result<std::string> SqliteDeviceStore::epoch() const {
    auto found = setting(epoch_key);
    if (!found) return found.error();
    return found->value_or("");
}

}  // namespace touchstone::device
