// SPDX-License-Identifier: Apache-2.0
#include "tests/game/program_run.h"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>

#include "game/app/platform.h"

namespace touchstone::game::test {

ProgramRun run_line(const std::string& line) {
    const touchstone::test::TemporaryFolder folder;
    ProgramRun run;
    // The graphics driver keeps what it allocated; leaks are looked for in the tests without a window.
    const std::string command =
        "( export ASAN_OPTIONS=detect_leaks=0; " + line + " ) 2>" + folder.file("errors");
    FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return run;
    std::array<char, 4096> part{};
    while (const std::size_t read = fread(part.data(), 1, part.size(), pipe))
        run.out.append(part.data(), read);
    const int status = pclose(pipe);
    run.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (auto errors = platform::read_file(folder.file("errors"))) run.errors = *errors;
    return run;
}

ProgramRun run_touchstone(const touchstone::test::TemporaryFolder& folder, const std::string& arguments,
                          const std::string& environment) {
    return run_line("env -u XDG_DATA_HOME -u XDG_CONFIG_HOME -u TOUCHSTONE_HOME HOME='" +
                    folder.path().string() + "' " + environment + " " + TOUCHSTONE_PROGRAM + " " + arguments);
}

}  // namespace touchstone::game::test
