// SPDX-License-Identifier: Apache-2.0
#include "game/app/crash.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "game/app/platform.h"
#include "tests/game/program_run.h"

namespace touchstone::game::test {
namespace {

using touchstone::test::TemporaryFolder;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

ProgramRun play(const TemporaryFolder& folder, const std::string& script) {
    folder.write("script", script);
    return run_touchstone(
        folder, "--lang en --data-dir '" + folder.file("data") + "' --script " + folder.file("script"));
}

const std::string told = "expect Touchstone ended unexpectedly last time.";

}  // namespace

TEST_CASE("a signal leaves a readable log, and the next start says so once", "[crash][window]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    const TemporaryFolder folder;
    folder.write("script", "wait-for Who is practising?\ndump " + folder.file("up") + "\nwait-for never\n");
    const pid_t child = fork();
    if (child == 0) {
        setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
        execl(TOUCHSTONE_PROGRAM, "touchstone", "--lang", "en", "--data-dir", folder.file("data").c_str(),
              "--script", folder.file("script").c_str(), static_cast<char*>(nullptr));
        _exit(127);
    }
    for (int i = 0; i < 600 && !std::filesystem::exists(folder.file("up")); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    kill(child, SIGSEGV);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGSEGV);
    const auto log = platform::read_file(folder.file("data/crash.log"));
    REQUIRE(log);
    INFO(*log);
    CHECK(has(*log, "==== Touchstone "));
    CHECK(has(*log, "signal: SIGSEGV"));
    CHECK(has(*log, to_rfc3339(platform::system_now()).substr(0, 8)));
    CHECK(has(*log, "Shell"));  // a function of ours in the backtrace

    const std::string wait = "wait-for Who is practising?\n";
    CHECK(play(folder, wait + told + " Nothing saved is lost. What happened is in " +
                           folder.file("data/crash.log") + "\nquit\n")
              .code == 0);
    CHECK(play(folder, wait +
                           "expect-not Touchstone ended unexpectedly last time. Nothing saved is lost. What "
                           "happened is in " +
                           folder.file("data/crash.log") + "\nquit\n")
              .code == 0);
}

TEST_CASE("an exception that nobody catches is in the log with its words", "[crash][window]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    const TemporaryFolder folder;
    const auto run = play(folder, "wait-for Who is practising?\ncrash\n");
    CHECK(run.code == 128 + SIGABRT);
    const auto log = platform::read_file(folder.file("data/crash.log"));
    REQUIRE(log);
    CHECK(has(*log, "exception that nobody caught: the script asked for a crash"));
    CHECK(has(run.errors, "the script asked for a crash"));
}

}  // namespace touchstone::game::test
