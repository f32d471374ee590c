// SPDX-License-Identifier: Apache-2.0
#include "game/app/crash.h"

#include <catch2/catch_test_macros.hpp>

#include <csignal>
#include <cstdlib>

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
    CHECK(play(folder, "wait-for Who is practising?\ncrash signal\n").code == 128 + SIGSEGV);
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
