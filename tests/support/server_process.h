// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace touchstone::test {

/// Runs a program to its end; its standard output and exit code.
struct ProgramResult {
    int exit_code = -1;
    std::string output;
};
ProgramResult run_program(const std::vector<std::string>& words);

/// The real touchstone-server on a free port of the loopback.
class ServerProcess {
public:
    /// `serve` with more words behind; waits until it says where it listens.
    ServerProcess(const std::string& program, const std::string& data_dir,
                  const std::vector<std::string>& more = {}, const std::string& listen = "127.0.0.1:0");
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    /// "http://127.0.0.1:40123", empty when it did not start.
    const std::string& address() const { return address_; }
    /// Ends it in the middle of whatever it does.
    void kill_9();
    /// Asks it to stop and waits; its exit code.
    int stop();

private:
    int wait_for_end();

    int pid_ = -1;
    int output_ = -1;
    std::string address_;
};

}  // namespace touchstone::test
