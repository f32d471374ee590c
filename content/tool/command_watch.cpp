// SPDX-License-Identifier: Apache-2.0
#include <poll.h>
#include <unistd.h>

#include <chrono>
#include <iostream>
#include <thread>

#include "content/tool/build.h"
#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/folder_watch.h"

namespace touchstone::content {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::milliseconds between_looks{100}, to_settle{30};

/// Whether somebody still wants to know. A program that started this one holds the other end of our input:
/// when that closes, it is gone.
bool wait(std::chrono::milliseconds time, bool ends_with_input) {
    if (!ends_with_input) {
        std::this_thread::sleep_for(time);
        return true;
    }
    pollfd input{STDIN_FILENO, POLLIN, 0};
    if (poll(&input, 1, static_cast<int>(time.count())) <= 0) return true;
    char ignored[64];
    return read(STDIN_FILENO, ignored, sizeof ignored) > 0;
}

/// Until something changed and stays as it is: an editor writes in several steps.
bool wait_for_change(FolderWatch& watch, bool ends_with_input) {
    while (!watch.changed())
        if (!wait(between_looks, ends_with_input)) return false;
    do {
        if (!wait(to_settle, ends_with_input)) return false;
    } while (watch.changed());
    return true;
}

Build timed_build(const Options& options, int number) {
    const auto began = std::chrono::steady_clock::now();
    Build made = build(options.path, options.into, number);
    made.milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began)
            .count();
    return made;
}

/// A reader may still be at the build before this one.
void remove_builds(const fs::path& into, int newest, int keep) {
    std::error_code ignored;  // what cannot be removed only takes room
    for (int number = newest; number > 0 && number > newest - 3; --number)
        if (number <= newest - keep) fs::remove_all(into / std::to_string(number), ignored);
}

/// Each build would be a change, and lead to the next one.
bool lies_within(const fs::path& inner, const fs::path& outer) {
    const fs::path way = fs::absolute(inner).lexically_normal().lexically_relative(outer);
    return !way.empty() && *way.begin() != "..";
}

}  // namespace

int run_watch(const Options& options) {
    std::error_code none;
    if (!fs::exists(options.path, none))
        return complain({Error::Kind::not_found, options.path + ": no such file or folder",
                         "give a folder of packs, a pack, or a scenario file"});
    fs::path path = fs::absolute(options.path).lexically_normal();
    if (!path.has_filename()) path = path.parent_path();  // `content/essentials/`
    if (!options.into.empty() && lies_within(options.into, path))
        return complain({Error::Kind::malformed, "--into " + options.into + ": lies in what is watched",
                         "choose a folder beside it"});
    FolderWatch watch({path, path.parent_path() / "standards"});
    int number = 0;
    while (wait_for_change(watch, options.json)) {
        const Build made = timed_build(options, ++number);
        std::cout << (options.json ? to_json(made) + "\n" : to_human(made)) << std::flush;
        if (!std::cout) break;
        if (!options.into.empty()) remove_builds(options.into, number, 2);
    }
    if (!options.into.empty()) remove_builds(options.into, number, 0);
    return clean;
}

}  // namespace touchstone::content
