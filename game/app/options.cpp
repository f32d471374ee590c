// SPDX-License-Identifier: Apache-2.0
#include "game/app/options.h"

#include <CLI/CLI.hpp>

#include <cstdio>

#include "engine/basics/civil.h"

namespace touchstone::game {
namespace {

bool read_size(const std::string& text, Options& options) {
    char extra = 0;
    const int read = std::sscanf(text.c_str(), "%5dx%5d%c", &options.width, &options.height, &extra);
    return read == 2 && options.width >= 320 && options.height >= 320;
}

void add_all(CLI::App& app, Options& options, std::string& size) {
    app.set_version_flag("--version", "touchstone " TOUCHSTONE_VERSION);
    app.add_option("--data-dir", options.data_directory, "Where this tablet keeps its log");
    app.add_option("--pack", options.pack, "A folder with a compiled pack")->check(CLI::ExistingDirectory);
    app.add_option("--lang", options.language, "en, pl, ru or et")
        ->check(CLI::IsMember({"en", "pl", "ru", "et"}));
    app.add_option("--scale", options.scale, "Pixels per dp, 0.75 to 4")
        ->check(CLI::Range(0.75, 4.0))
        ->envname("TOUCHSTONE_SCALE");
    app.add_option("--size", size, "Size of the window, for example 1280x800");
    app.add_option("--theme", options.theme, "light, dark or sunlight")
        ->check(CLI::IsMember({"light", "dark", "sunlight"}));
    app.add_option("--text-scale", options.text_percent, "Percent: 100, 115, 130 or 150")
        ->check(CLI::IsMember({100, 115, 130, 150}));
    app.add_option("--server", options.server_url, "Address of the server that joining offers");
    app.add_option("--enrol", options.enrol_code,
                   "Joins the server of --server at once with this code, unless this tablet has joined one");
    app.add_option("--script", options.script,
                   "Commands to play with real input events, one per line (for tests)")
        ->check(CLI::ExistingFile);
    app.add_option("--dump-tree", options.dump_tree, "Writes the semantic tree of the last frame as JSON");
    app.add_option("--shots", options.shots, "Writes pictures of every screen into this folder, then ends");
    app.add_option("--clock", options.clock, "Starts at this time, RFC 3339 (for tests)");
    app.add_flag("--timings", options.timings, "Says when the first frame was shown");
}

}  // namespace

std::optional<Options> read_options(int argc, char** argv, int& code) {
    CLI::App app{"Practise encounters with customers."};
    Options options;
    std::string size;
    add_all(app, options, size);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& mistake) {  // also --help and --version
        code = app.exit(mistake) == 0 ? 0 : 2;
        return std::nullopt;
    }
    Micros at = 0;
    code = 2;
    if (!size.empty() && !read_size(size, options))
        return std::fprintf(stderr, "touchstone: --size wants WIDTHxHEIGHT, at least 320x320\n"),
               std::nullopt;
    if (!options.clock.empty() && !from_rfc3339(options.clock, at))
        return std::fprintf(stderr, "touchstone: --clock wants RFC 3339, for example 2026-11-21T17:20:00Z\n"),
               std::nullopt;
    return options;
}

}  // namespace touchstone::game
