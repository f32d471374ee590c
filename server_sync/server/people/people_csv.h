// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "engine/basics/result.h"

namespace touchstone::sync {

struct CsvPerson {
    std::string site, name;
};

/// Reads `site,name` lines: UTF-8, a first line with exactly these column names, fields with commas in double
/// quotes. An error names the line.
Result<std::vector<CsvPerson>> read_people_csv(std::string_view text);

}  // namespace touchstone::sync
