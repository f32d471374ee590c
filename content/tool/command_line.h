// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace touchstone::content {

/// Reads the command line and runs the command that it names; the exit code of the program.
int run_command_line(int argc, char** argv);

}  // namespace touchstone::content
