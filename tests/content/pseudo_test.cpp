// SPDX-License-Identifier: Apache-2.0
#include "content/tool/pseudo.h"

#include <catch2/catch_test_macros.hpp>

#include "content/tool/load.h"
#include "engine/basics/utf8.h"
#include "tests/content/tool_run.h"

using namespace touchstone;
using namespace touchstone::content;

TEST_CASE("pseudo texts have accents, brackets and two fifths more", "[pseudo]") {
    CHECK(pseudo_text("I will go") == "[Í ŵíľľ ğö ž]");
    CHECK(pseudo_text("") == "[]");
    CHECK(pseudo_text("{name}, hello") == "[{name}, ĥéľľö žöž]");
    const std::string_view long_text = "You came all this way for a promise that we broke.";
    CHECK(count_code_points(pseudo_text(long_text)) == count_code_points(long_text) * 7 / 5);
}

TEST_CASE("pseudo compiles a pack in which qps is a language like any other", "[pseudo]") {
    const test::TemporaryFolder folder;
    const auto run = test::tool("pseudo " + test::small_pack(folder) + " --into " + folder.file("out"));
    INFO(run.output);
    CHECK(run.exit == 0);
    const auto pack = packs::read_pack(
        [&](const std::string& name) { return read_file(folder.path() / "out/small" / name); });
    REQUIRE(pack);
    CHECK(pack->languages == std::vector<std::string>{"en", "pl", "qps"});
    const auto &source = pack->texts.all("en"), &pseudo = pack->texts.all("qps");
    REQUIRE(source.size() == pseudo.size());
    for (const auto& [address, text] : pseudo) {
        INFO(address);
        CHECK(text == pseudo_text(source.at(address)));
    }
}
