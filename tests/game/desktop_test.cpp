// SPDX-License-Identifier: Apache-2.0
// The files that make the program one of the desktop's: entry, metadata, icon, manual, installation.
#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <regex>
#include <set>

#include "game/app/configuration.h"
#include "game/app/platform.h"
#include "tests/game/program_run.h"

namespace touchstone::game::test {
namespace {

using touchstone::test::TemporaryFolder;

const std::string desktop = TOUCHSTONE_SOURCE_DIR "/assets/desktop/";

void need(const std::string& program) {
    if (run_line("command -v " + program).code != 0) SKIP(program + " is not installed");
}

void passes(const std::string& line) {
    const auto run = run_line(line);
    INFO(line << "\n" << run.out << run.errors);
    CHECK(run.code == 0);
}

std::string text_of(const std::string& name) {
    const auto text = platform::read_file(desktop + name);
    REQUIRE(text);
    return *text;
}

/// The long options that a text names.
std::set<std::string> options_in(const std::string& text) {
    std::set<std::string> options;
    const std::regex option("--[a-z][a-z-]*");
    for (std::sregex_iterator at(text.begin(), text.end(), option), end; at != end; ++at)
        options.insert(at->str());
    return options;
}

}  // namespace

TEST_CASE("the desktop entry passes desktop-file-validate", "[desktop]") {
    need("desktop-file-validate");
    passes("desktop-file-validate " + desktop + "org.touchstone.Touchstone.desktop");
}

TEST_CASE("the metadata pass appstreamcli", "[desktop]") {
    need("appstreamcli");
    passes("appstreamcli validate --no-net " + desktop + "org.touchstone.Touchstone.metainfo.xml");
}

TEST_CASE("the manual page has no warnings", "[desktop]") {
    need("man");
    const auto run = run_line("LC_ALL=C.UTF-8 man --warnings -E UTF-8 -l -Tutf8 -Z " + desktop +
                              "touchstone.1 >/dev/null");
    CHECK(run.code == 0);
    CHECK(run.errors.empty());
}

TEST_CASE("the manual page has every option of --help and no other, and every setting", "[desktop]") {
    const TemporaryFolder folder;
    std::string page = text_of("touchstone.1");
    page = std::regex_replace(page, std::regex("\\\\-"), "-");
    std::string help;
    for (const char* part : {"--help", "config print --help"}) help += run_touchstone(folder, part).out;
    CHECK(options_in(page) == options_in(help));
    for (const Setting& setting : known_settings()) {
        INFO(setting.key);
        CHECK(page.find(setting.variable) != std::string::npos);
        CHECK(page.find(std::string("--") + setting.key) != std::string::npos);
    }
}

TEST_CASE("manual page and metadata speak of this version", "[desktop]") {
    const TemporaryFolder folder;
    const std::string version = run_touchstone(folder, "--version").out.substr(11, 5);
    CHECK(text_of("touchstone.1").find("\"Touchstone " + version + "\"") != std::string::npos);
    CHECK(text_of("org.touchstone.Touchstone.metainfo.xml").find("release version=\"" + version + "\"") !=
          std::string::npos);
}

TEST_CASE("what is installed somewhere runs from there", "[desktop][window]") {
    const TemporaryFolder folder;
    const std::string prefix = folder.file("there");
    passes(std::string(TOUCHSTONE_CMAKE) +
           " --install " TOUCHSTONE_BINARY_DIR " --component client --prefix " + prefix);
    for (const char* file :
         {"share/applications/org.touchstone.Touchstone.desktop", "share/man/man1/touchstone.1",
          "share/metainfo/org.touchstone.Touchstone.metainfo.xml",
          "share/icons/hicolor/scalable/apps/touchstone.svg",
          "share/touchstone/packs/essentials/manifest.json"}) {
        INFO(file);
        CHECK(std::filesystem::exists(prefix + "/" + file));
    }
    CHECK(run_line(prefix + "/bin/touchstone paths").out.find("program   " + prefix + "/share/touchstone") !=
          std::string::npos);
    folder.write("script", "wait-for Who is practising?\nquit\n");
    passes(prefix + "/bin/touchstone --lang en --data-dir " + folder.file("data") + " --script " +
           folder.file("script"));
}

}  // namespace touchstone::game::test
