// SPDX-License-Identifier: Apache-2.0
#include "game/app/configuration.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/game/program_run.h"

namespace touchstone::game::test {
namespace {

using touchstone::test::TemporaryFolder;

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const char* const place = ".config/touchstone/config.toml";

}  // namespace

TEST_CASE("the configuration file is lines of key = value", "[configuration]") {
    const auto values = read_configuration(
        "# a tablet of the shop\n\nlang = \"pl\"  # Polish\ntext_scale=115\r\nkiosk = true # yes\nserver = "
        "\"https://a.example/#x\"\n",
        "/etc/c.toml");
    REQUIRE(values);
    CHECK(values->at("lang").value == "pl");
    CHECK(values->at("lang").origin == "/etc/c.toml:3");
    CHECK(values->at("text-scale").value == "115");
    CHECK(switch_of(values->at("kiosk").value) == "on");
    CHECK(values->at("server").value == "https://a.example/#x");
}

TEST_CASE("a folder in the configuration file counts from the file", "[configuration]") {
    const auto values = read_configuration("data-dir = data", "/srv/shop/config.toml");
    REQUIRE(values);
    CHECK(values->at("data-dir").value == "/srv/shop/data");
}

TEST_CASE("every mistake in the configuration file names file, line and remedy", "[configuration]") {
    for (const char* wrong :
         {"langg = pl", "lang = de", "lang", "lang =", "lang = \"pl", "lang = \"pl\" et", "[window]",
          "theme = light\ntheme = dark", "scale = 9", "scale = 2x", "text-scale = 99", "kiosk = perhaps",
          "server = shop", "pack = /no/such/folder"}) {
        INFO(wrong);
        const auto values = read_configuration("\n" + std::string(wrong), "c.toml");
        REQUIRE_FALSE(values);
        const std::string line =
            std::string(wrong).find('\n') == std::string::npos ? "c.toml:2: " : "c.toml:3: ";
        CHECK(values.error().detail.starts_with(line));
        CHECK_FALSE(values.error().remedy.empty());
    }
}

TEST_CASE("the environment outranks the file, and the command line outranks both", "[configuration]") {
    const TemporaryFolder folder;
    folder.write(place, "lang = pl\ntheme = dark\nscale = 2\nkiosk = on\n");
    const auto run = run_touchstone(folder, "config print --origin --lang et --no-kiosk",
                                    "TOUCHSTONE_LANG=ru TOUCHSTONE_THEME=sunlight TOUCHSTONE_TEXT_SCALE=130");
    INFO(run.out << run.errors);
    CHECK(run.code == 0);
    CHECK(has(run.out, "lang = \"et\"  # command line: --lang"));
    CHECK(has(run.out, "theme = \"sunlight\"  # environment: TOUCHSTONE_THEME"));
    CHECK(has(run.out, "text-scale = \"130\"  # environment: TOUCHSTONE_TEXT_SCALE"));
    CHECK(has(run.out, "scale = \"2\"  # " + folder.file(place) + ":3"));
    CHECK(has(run.out, "kiosk = \"off\"  # command line: --kiosk"));
    CHECK(has(run.out, "# pack: all that are installed  # nobody said otherwise"));
    CHECK(
        has(run.out, "data-dir = \"" + folder.file(".local/share/touchstone") + "\"  # the system's place"));
}

TEST_CASE("what `config print` says is itself a configuration that says the same", "[configuration]") {
    const TemporaryFolder folder;
    folder.write(place, "lang = pl\nserver = http://127.0.0.1:8480\n");
    const auto first = run_touchstone(folder, "config print --origin");
    REQUIRE(read_configuration(first.out, "printed"));
    const auto plain = run_touchstone(folder, "config print");
    folder.write(place, plain.out);
    CHECK(run_touchstone(folder, "config print").out == plain.out);
}

TEST_CASE("a wrong setting stops the start with one message, wherever it stands", "[configuration]") {
    const TemporaryFolder folder;
    auto run = run_touchstone(folder, "", "TOUCHSTONE_LANG=de");
    CHECK(run.code == 2);
    CHECK(
        has(run.errors, "environment: TOUCHSTONE_LANG: lang is `de`\n  help: lang wants en, pl, ru or et."));
    run = run_touchstone(folder, "--theme pink");
    CHECK(run.code == 2);
    CHECK(has(run.errors, "light, dark or sunlight"));
    folder.write(place, "lang = pl\ncolour = red\n");
    run = run_touchstone(folder, "");
    CHECK(run.code == 2);
    CHECK(has(run.errors,
              folder.file(place) + ":2: there is no setting `colour`\n  help: The settings are data-dir"));
    CHECK(run.out.empty());
}

}  // namespace touchstone::game::test
