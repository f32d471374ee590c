// SPDX-License-Identifier: Apache-2.0
#include "tests/support/server_process.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

namespace touchstone::test {
namespace {

/// Starts a program with its standard output on a pipe; the pipe's other end goes to `output`.
int start_program(const std::vector<std::string>& words, int& output) {
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0) return -1;
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const int pid = ::fork();
    if (pid == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        ::execv(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    output = ends[0];
    return pid;
}

std::string read_some(int from) {
    char bytes[4096];
    const auto size = ::read(from, bytes, sizeof bytes);
    return size > 0 ? std::string(bytes, static_cast<std::size_t>(size)) : std::string();
}

int exit_code_of(int pid) {
    int status = 0;
    if (::waitpid(pid, &status, 0) != pid) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace

ProgramResult run_program(const std::vector<std::string>& words) {
    int output = -1;
    const int pid = start_program(words, output);
    ProgramResult finished;
    for (std::string part = read_some(output); !part.empty(); part = read_some(output))
        finished.output += part;
    ::close(output);
    finished.exit_code = exit_code_of(pid);
    return finished;
}

ServerProcess::ServerProcess(const std::string& program, const std::string& data_dir,
                             const std::vector<std::string>& more, const std::string& listen) {
    std::vector<std::string> words = {program, "serve", "--data-dir", data_dir, "--listen", listen};
    words.insert(words.end(), more.begin(), more.end());
    pid_ = start_program(words, output_);
    std::string said;
    while (said.find("Stop with") == std::string::npos) {
        const std::string part = read_some(output_);
        if (part.empty()) return;
        said += part;
    }
    const auto at = said.find("http://");
    address_ = said.substr(at, said.find("/\n", at) - at);
}

ServerProcess::~ServerProcess() {
    if (pid_ > 0) kill_9();
}

void ServerProcess::kill_9() {
    ::kill(pid_, SIGKILL);
    wait_for_end();
}

int ServerProcess::stop() {
    ::kill(pid_, SIGTERM);
    return wait_for_end();
}

int ServerProcess::wait_for_end() {
    const int code = exit_code_of(pid_);
    ::close(output_);
    pid_ = -1;
    return code;
}

}  // namespace touchstone::test
