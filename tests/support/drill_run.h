// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/practice/drill.h"
#include "engine/scenario/library.h"

namespace touchstone::test {

/// `body` as one person's tablet keeps it: noon of `day`, `seq` seconds later.
Record kept(RecordBody body, Day day, std::int64_t seq, const std::string& device = "tablet-1");

/// One person who answers drills of a library day by day.
class DrillLearner {
public:
    explicit DrillLearner(const Library& library) : library_(library) {}

    std::vector<Record> records;
    PersonId person{"ana"};

    /// The state of the library's first drill.
    DrillState state() const;
    /// Answers it on `day`: the best choice, or the worst.
    DrillStep answer(Day day, bool well, bool hint = false, std::int64_t visible_ms = 20'000);

private:
    const Library& library_;
};

/// A finished encounter of a scenario: begun, one choice of quality 1 and `difficulty`, finished with
/// `score`.
std::vector<Record> finished_run(const std::string& scenario, int score, Day day, std::int64_t seq,
                                 int difficulty = 65, const std::string& mode = "practice",
                                 const std::string& end = "outcome");

}  // namespace touchstone::test
