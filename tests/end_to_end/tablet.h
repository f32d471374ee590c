// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace touchstone::test {

/// The real client in a real window, with a pack of one small scenario and its data in a folder of its own.
class Tablet {
public:
    /// `drill`: the source of the drill `take-it-over`, "" for none.
    explicit Tablet(const std::string& drill = {});
    ~Tablet();
    Tablet(const Tablet&) = delete;
    Tablet& operator=(const Tablet&) = delete;

    /// Plays a script to its end; the exit code. What the program said is in `errors`.
    int play(const std::string& script, const std::vector<std::string>& more = {});
    /// Starts a script and goes on at once.
    void start(const std::string& script, const std::vector<std::string>& more = {});
    /// Waits until the script has written this file of the tablet's folder; false when the client ended
    /// before.
    bool wait_for_file(const std::string& name);
    void kill_9();
    int wait();

    std::string file(const std::string& name) const { return folder_.file(name); }
    std::string database() const;
    std::string errors() const;

private:
    TemporaryFolder folder_;
    int pid_ = -1;
};

}  // namespace touchstone::test
