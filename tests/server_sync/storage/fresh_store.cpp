// SPDX-License-Identifier: Apache-2.0
#include "tests/server_sync/storage/fresh_store.h"

#include "server_sync/statements/statement.h"

namespace touchstone::test {

const std::vector<StoreKind>& store_kinds() {
    static const std::vector<StoreKind> kinds = {{"SQLite", [](const TemporaryFolder& folder) {
                                                      return sync::open_sqlite_store(
                                                          (folder.path() / "store.sqlite").string());
                                                  }}};
    return kinds;
}

sync::IncomingChunk chunk_of(const Source& source, const std::vector<Record>& records) {
    sync::IncomingChunk chunk{source.organisation,   source.device, source.incarnation,
                              1'800'000'000'000'000, source.day,    {}};
    for (const Record& record : records)
        chunk.items.push_back({record.header.seq, sync::statement_of(record), record, {}});
    return chunk;
}

sync::IncomingItem withheld(std::int64_t seq) { return {seq, {}, std::nullopt, {}}; }

sync::IncomingItem unreadable(std::int64_t seq, const std::string& raw) {
    return {seq, raw, std::nullopt, "statement: it is not ours"};
}

}  // namespace touchstone::test
