// SPDX-License-Identifier: Apache-2.0
#include "game/app/places.h"

#include <algorithm>
#include <filesystem>

#include "game/app/resources.h"

namespace touchstone::game {
namespace {

std::string absolute(const std::string& path) {
    std::error_code problem;
    const auto whole = std::filesystem::absolute(path, problem).lexically_normal();
    return problem ? path : whole.string();
}

}  // namespace

std::string configuration_file() { return platform::configuration_directory() + "/config.toml"; }
std::string log_file(const std::string& data_directory) { return data_directory + "/tablet.sqlite"; }
std::string key_file(const std::string& data_directory) { return data_directory + "/tablet.key"; }

std::string copies_directory(const std::string& data_directory) { return data_directory + "/copies"; }
std::string crash_file(const std::string& data_directory) { return data_directory + "/crash.log"; }
std::string crash_mark(const std::string& data_directory) { return data_directory + "/crash.new"; }

Result<Done> put_aside(const std::string& log, Micros now) {
    std::string time = to_rfc3339(now).substr(0, 19);
    time.erase(std::remove(time.begin(), time.end(), ':'), time.end());
    // The log itself last: when this stops half way, the next start still finds it.
    for (const char* part : {"-wal", "-shm", ".mark", ""}) {
        std::error_code problem;
        if (!std::filesystem::exists(log + part, problem)) continue;
        std::filesystem::rename(log + part, log + ".damaged-" + time + part, problem);
        if (problem)
            return Error{Error::Kind::refused, log + part + ": " + problem.message(),
                         "Allow writing in this folder, or choose another one with --data-dir."};
    }
    return Done{};
}

std::string print_places(const std::string& data_directory, const std::string& pack) {
    const std::string data = absolute(data_directory);
    std::string text = "data      " + data + "\nrecords   " + log_file(data) + "\ncopies    " +
                       copies_directory(data) + "\ncrashes   " + crash_file(data) + "\nsettings  " +
                       configuration_file() + "\nprogram   " + absolute(share_directory()) + "\n";
    const std::vector<std::string> packs =
        pack.empty() ? installed_packs(share_directory()) : std::vector<std::string>{pack};
    for (const std::string& folder : packs) text += "pack      " + absolute(folder) + "\n";
    return text;
}

}  // namespace touchstone::game
