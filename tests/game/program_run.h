// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "tests/support/temporary_folder.h"

namespace touchstone::game::test {

struct ProgramRun {
    int code = -1;  // 128 + the signal that ended it
    std::string out, errors;
};
/// Runs a line of the shell and waits for its end.
ProgramRun run_line(const std::string& line);
/// The real program with its home in `folder` and nothing else in the environment about Touchstone.
ProgramRun run_touchstone(const touchstone::test::TemporaryFolder& folder, const std::string& arguments,
                          const std::string& environment = {});

}  // namespace touchstone::game::test
