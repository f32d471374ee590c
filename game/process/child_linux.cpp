// SPDX-License-Identifier: Apache-2.0
#include "game/process/child.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

extern char** environ;

namespace touchstone::game {
namespace {

void connect(posix_spawn_file_actions_t& actions, int file, int as, int flags) {
    if (file >= 0)
        posix_spawn_file_actions_adddup2(&actions, file, as);
    else
        posix_spawn_file_actions_addopen(&actions, as, "/dev/null", flags, 0);
}

}  // namespace

std::optional<pid_t> start_child(std::vector<std::string> words, const ChildFiles& files) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t manner;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&manner);
    connect(actions, files.input, STDIN_FILENO, O_RDONLY);
    connect(actions, files.output, STDOUT_FILENO, O_WRONLY);
    connect(actions, -1, STDERR_FILENO, O_WRONLY);
    sigset_t none, usual;
    sigemptyset(&none);
    sigfillset(&usual);
    posix_spawnattr_setsigmask(&manner, &none);
    posix_spawnattr_setsigdefault(&manner, &usual);
    posix_spawnattr_setpgroup(&manner, 0);
    posix_spawnattr_setflags(&manner, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    pid_t child = 0;
    const int failed = posix_spawn(&child, words[0].c_str(), &actions, &manner, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&manner);
    if (failed != 0) return std::nullopt;
    return child;
}

bool has_ended(pid_t child) { return waitpid(child, nullptr, WNOHANG) != 0; }

void end_child(pid_t child) { kill(-child, SIGKILL); }

bool is_program(const std::string& path) {
    struct stat about {};
    return stat(path.c_str(), &about) == 0 && S_ISREG(about.st_mode) && access(path.c_str(), X_OK) == 0;
}

}  // namespace touchstone::game
