// SPDX-License-Identifier: Apache-2.0
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

#include "game/app/platform.h"
#include "tests/game/headless.h"
#include "tests/game/program_run.h"

namespace touchstone::game::test {
namespace {

using touchstone::test::TemporaryFolder;

pid_t start(const TemporaryFolder& folder, const char* mode) {
    folder.write("script", "wait-for Who is practising?\nclose\nwait-for Who is practising?\ndump " +
                               folder.file("open") + "\nwait-for never\n");
    const pid_t child = fork();
    if (child == 0) {
        setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
        execl(TOUCHSTONE_PROGRAM, "touchstone", mode, "--lang", "en", "--data-dir",
              folder.file("data").c_str(), "--script", folder.file("script").c_str(),
              static_cast<char*>(nullptr));
        _exit(127);
    }
    return child;
}

int status_of(pid_t child) {
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return status;
}

}  // namespace

TEST_CASE("closing the window ends the program, and in a kiosk it does nothing: only a signal ends that",
          "[kiosk][window]") {
    REQUIRE(std::getenv("DISPLAY") != nullptr);
    const TemporaryFolder plain, kiosk;
    const int closed = status_of(start(plain, "--no-kiosk"));
    CHECK(WIFEXITED(closed));
    CHECK_FALSE(std::filesystem::exists(plain.file("open")));

    const pid_t child = start(kiosk, "--kiosk");
    for (int i = 0; i < 600 && !std::filesystem::exists(kiosk.file("open")); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    REQUIRE(std::filesystem::exists(kiosk.file("open")));
    kill(child, SIGTERM);
    const int ended = status_of(child);
    CHECK(WIFSIGNALED(ended));
    CHECK(WTERMSIG(ended) == SIGTERM);
}

TEST_CASE("a problem in a kiosk offers to try again and nothing that closes", "[kiosk]") {
    App app = make_app();
    app.forbid_closing();
    app.show_trouble("The data of this tablet cannot be opened", {Error::Kind::refused, "no", "do"});
    Headless headless;
    const Tree& tree = headless.frame(app, {1280, 800});
    CHECK(tree.find_label("TRY AGAIN") != nullptr);
    CHECK(tree.find_label("Close") == nullptr);
    app.act(GiveUp{});
    CHECK_FALSE(app.state().quit);
}

}  // namespace touchstone::game::test
