// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/sync/incoming.h"

#include "server_sync/server/secrets.h"
#include "server_sync/statements/statement.h"

namespace touchstone::sync {
namespace {

/// Why a readable record may not be kept under this credential and sequence; empty when it may.
std::string complaint_about(const Record& record, const Chunk& chunk, const DeviceRow& device,
                            std::int64_t seq) {
    if (!(record.header.organisation == device.organisation))
        return "the record belongs to another organisation";
    if (record.header.seq != seq || !(record.header.incarnation == chunk.incarnation))
        return "the record stands at another place of the log";
    const EncounterId* encounter = encounter_of(record.body);
    if (!is_uuid(record.header.id.text) || (encounter && !is_uuid(encounter->text)))
        return "the record or its encounter has an id that is not a UUID";
    if (record.header.person.empty()) return "the record names no person";
    return {};
}

IncomingItem incoming_item(const ChunkItem& item, const Chunk& chunk, const DeviceRow& device) {
    IncomingItem incoming{item.seq, item.statement.value_or(""), std::nullopt, {}};
    if (!item.statement) return incoming;
    auto record = record_of(*item.statement);
    if (!record) {
        incoming.reason = record.error().detail;
        return incoming;
    }
    incoming.reason = complaint_about(*record, chunk, device, item.seq);
    if (incoming.reason.empty()) incoming.record = *std::move(record);
    return incoming;
}

}  // namespace

IncomingChunk incoming_chunk(const Chunk& chunk, const DeviceRow& device, Micros received_at, Day today) {
    IncomingChunk incoming{device.organisation, device.id, chunk.incarnation, received_at, today, {}};
    for (const ChunkItem& item : chunk.items) incoming.items.push_back(incoming_item(item, chunk, device));
    return incoming;
}

}  // namespace touchstone::sync
