// SPDX-License-Identifier: Apache-2.0
#include "game/app/options.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "engine/basics/civil.h"
#include "engine/basics/seeded.h"
#include "game/app/places.h"

namespace touchstone::game {
namespace {

/// The command line as it was written, before it meets the file and the environment.
struct Line {
    Options options;
    std::string size, seed;
    std::map<std::string, std::string> said;  // settings, by key
    bool kiosk = false, with_origin = false;
    CLI::App *paths = nullptr, *config = nullptr, *print = nullptr, *forget = nullptr;
};

bool read_size(const std::string& text, Options& options) {
    char extra = 0;
    const int read = std::sscanf(text.c_str(), "%5dx%5d%c", &options.width, &options.height, &extra);
    return read == 2 && options.width >= 320 && options.height >= 320;
}

void add_settings(CLI::App& app, Line& line) {
    for (const Setting& setting : known_settings()) {
        const std::string flag = std::string("--") + setting.key;
        if (std::string(setting.key) == "kiosk") {
            app.add_flag("--kiosk,!--no-kiosk", line.kiosk, setting.help);
            continue;
        }
        app.add_option(flag, line.said[setting.key], setting.help)
            ->check([&setting](const std::string& value) {
                return setting.fits(value) ? std::string() : std::string("wants ") + setting.wanted;
            })
            ->type_name("TEXT");
    }
}

void add_all(CLI::App& app, Line& line) {
    Options& options = line.options;
    app.set_version_flag("--version", "touchstone " TOUCHSTONE_VERSION);
    add_settings(app, line);
    app.add_option("--size", line.size, "Size of the window, for example 1280x800");
    app.add_option("--enrol", options.enrol_code,
                   "Joins the server of --server at once with this code, unless this tablet has joined one");
    app.add_option("--script", options.script,
                   "Commands to play with real input events, one per line (for tests)")
        ->check(CLI::ExistingFile);
    app.add_option("--dump-tree", options.dump_tree, "Writes the semantic tree of the last frame as JSON");
    app.add_option("--shots", options.shots, "Writes pictures of every screen into this folder, then ends");
    app.add_option("--author", options.author,
                   "Shows what somebody writes in this folder of packs, anew on every change; records nothing")
        ->check(CLI::ExistingDirectory);
    app.add_option("--seed", line.seed, "With --author: order of the answers, 1 to 16 hexadecimal digits");
    app.add_option("--sheet", options.sheet,
                   "Writes one small picture of every screen into this PNG, in the language and size asked for");
    app.add_option("--clock", options.clock, "Starts at this time, RFC 3339 (for tests)");
    app.add_flag("--time-frames", options.time_frames, "Measures how long frames take, then ends");
    app.add_flag("--timings", options.timings, "Says when the first frame was shown");
    line.paths = app.add_subcommand("paths", "Prints where data, settings, packs, copies and logs lie");
    line.config = app.add_subcommand("config", "Shows the settings that count")->require_subcommand(1);
    line.print = line.config->add_subcommand("print", "Every setting with its value");
    line.print->add_flag("--origin", line.with_origin, "Also says where each value comes from");
    line.forget = app.add_subcommand("forget-numbers", "Takes away the four numbers that a person forgot");
    line.forget->add_option("name", options.forget_numbers, "The person, as the tile says it")->required();
    for (CLI::App* command : {line.paths, line.config, line.print, line.forget}) command->fallthrough();
}

std::string environment(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value != nullptr ? value : "";
}

void add_flags(SettingValues& values, const CLI::App& app, const Line& line) {
    for (const Setting& setting : known_settings()) {
        const std::string flag = std::string("--") + setting.key;
        if (app.count(flag) == 0) continue;
        const bool is_kiosk = flag == "--kiosk";
        values[setting.key] = {is_kiosk ? (line.kiosk ? "on" : "off") : line.said.at(setting.key),
                               "command line: " + flag};
    }
}

Result<SettingValues> settings_of(const CLI::App& app, const Line& line) {
    SettingValues values;
    const std::string path = configuration_file();
    std::error_code problem;
    if (std::filesystem::exists(path, problem)) {
        const auto text = platform::read_file(path, 1U << 20U);
        if (!text) return text.error();
        auto read = read_configuration(*text, path);
        if (!read) return read;
        values = *std::move(read);
    }
    if (auto added = add_environment(values, environment); !added) return added.error();
    add_flags(values, app, line);
    if (values.count("data-dir") == 0)
        values["data-dir"] = {platform::data_directory(), "the system's place"};
    return values;
}

void apply(const SettingValues& values, Options& options) {
    const auto said = [&](const char* key) {
        const auto found = values.find(key);
        return found == values.end() ? std::string() : found->second.value;
    };
    options.data_directory = said("data-dir");
    options.pack = said("pack");
    options.language = said("lang");
    options.theme = said("theme");
    options.server_url = said("server");
    options.scale = std::strtof(said("scale").c_str(), nullptr);
    options.text_percent = std::atoi(said("text-scale").c_str());
    options.kiosk = switch_of(said("kiosk")) == "on";
}

bool refuse(const Error& error) {
    std::fprintf(stderr, "touchstone: %s\n", error.detail.c_str());
    if (!error.remedy.empty()) std::fprintf(stderr, "  help: %s\n", error.remedy.c_str());
    return false;
}

bool check_rest(const Line& line, Options& options) {
    Micros at = 0;
    if (!line.size.empty() && !read_size(line.size, options))
        return refuse({Error::Kind::malformed, "--size wants WIDTHxHEIGHT, at least 320x320", ""});
    if (!line.seed.empty() && !seed_from_text(line.seed, options.seed))
        return refuse({Error::Kind::malformed, "--seed wants 1 to 16 hexadecimal digits", ""});
    if (!options.clock.empty() && !from_rfc3339(options.clock, at))
        return refuse(
            {Error::Kind::malformed, "--clock wants RFC 3339, for example 2026-11-21T17:20:00Z", ""});
    return true;
}

}  // namespace

std::optional<Options> read_options(int argc, char** argv, int& code) {
    CLI::App app{"Practise encounters with customers.", "touchstone"};
    Line line;
    add_all(app, line);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& mistake) {  // also --help and --version
        code = app.exit(mistake) == 0 ? 0 : 2;
        return std::nullopt;
    }
    code = 2;
    const auto values = settings_of(app, line);
    if (!values) return refuse(values.error()), std::nullopt;
    Options options = line.options;
    apply(*values, options);
    if (!check_rest(line, options)) return std::nullopt;
    if (!line.paths->parsed() && !line.print->parsed()) return options;
    const std::string answer = line.paths->parsed() ? print_places(options.data_directory, options.pack)
                                                    : print_configuration(*values, line.with_origin);
    std::fputs(answer.c_str(), stdout);
    code = 0;
    return std::nullopt;
}

}  // namespace touchstone::game
