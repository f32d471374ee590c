// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace touchstone::game {

/// What a child reads and writes: open files of this program, which keeps them. -1 is nothing at all.
struct ChildFiles {
    int input = -1, output = -1;
};

/// Starts a program by its path (`words[0]`) beside this one; nothing when the system refuses. It leads a
/// group of its own, so that what it starts can be ended with it, answers signals as usual, and writes no
/// errors on our terminal.
std::optional<pid_t> start_child(std::vector<std::string> words, const ChildFiles& files);
/// Whether it has ended; asked until it says so, nothing of it stays behind.
bool has_ended(pid_t child);
/// It and all that it started.
void end_child(pid_t child);
bool is_program(const std::string& path);

}  // namespace touchstone::game
