// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "engine/basics/result.h"
#include "engine/records/record.h"

namespace touchstone::sync {

/// The xAPI statement of a record, one line of JSON. The same record gives the same bytes, so that a re-sent
/// one is recognised. Verbs and types: docs/xapi.md. No name and no free text ever stands in it: the actor is
/// account {homePage: organisation, name: person id}, the registration is the encounter.
std::string statement_of(const Record& record);

/// The record inside one of our statements, whole. A statement that is not ours, or was changed, is an Error.
Result<Record> record_of(std::string_view statement);

}  // namespace touchstone::sync
