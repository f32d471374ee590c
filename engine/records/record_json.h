// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "engine/basics/result.h"
#include "engine/records/record.h"

namespace touchstone {

/// One line of JSON, members in a fixed order: the same record gives the same bytes.
std::string body_to_json(const RecordBody& body);
/// The body of kind `kind`; unknown members are refused, so nothing is lost silently.
Result<RecordBody> body_from_json(std::string_view kind, std::string_view json);

}  // namespace touchstone
