// SPDX-License-Identifier: Apache-2.0
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "tests/game/headless.h"
#include "tests/support/temporary_folder.h"

namespace touchstone::game::test {
namespace {

pid_t start(const touchstone::test::TemporaryFolder& folder, const std::string& script) {
    REQUIRE(platform::write_file(folder.file("script.txt"), script));
    const pid_t child = fork();
    if (child == 0) {
        // The graphics driver keeps what it allocated; leaks are looked for in the tests without a window.
        setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
        execl(TOUCHSTONE_PROGRAM, "touchstone", "--data-dir", folder.file("data").c_str(), "--script",
              folder.file("script.txt").c_str(), "--dump-tree", folder.file("tree.json").c_str(), "--lang",
              "en", static_cast<char*>(nullptr));
        _exit(127);
    }
    return child;
}

int exit_code_of(pid_t child) {
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool comes(const std::string& path) {
    for (int i = 0; i < 600; ++i) {
        if (std::filesystem::exists(path)) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return false;
}

const std::string one_choice = "wait-for You say\nkey a\nwait-for SAY IT\nkey enter\nwait-for WHAT NOW?\n";

}  // namespace

TEST_CASE("a person plays in a real window with finger, mouse and keyboard, and reads the score",
          "[window]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    touchstone::test::TemporaryFolder folder;
    // Pictures stay behind as test output.
    const std::filesystem::path pictures = TOUCHSTONE_BINARY_DIR "/test-output";
    std::filesystem::create_directories(pictures);
    const auto shot = [&](const char* name) { return "shot " + (pictures / name).string() + "\n"; };
    const std::string script =
        "wait-for Who is practising?\ntouch I am new here\ntype Daria L\nkey enter\ntype 4711\nwait-for "
        "The same four\ntype 4711\nwait-for Your week\n" +
        shot("home.png") + "touch START\nwait-for You say\n" + shot("stage.png") + one_choice +
        shot("reaction.png") +
        "touch WHAT NOW?\nwait-for You say\nsize 800x1280\ntap Leave\nwait-for Stop here?\ntouch End it "
        "here\nwait-for Score\n" +
        shot("debrief-portrait.png") + "tap DONE\nwait-for Your week\nquit\n";
    CHECK(exit_code_of(start(folder, script)) == 0);
    for (const char* name : {"home.png", "stage.png", "reaction.png", "debrief-portrait.png"})
        CHECK(std::filesystem::file_size(pictures / name) > 10'000);
    const auto tree = platform::read_file(folder.file("tree.json"));
    REQUIRE(tree);
    CHECK(tree->find("\"screen\":\"home\"") != std::string::npos);
}

TEST_CASE("kill -9 after a choice loses nothing: the next start offers to go on", "[window]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    touchstone::test::TemporaryFolder folder;
    const pid_t child = start(folder,
                              "wait-for Who is practising?\ntap I am new here\ntype Daria\nkey "
                              "enter\ntap Not now\nwait-for Your week\ntap START\n" +
                                  one_choice + "dump " + folder.file("chosen.json") + "\nwait-for never\n");
    REQUIRE(comes(folder.file("chosen.json")));
    kill(child, SIGKILL);
    exit_code_of(child);
    CHECK(exit_code_of(start(folder,
                             "wait-for Daria\ntap Daria\nwait-for GO ON\ntap GO ON\nwait-for You say\nexpect "
                             "Moment 2 of\nquit\n")) == 0);
}

TEST_CASE("a script that asks for what is not there fails and says so", "[window]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    touchstone::test::TemporaryFolder folder;
    CHECK(exit_code_of(start(folder, "wait-for Who is practising?\nexpect-not Touchstone\nquit\n")) == 1);
}

TEST_CASE("the buttons of a game controller act as keys do", "[window]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    touchstone::test::TemporaryFolder folder;
    const std::string script =
        "wait-for I am new here\ntap I am new here\ntype Daria\npad enter\nwait-for #pin/back\npad escape\n"
        "wait-for Who is practising?\npad down\ndump " + folder.file("walked.json") + "\nquit\n";
    CHECK(exit_code_of(start(folder, script)) == 0);
    const auto walked = platform::read_file(folder.file("walked.json"));
    REQUIRE(walked);
    CHECK(walked->find("\"focused\":true") != std::string::npos);
}

}  // namespace touchstone::game::test
