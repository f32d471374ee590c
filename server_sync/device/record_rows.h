// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/records/record.h"
#include "server_sync/device/database.h"
#include "server_sync/device/device_store.h"

namespace touchstone::device {

/// The columns that `read_rows` expects, in its order.
extern const std::string record_columns;

/// A record at its place as `record_columns`, each as text; not set aside.
std::vector<std::string> fields_of(std::int64_t place, const Record& record);
/// One row of the table `record`, in the queue of incarnation number `queue`.
Result<Done> insert_record(const Database& database, std::int64_t queue,
                           const std::vector<std::string>& fields);

/// Steps through all rows of a query over `record_columns`.
Result<std::vector<QueuedRecord>> read_rows(Statement& query);

}  // namespace touchstone::device
