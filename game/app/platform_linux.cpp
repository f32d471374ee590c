// SPDX-License-Identifier: Apache-2.0
#include "game/app/platform.h"

#include <malloc.h>
#include <pwd.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace touchstone::game::platform {
namespace {

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

std::string home_directory() {
    if (const std::string home = environment("HOME"); !home.empty()) return home;
    const passwd* entry = getpwuid(getuid());
    return entry != nullptr && entry->pw_dir != nullptr ? entry->pw_dir : ".";
}

/// XDG Base Directory Specification: a relative path there counts as not set.
std::string own_directory(const char* variable, const char* below_home) {
    if (const std::string home = environment("TOUCHSTONE_HOME"); !home.empty()) return home;
    const std::string base = environment(variable);
    return (base.starts_with('/') ? base : home_directory() + below_home) + "/touchstone";
}

}  // namespace

Micros system_now() {
    using namespace std::chrono;
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
}

std::int64_t monotonic_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::string boot_id() {
    std::string id;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> id;
    return id;
}

int utc_offset_minutes(Micros at) {
    const std::time_t seconds = at / 1'000'000;
    std::tm local{};
    localtime_r(&seconds, &local);
    return static_cast<int>(local.tm_gmtoff / 60);
}

std::string data_directory() { return own_directory("XDG_DATA_HOME", "/.local/share"); }
std::string configuration_directory() { return own_directory("XDG_CONFIG_HOME", "/.config"); }

std::string program_directory() {
    std::error_code problem;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", problem);
    return problem ? "." : program.parent_path().string();
}

std::string search_path() { return environment("PATH"); }

std::string device_name() {
    std::array<char, 65> name{};
    if (gethostname(name.data(), name.size() - 1) != 0 || name[0] == '\0') return "tablet";
    return name.data();
}

Result<Done> make_directory(const std::string& path) {
    std::error_code problem;
    std::filesystem::create_directories(path, problem);
    if (problem)
        return Error{Error::Kind::unavailable, path + ": " + problem.message(),
                     "Choose a folder that can be written to, with --data-dir."};
    return Done{};
}

Result<std::string> read_file(const std::string& path, std::size_t limit) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return Error{Error::Kind::not_found, "cannot read " + path};
    std::ostringstream bytes;
    bytes << file.rdbuf();
    if (bytes.str().size() > limit) return Error{Error::Kind::too_large, path + " is larger than it may be"};
    return bytes.str();
}

Result<Done> write_file(const std::string& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    file.flush();
    if (!file)
        return Error{Error::Kind::unavailable, "cannot write " + path,
                     "Choose a folder that can be written to."};
    return Done{};
}

void give_back_memory() { malloc_trim(0); }

}  // namespace touchstone::game::platform
