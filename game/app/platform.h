// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>

#include "engine/basics/civil.h"
#include "engine/basics/result.h"

/// What differs between systems: one file per platform implements it.
namespace touchstone::game::platform {

Micros system_now();
std::int64_t monotonic_ms();
/// Changes with every start of the machine; "" where there is none.
std::string boot_id();
/// Local time less UTC at `at`.
int utc_offset_minutes(Micros at);
/// Where this person's data lies: TOUCHSTONE_HOME, else the place that the system has for it.
std::string data_directory();
/// Where this person's settings for the program lie: TOUCHSTONE_HOME, else the system's place for them.
std::string configuration_directory();
/// Where this program lies.
std::string program_directory();
std::string device_name();
/// Where programs are looked for: folders with colons between them.
std::string search_path();
Result<Done> make_directory(const std::string& path);
/// At most `limit` bytes of a file.
Result<std::string> read_file(const std::string& path, std::size_t limit = 64U << 20U);
Result<Done> write_file(const std::string& path, const std::string& bytes);

/// Gives memory that was needed for a moment, as for reading packs, back to the system.
void give_back_memory();

}  // namespace touchstone::game::platform
