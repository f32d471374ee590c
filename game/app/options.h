// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "game/app/configuration.h"

namespace touchstone::game {

/// What the file, the environment and the command line ask for, in this order: the later outranks.
struct Options {
    std::string data_directory, pack, language, theme, server_url, enrol_code, script, dump_tree, shots, sheet,
        clock;
    float scale = 0;  // 0: not asked for
    int text_percent = 0;
    int width = 1280, height = 800;
    std::string forget_numbers;  // of the person of this name; then the program ends
    std::string author;          // folder of packs that somebody writes; then nothing is recorded
    std::uint64_t seed = 0;      // of their encounters
    bool time_frames = false;
    bool timings = false;  // prints when the first frame was shown
    bool kiosk = false;
};
/// Nothing when the program has already answered (help, version, paths, config, a mistake); then `code` is
/// its exit code.
std::optional<Options> read_options(int argc, char** argv, int& code);

}  // namespace touchstone::game
