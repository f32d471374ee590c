// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/practice/practice.h"
#include "engine/scenario/library.h"

namespace touchstone::test {

inline constexpr std::int64_t visible_ms = 60'000;  // a calm reader

struct PracticeRun {
    Encounter encounter;
    std::vector<Record> records;
    std::int64_t active_ms = 0;
};

/// Plays ids of asks and choices of the library's first scenario through engine/practice, on `day`.
PracticeRun practised(const Library& library, const std::vector<std::string>& ids, Day day = 20'000,
                      const std::string& encounter = "encounter-1", const ScenarioHistory& history = {});

}  // namespace touchstone::test
