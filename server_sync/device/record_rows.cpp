// SPDX-License-Identifier: Apache-2.0
#include "server_sync/device/record_rows.h"

#include <fmt/format.h>

#include "engine/records/record_json.h"

namespace touchstone::device {

const std::string record_columns =
    "place, set_aside, schema, id, organisation, site, team, person, device, incarnation, seq, at, day, "
    "monotonic_ms, boot_id, language, text_flag, kind, body";

namespace {

RecordHeader header_of(const Statement& row) {
    RecordHeader header;
    header.schema = row.whole(2);
    header.id = {row.text(3)};
    header.organisation = {row.text(4)};
    header.site = {row.text(5)};
    header.team = {row.text(6)};
    header.person = {row.text(7)};
    header.device = {row.text(8)};
    header.incarnation = {row.text(9)};
    header.seq = row.number(10);
    header.at = row.number(11);
    header.day = row.whole(12);
    header.monotonic_ms = row.number(13);
    header.boot_id = row.text(14);
    header.language = row.text(15);
    header.text_flag = row.text(16);
    return header;
}

Result<QueuedRecord> queued_record(const Statement& row) {
    auto body = body_from_json(row.text(17), row.text(18));
    if (!body)
        return Error{Error::Kind::broken_storage,
                     fmt::format("the tablet's log, record {}: {}", row.text(3), body.error().detail),
                     "Keep the file as it is and ask the person who looks after the tablets."};
    return QueuedRecord{row.number(0), Record{header_of(row), std::move(*body)}, row.text(1)};
}

}  // namespace

std::vector<std::string> fields_of(std::int64_t place, const Record& record) {
    const RecordHeader& header = record.header;
    return {std::to_string(place),
            "",
            std::to_string(header.schema),
            header.id.text,
            header.organisation.text,
            header.site.text,
            header.team.text,
            header.person.text,
            header.device.text,
            header.incarnation.text,
            std::to_string(header.seq),
            std::to_string(header.at),
            std::to_string(header.day),
            std::to_string(header.monotonic_ms),
            header.boot_id,
            header.language,
            header.text_flag,
            kind_of(record.body),
            body_to_json(record.body)};
}

Result<Done> insert_record(const Database& database, std::int64_t queue,
                           const std::vector<std::string>& fields) {
    auto insert = database.prepare("INSERT INTO record(queue, " + record_columns +
                                   ") VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert) return insert.error();
    insert->bind(queue);
    for (const std::string& field : fields) insert->bind(field);  // columns of numbers make them numbers
    return insert->run();
}

Result<std::vector<QueuedRecord>> read_rows(Statement& query) {
    std::vector<QueuedRecord> out;
    while (true) {
        auto row = query.step();
        if (!row) return row.error();
        if (!*row) return out;
        auto read = queued_record(query);
        if (!read) return read.error();
        out.push_back(std::move(*read));
    }
}

}  // namespace touchstone::device
