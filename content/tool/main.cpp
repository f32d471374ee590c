// SPDX-License-Identifier: Apache-2.0
#include "content/tool/command_line.h"

int main(int argc, char** argv) { return touchstone::content::run_command_line(argc, argv); }
