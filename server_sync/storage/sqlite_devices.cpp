// SPDX-License-Identifier: Apache-2.0
#include "server_sync/storage/sqlite_store.h"

namespace touchstone::sync {

Result<Done> SqliteStore::add_code(const EnrolmentCodeRow& code) {
    return write_with_home(
        "code", code.code_hash, code.organisation,
        "INSERT INTO enrolment_code (organisation_id, code_hash, site_id, device_name, expires_at, "
        "used_at) VALUES (?, ?, ?, ?, ?, NULL)",
        {code.organisation.text, code.code_hash, code.site.text, code.device_name, code.expires_at});
}

namespace {

Error unknown_code() {
    return {Error::Kind::refused, "the enrolment code is unknown, used or older than 15 minutes",
            "Ask for a new code: touchstone-server enrol."};
}

/// Marks the code as used and completes the device from it.
Result<DeviceRow> use_code(SqliteConnection& connection, const std::string& code_hash, DeviceRow device) {
    auto used = connection.change(
        "UPDATE enrolment_code SET used_at = ? WHERE organisation_id = ? AND code_hash = ? AND used_at IS "
        "NULL "
        "AND expires_at > ?",
        {device.enrolled_at, device.organisation.text, code_hash, device.enrolled_at});
    if (!used) return used.error();
    if (*used == 0) return unknown_code();
    auto rows = connection.rows(
        "SELECT site_id, device_name FROM enrolment_code WHERE organisation_id = ? AND code_hash = ?",
        {device.organisation.text, code_hash});
    if (!rows) return rows.error();
    device.site = {rows->at(0).at(0).text()};
    if (!rows->at(0).at(1).text().empty()) device.name = rows->at(0).at(1).text();
    return device;
}

Result<Done> insert_device(SqliteConnection& connection, const DeviceRow& device) {
    auto noted = connection.change("INSERT INTO home (kind, name, organisation_id) VALUES ('device', ?, ?)",
                                   {device.id.text, device.organisation.text});
    if (!noted) return noted.error();
    auto inserted = connection.change(
        "INSERT INTO device (organisation_id, device_id, site_id, name, secret_hash, enrolled_at, "
        "revoked_at, seen_at) "
        "VALUES (?, ?, ?, ?, ?, ?, NULL, NULL)",
        {device.organisation.text, device.id.text, device.site.text, device.name, device.secret_hash,
         device.enrolled_at});
    if (!inserted) return inserted.error();
    return Done{};
}

DeviceRow device_from(const SqlRow& row, const OrganisationId& organisation) {
    return {organisation,  {row[0].text()}, {row[1].text()},       row[2].text(),
            row[3].text(), row[4].number(), row[5].maybe_number(), row[6].maybe_number()};
}

constexpr const char* select_devices =
    "SELECT device_id, site_id, name, secret_hash, enrolled_at, revoked_at, seen_at FROM device "
    "WHERE organisation_id = ?";

}  // namespace

Result<DeviceRow> SqliteStore::enrol(const std::string& code_hash, const DeviceRow& device) {
    const auto home = home_of("code", code_hash);
    if (!home) return home.error();
    if (!*home) return unknown_code();
    const std::lock_guard turn(writer_turn_);
    auto transaction = SqliteTransaction::begin(writer_);
    if (!transaction) return transaction.error();
    DeviceRow wanted = device;
    wanted.organisation = **home;
    auto enrolled = use_code(writer_, code_hash, wanted);
    if (!enrolled) return enrolled;
    if (auto inserted = insert_device(writer_, *enrolled); !inserted) return inserted.error();
    if (auto committed = transaction->commit(); !committed) return committed.error();
    return enrolled;
}

Result<std::optional<DeviceRow>> SqliteStore::find_device(const DeviceId& device) const {
    const auto home = home_of("device", device.text);
    if (!home) return home.error();
    if (!*home) return std::optional<DeviceRow>();
    auto rows = read(std::string(select_devices) + " AND device_id = ?", {(*home)->text, device.text});
    if (!rows) return rows.error();
    if (rows->empty()) return std::optional<DeviceRow>();
    return std::optional(device_from(rows->at(0), **home));
}

Result<std::vector<DeviceRow>> SqliteStore::devices(const OrganisationId& organisation) const {
    auto rows = read(std::string(select_devices) + " ORDER BY name, device_id", {organisation.text});
    if (!rows) return rows.error();
    std::vector<DeviceRow> found;
    for (const auto& row : *rows) found.push_back(device_from(row, organisation));
    return found;
}

Result<Done> SqliteStore::revoke_device(const OrganisationId& organisation, const DeviceId& device,
                                        Micros at) {
    return write(
        "UPDATE device SET revoked_at = ? WHERE organisation_id = ? AND device_id = ? AND revoked_at IS NULL",
        {at, organisation.text, device.text});
}

}  // namespace touchstone::sync
