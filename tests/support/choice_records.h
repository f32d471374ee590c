// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>

#include "engine/records/record.h"

namespace touchstone::test {

/// A version 7 id that differs for each pair of numbers.
std::string writer_uuid(std::uint64_t writer, std::uint64_t number);

/// A choice of `person`, as the shell would hand it to the log.
Record choice_record(std::uint64_t writer, std::uint64_t number, const PersonId& person = {"p1"});

}  // namespace touchstone::test
