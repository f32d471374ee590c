// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>

namespace touchstone::content {

/// What Visual Studio Code needs to know our files, by path below the folder that it opens: settings that
/// name the schemas, snippets, and the schemas themselves.
std::map<std::string, std::string> editor_files();

}  // namespace touchstone::content
