// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <CLI/CLI.hpp>
#include <string>

namespace touchstone::content {

/// A script for bash that completes the program's commands, their options, the values that an option or
/// argument lists, and else names of files.
std::string bash_completion(const CLI::App& program, const std::string& name);

}  // namespace touchstone::content
