// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server_sync/storage/store.h"
#include "tests/support/sample_records.h"
#include "tests/support/temporary_folder.h"

namespace touchstone::test {

/// Every kind of store that must keep the contract. A new one joins the list here and passes the same tests.
struct StoreKind {
    const char* name;
    std::function<Result<std::unique_ptr<sync::Store>>(const TemporaryFolder&)> open;
};
const std::vector<StoreKind>& store_kinds();

/// A chunk of the source's records as the tablet sends them; sequences from their headers.
sync::IncomingChunk chunk_of(const Source& source, const std::vector<Record>& records);
/// An item without a statement.
sync::IncomingItem withheld(std::int64_t seq);
/// An item that could not be read.
sync::IncomingItem unreadable(std::int64_t seq, const std::string& raw);

}  // namespace touchstone::test
