// SPDX-License-Identifier: Apache-2.0
#include "tests/server_sync/device/journal_files.h"

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "tests/support/choice_records.h"

namespace touchstone::test {
namespace {

bool say_to_system(const char* path, const std::string& text) {
    std::ofstream out(path);
    out << text;
    out.flush();
    return static_cast<bool>(out);
}

/// Root in a world of its own, which a person without rights may be too.
bool become_root_here() {
    const std::string user = std::to_string(geteuid()), group = std::to_string(getegid());
    if (geteuid() == 0) return ::unshare(CLONE_NEWNS) == 0;
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    return say_to_system("/proc/self/setgroups", "deny") &&
           say_to_system("/proc/self/uid_map", "0 " + user + " 1") &&
           say_to_system("/proc/self/gid_map", "0 " + group + " 1");
}

}  // namespace

std::unique_ptr<device::DeviceStore> opened_at(const std::string& path, const device::StepWatch& watch) {
    auto store = device::open_device_store(path, device::system_random, watch);
    if (!store) throw std::runtime_error(store.error().detail);
    return *std::move(store);
}

void lose_log(const std::string& path) {
    for (const char* part : {"-wal", ".mark", ""})
        if (std::filesystem::exists(path + part))
            std::filesystem::rename(path + part, path + ".aside" + part);
}

std::vector<std::string> ids_in(const device::DeviceStore& store) {
    const auto records = store.read_after(0, 100'000);
    if (!records) throw std::runtime_error(records.error().detail);
    std::vector<std::string> ids;
    for (const Record& record : *records) ids.push_back(record.header.id.text);
    return ids;
}

std::vector<std::string> ids_of(std::uint64_t first, std::uint64_t count) {
    std::vector<std::string> ids;
    for (std::uint64_t number = first; number < first + count; ++number)
        ids.push_back(writer_uuid(1, number));
    return ids;
}

void append_some(device::DeviceStore& store, std::uint64_t first, std::uint64_t count) {
    for (std::uint64_t number = first; number < first + count; ++number)
        REQUIRE(store.append({choice_record(1, number)}));
}

std::string file_bytes(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

int in_child(const std::function<int()>& act) {
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("no further process");
    if (child == 0) ::_exit(act());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

bool mount_small_disk(const std::string& folder, const std::string& size) {
    return become_root_here() && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::mount("none", folder.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
}

}  // namespace touchstone::test
