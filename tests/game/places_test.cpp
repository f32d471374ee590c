// SPDX-License-Identifier: Apache-2.0
#include "game/app/places.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>

#include "tests/game/program_run.h"

namespace touchstone::game::test {
namespace {

using touchstone::test::TemporaryFolder;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("`paths` names where data, settings, packs, copies and crashes lie", "[places]") {
    const TemporaryFolder folder;
    const auto run = run_touchstone(folder, "paths");
    INFO(run.out << run.errors);
    CHECK(run.code == 0);
    const std::string data = folder.file(".local/share/touchstone");
    CHECK(has(run.out, "data      " + data + "\n"));
    CHECK(has(run.out, "copies    " + data + "/copies\n"));
    CHECK(has(run.out, "crashes   " + data + "/crash.log\n"));
    CHECK(has(run.out, "settings  " + folder.file(".config/touchstone/config.toml") + "\n"));
    CHECK(has(run.out, "share/touchstone/packs/essentials\n"));
    CHECK_FALSE(std::filesystem::exists(data));  // looking makes nothing
}

TEST_CASE("the XDG folders count, a relative one does not, and TOUCHSTONE_HOME wins over both", "[places]") {
    const TemporaryFolder folder;
    auto run = run_touchstone(folder, "paths", "XDG_DATA_HOME=/d XDG_CONFIG_HOME=/c");
    CHECK(has(run.out, "data      /d/touchstone\n"));
    CHECK(has(run.out, "settings  /c/touchstone/config.toml\n"));
    run = run_touchstone(folder, "paths", "XDG_DATA_HOME=d");
    CHECK(has(run.out, "data      " + folder.file(".local/share/touchstone") + "\n"));
    run = run_touchstone(folder, "paths", "XDG_DATA_HOME=/d XDG_CONFIG_HOME=/c TOUCHSTONE_HOME=/h");
    CHECK(has(run.out, "data      /h\n"));
    CHECK(has(run.out, "settings  /h/config.toml\n"));
    run = run_touchstone(folder, "paths --data-dir /flag", "TOUCHSTONE_HOME=/h TOUCHSTONE_DATA_DIR=/e");
    CHECK(has(run.out, "data      /flag\n"));
}

TEST_CASE("a damaged log is put aside whole, under a name with its time", "[places]") {
    const TemporaryFolder folder;
    for (const char* part : {"log", "log-wal", "log.mark"}) folder.write(part, part);
    REQUIRE(put_aside(folder.file("log"), 0));
    for (const char* part : {"log", "log-wal", "log.mark"}) {
        CHECK_FALSE(std::filesystem::exists(folder.file(part)));
        const std::string aside = "log.damaged-1970-01-01T000000" + std::string(part).substr(3);
        CHECK(*platform::read_file(folder.file(aside)) == part);
    }
}

}  // namespace touchstone::game::test
