// SPDX-License-Identifier: Apache-2.0
// A folder that cannot be written, a full disk, a damaged log: real files, the real program, a way on.
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "game/app/platform.h"
#include "tests/game/program_run.h"

namespace touchstone::game::test {
namespace {

using touchstone::test::TemporaryFolder;
namespace files = std::filesystem;

const std::string opening = "wait-for The data of this tablet cannot be opened\n";

ProgramRun play(const TemporaryFolder& folder, const std::string& script,
                const std::string& before = "true") {
    folder.write("script", script);
    return run_line(before + " && exec " + TOUCHSTONE_PROGRAM + " --lang en --data-dir '" +
                    folder.file("data") + "' --script " + folder.file("script"));
}

/// Overwrites the head of a file; what it is then.
std::string damage(const std::string& path) {
    const auto bytes = platform::read_file(path);
    REQUIRE(bytes);
    const std::string damaged =
        std::string(4096, 'Z') + bytes->substr(std::min<std::size_t>(4096, bytes->size()));
    REQUIRE(platform::write_file(path, damaged));
    return damaged;
}

/// Whether the log that was put aside is still these bytes.
bool has_kept(const TemporaryFolder& folder, const std::string& damaged) {
    for (const auto& entry : files::directory_iterator(folder.file("data"))) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("tablet.sqlite.damaged-") && !name.ends_with(".mark") && !name.ends_with("-wal"))
            return *platform::read_file(entry.path().string()) == damaged;
    }
    return false;
}

void ends_well(const ProgramRun& run) {
    INFO(run.errors);
    CHECK(run.code == 0);
}

}  // namespace

TEST_CASE("a data folder that cannot be made is said, and trying again after it was mended goes on",
          "[trouble][window]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    const TemporaryFolder folder;
    folder.write("data", "a file where the folder should be");
    // Mends it from outside once the problem is on the screen.
    const std::string mend = "(for i in $(seq 600); do [ -e '" + folder.file("seen") +
                             "' ] && break; sleep 0.1; done; rm -f '" + folder.file("data") + "'; touch '" +
                             folder.file("mended") + "') & true";
    ends_well(play(folder,
                   opening + "expect Close\ntap TRY AGAIN\n" + opening + "dump " + folder.file("seen") +
                       "\nwait-file " + folder.file("mended") +
                       "\ntap TRY AGAIN\nwait-for Who is practising?\nquit\n",
                   mend));
}

TEST_CASE(
    "a damaged log is said; a new one has what was not sent from the journal, and the old is kept to the "
    "byte",
    "[trouble][window]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    const TemporaryFolder folder;
    ends_well(play(folder,
                   "wait-for Who is practising?\ntap I am new here\ntype Daria\nkey enter\ntap Not now\n"
                   "wait-for START\ntap START\nwait-for You say\nquit\n"));
    const std::string log = folder.file("data/tablet.sqlite");
    const std::string damaged = damage(log);
    ends_well(
        play(folder, opening + "tap TRY AGAIN\n" + opening +
                         "tap Set it aside and start anew\nwait-for What was not sent yet is here again.\n"
                         "wait-for Daria\nquit\n"));
    CHECK(has_kept(folder, damaged));
    ends_well(play(folder, "wait-for Daria\ntap Daria\nwait-for GO ON\ntap GO ON\nwait-for You say\nquit\n"));
}

TEST_CASE("when the journal of a damaged log is damaged too, it is said that something is missing",
          "[trouble][window]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    const TemporaryFolder folder;
    ends_well(play(
        folder,
        "wait-for Who is practising?\ntap I am new here\ntype Daria\nkey enter\nwait-for Not now\nquit\n"));
    const std::string log = folder.file("data/tablet.sqlite");
    const std::string damaged = damage(log);
    damage(log + ".journal");
    ends_well(play(folder, opening +
                               "tap Set it aside and start anew\n"
                               "wait-for Some of what was not sent yet could not be read.\nexpect-not Daria\n"
                               "wait-for Who is practising?\nquit\n"));
    CHECK(has_kept(folder, damaged));
    CHECK(files::exists(log + ".journal.damaged-1"));
}

TEST_CASE("a data folder that is read-only is said with its remedy", "[trouble][window]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    const TemporaryFolder folder;
    // Root may write everywhere except where the system itself says no.
    folder.write("script", opening + "expect TRY AGAIN\ntap Close\n");
    const std::string place = geteuid() == 0 ? "/proc/touchstone" : folder.file("locked");
    if (geteuid() != 0) {
        files::create_directory(place);
        files::permissions(place, files::perms::owner_read | files::perms::owner_exec);
    }
    ends_well(run_line(std::string(TOUCHSTONE_PROGRAM) + " --lang en --data-dir " + place + " --script " +
                       folder.file("script") + " --dump-tree " + folder.file("tree")));
    const auto tree = platform::read_file(folder.file("tree"));
    REQUIRE(tree);
    CHECK(tree->find("--data-dir") != std::string::npos);
}

TEST_CASE("a disk that is full in the middle of practice loses nothing that was saved", "[trouble][window]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    const TemporaryFolder folder;
    // A small disk of our own, seen by these lines only.
    const std::string disk = folder.file("disk"), own = "unshare -rm sh -c ";
    files::create_directory(disk);
    const std::string mount = "mount -t tmpfs -o size=2m none '" + disk + "'";
    if (run_line(own + "\"" + mount + "\"").code != 0) SKIP("this system lets nobody mount a small disk");
    const std::string who = "wait-for Who is practising?\n", home = "tap Daria\nwait-for Your week\n";
    folder.write("first",
                 who + "tap I am new here\ntype Daria\nkey enter\ntap Not now\nwait-for Your week\nquit\n");
    folder.write("full", "wait-for Daria\n" + home +
                             "tap START\nwait-for That could not be saved\nexpect TRY AGAIN\ndump " +
                             folder.file("tree") + "\ntap Go back\nwait-for Your week\nquit\n");
    folder.write("after", "wait-for Daria\n" + home + "tap START\nwait-for You say\nquit\n");
    const std::string program = std::string(TOUCHSTONE_PROGRAM) + " --lang en --data-dir '" + disk +
                                "/data' --script " + folder.path().string();
    folder.write("all.sh", "set -e\n" + mount + "\n" + program + "/first\ncat /dev/zero >'" + disk +
                               "/filler' 2>/dev/null || true\n" + program + "/full\nrm '" + disk +
                               "/filler'\n" + program + "/after\n");
    ends_well(run_line("unshare -rm sh " + folder.file("all.sh")));
    const auto tree = platform::read_file(folder.file("tree"));
    REQUIRE(tree);
    CHECK(tree->find("the disk is full") != std::string::npos);
    CHECK(tree->find("Everything that was saved before is still there.") != std::string::npos);
}

}  // namespace touchstone::game::test
