// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "tests/support/temporary_folder.h"

namespace touchstone::test {

struct ToolRun {
    int exit = -1;
    std::string output;  // standard output and errors

    bool says(const std::string& text) const { return output.find(text) != std::string::npos; }
};

/// Runs the real touchstone-content, as an author does.
ToolRun tool(const std::string& arguments);
/// Runs any command line.
ToolRun shell(const std::string& command);

/// A small pack with `small_scenario`, a translation into Polish and a golden playthrough; its folder.
std::string small_pack(const TemporaryFolder& folder);

/// Replaces the first `from` in a file. Fails the test when it is not there.
void edit_file(const std::string& file, const std::string& from, const std::string& to);

}  // namespace touchstone::test
