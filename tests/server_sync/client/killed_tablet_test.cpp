// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <fstream>
#include <set>
#include <thread>

#include "engine/basics/seeded.h"
#include "server_sync/device/device_store.h"
#include "tests/server_sync/client/sync_office.h"
#include "tests/support/temporary_folder.h"

using namespace touchstone;
using namespace touchstone::test;

namespace {

struct Scene {
    TemporaryFolder folder;
    SyncOffice office;
    LoopbackServer server{office.handler()};
    std::string log = folder.file("tablet.sqlite");
    std::string said = folder.file("said.txt");
};

/// Starts the tablet; what it says is added to the file `said`.
pid_t start_tablet(const Scene& scene, int writer, const std::string& records) {
    const std::string server = scene.server.url(), number = std::to_string(writer);
    const pid_t child = fork();
    if (child != 0) return child;
    const int said = open(scene.said.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    dup2(said, STDOUT_FILENO);
    execl(TOUCHSTONE_BINARY_DIR "/bin/tablet_program", "tablet_program", scene.log.c_str(), server.c_str(),
          number.c_str(), records.c_str(), static_cast<char*>(nullptr));
    _exit(127);
}

int status_of_end(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

std::set<std::string> lines_of(const std::string& path) {
    std::ifstream in(path);
    std::set<std::string> out;
    for (std::string line; std::getline(in, line);) out.insert(line);
    return out;
}

/// Waits until the tablet has said more than before: it is in the middle of its work then.
void wait_until_it_works(const Scene& scene, std::size_t said_before) {
    for (int i = 0; i < 2000 && lines_of(scene.said).size() <= said_before; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

std::set<std::string> ids_in_log(const std::string& path) {
    const auto store = device::open_device_store(path);
    REQUIRE(store);
    const auto records = (*store)->of_person({"r1"});
    REQUIRE(records);
    std::set<std::string> out;
    for (const Record& record : *records) out.insert(record.header.id.text);
    return out;
}

}  // namespace

TEST_CASE("a tablet killed twenty times while it writes and uploads loses no record and sends none twice",
          "[client][kill]") {
    Scene scene;
    SplitMix64 random(20261122);
    for (int writer = 1; writer <= 20; ++writer) {
        const std::size_t said_before = lines_of(scene.said).size();
        const pid_t tablet = start_tablet(scene, writer, "1000000");
        REQUIRE(tablet > 0);
        wait_until_it_works(scene, said_before);
        std::this_thread::sleep_for(std::chrono::milliseconds(random.below(140)));
        kill(tablet, SIGKILL);
        const int status = status_of_end(tablet);
        REQUIRE(WIFSIGNALED(status));
    }
    REQUIRE(status_of_end(start_tablet(scene, 99, "0")) == 0);

    const auto said = lines_of(scene.said);
    const auto kept = ids_in_log(scene.log);
    const auto stored = scene.office.stored();
    CHECK(said.size() >= 20);
    for (const std::string& id : said) CHECK(kept.count(id) == 1);
    CHECK(stored.size() == kept.size());
    for (const auto& [id, times] : stored) {
        CHECK(times == 1);
        CHECK(kept.count(id) == 1);
    }
}
