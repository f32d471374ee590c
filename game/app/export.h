// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/basics/result.h"
#include "engine/records/record.h"

namespace touchstone::game {

/// A person's records as text: one JSON object a line, oldest first, with time, day and kind.
std::string to_json_lines(const std::vector<Record>& records);

/// Writes them to `directory`/touchstone-<name>-<date>.jsonl and answers the path. An older copy of the same
/// day is replaced.
Result<std::string> export_records(const std::string& directory, const std::string& name, Day today,
                                   const std::vector<Record>& records);

}  // namespace touchstone::game
