// SPDX-License-Identifier: Apache-2.0
#include "tests/end_to_end/tablet.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "tests/support/scenario_text.h"
#include "tests/support/server_process.h"

namespace touchstone::test {

namespace {

const std::string programs = std::string(TOUCHSTONE_BINARY_DIR) + "/bin/";

void become(const std::vector<std::string>& words, const std::string& errors) {
    const int file = ::open(errors.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0644);
    ::dup2(file, STDERR_FILENO);
    ::dup2(file, STDOUT_FILENO);
    // The graphics driver keeps what it allocated; leaks are looked for in the tests without a window.
    ::setenv("ASAN_OPTIONS", "detect_leaks=0", 1);
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
}

}  // namespace

Tablet::Tablet(const std::string& drill) {
    if (std::getenv("DISPLAY") == nullptr)
        throw std::runtime_error("no display: run the tests with ./dev test, which starts one");
    folder_.write("small/scenarios/wet-parcel.yaml", std::string(small_scenario));
    if (!drill.empty()) folder_.write("small/drills/take-it-over.yaml", drill);
    folder_.write(
        "small/pack.yaml",
        "pack: small\nversion: 1.0.0\ntitle: Small\nstandard: service-excellence\nsource-language: en\n"
        "languages: [en]\ncurrency: EUR\nkey: provisional\njourney: {desk: Desk}\n");
    const auto packed =
        run_program({programs + "touchstone-content", "pack", file("small"), "--into", file("packs")});
    if (packed.exit_code != 0) throw std::runtime_error(packed.output);
}

Tablet::~Tablet() {
    if (pid_ > 0) kill_9();
}

void Tablet::start(const std::string& script, const std::vector<std::string>& more) {
    std::vector<std::string> words{programs + "touchstone",
                                   "--data-dir",
                                   file("data"),
                                   "--pack",
                                   file("packs/small"),
                                   "--lang",
                                   "en",
                                   "--size",
                                   "1280x800",
                                   "--script",
                                   folder_.write("script.txt", script).string()};
    words.insert(words.end(), more.begin(), more.end());
    pid_ = ::fork();
    if (pid_ == 0) become(words, file("errors.txt"));
    if (pid_ < 0) throw std::runtime_error("the client did not start");
}

int Tablet::wait() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

int Tablet::play(const std::string& script, const std::vector<std::string>& more) {
    start(script, more);
    return wait();
}

bool Tablet::wait_for_file(const std::string& name) {
    while (!std::filesystem::exists(file(name))) {
        int status = 0;
        if (::waitpid(pid_, &status, WNOHANG) == pid_) return pid_ = -1, false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

void Tablet::kill_9() {
    ::kill(pid_, SIGKILL);
    wait();
}

std::string Tablet::database() const {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(file("data")))
        if (entry.path().extension() == ".sqlite") return entry.path().string();
    throw std::runtime_error("the tablet keeps no database");
}

std::string Tablet::errors() const {
    std::ifstream in(file("errors.txt"));
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace touchstone::test
