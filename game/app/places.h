// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "engine/basics/result.h"
#include "game/app/platform.h"

namespace touchstone::game {

/// The file with settings for this person; it need not exist.
std::string configuration_file();
std::string log_file(const std::string& data_directory);
/// The secret without which kept numbers match nothing.
std::string key_file(const std::string& data_directory);
std::string copies_directory(const std::string& data_directory);
std::string crash_file(const std::string& data_directory);
/// Lies beside the crash log until the crash was told to somebody.
std::string crash_mark(const std::string& data_directory);
/// Renames a damaged log and what belongs to it: tablet.sqlite becomes tablet.sqlite.damaged-<time>. Nothing
/// is deleted. The journal stays: the new log takes over what it holds.
Result<Done> put_aside(const std::string& log, Micros now);
/// One line per place: its name and its path.
std::string print_places(const std::string& data_directory, const std::string& pack);

}  // namespace touchstone::game
