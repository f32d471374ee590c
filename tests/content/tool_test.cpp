// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/content/tool_run.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;
using test::tool;
using Run = test::ToolRun;

namespace {

std::string small_file(const test::TemporaryFolder& folder) {
    return folder.write("wet-parcel.yaml", std::string(test::small_scenario)).string();
}

}  // namespace

TEST_CASE("check passes the shipped content", "[tool]") {
    const Run run = tool("check " + std::string(TOUCHSTONE_SOURCE_DIR) + "/content");
    INFO(run.output);
    CHECK(run.exit == 0);
}

TEST_CASE("check of a broken file exits with 1 and names file, line and column", "[tool]") {
    const test::TemporaryFolder folder;
    const auto file = folder.write(
        "broken.yaml", test::small_scenario_with("title: The wet parcel", "titel: The wet parcel"));
    const Run run = tool("check " + file.string());
    CHECK(run.exit == 1);
    CHECK(run.output.find("broken.yaml:3:1") != std::string::npos);
    CHECK(run.output.find("did you mean `title`?") != std::string::npos);
    CHECK(run.output.find("help: ") != std::string::npos);
}

TEST_CASE("hostile files are refused with a place, not with a crash", "[tool]") {
    const test::TemporaryFolder folder;
    for (const auto& [name, bytes] :
         {std::pair<std::string, std::string>{"big.yaml", std::string(3'000'000, 'x')},
          {"huge.yaml", std::string(9'000'000, 'x')},
          {"deep.yaml", "a: " + std::string(10'000, '[')},
          {"anchor.yaml", "a: &b c\n"},
          {"binary.yaml", std::string("\x00\xFF\xFE", 3)}}) {
        const Run run = tool("check " + folder.write(name, bytes).string());
        INFO(name << ": " << run.output.substr(0, 400));
        CHECK((run.exit == 1 || run.exit == 2));
        CHECK(run.output.find(name + ":1:") != std::string::npos);
        CHECK(run.output.find("help: ") != std::string::npos);
    }
}

TEST_CASE("wrong usage and missing files exit with 2", "[tool]") {
    CHECK(tool("").exit == 2);
    CHECK(tool("chekc x").exit == 2);
    CHECK(tool("check /no/such/file.yaml").exit == 2);
    CHECK(tool("--help").exit == 0);
}

TEST_CASE("play prints one object, the same bytes each time", "[tool]") {
    const test::TemporaryFolder folder;
    const std::string play = "play " + small_file(folder) + " --choose ask-when,own-it,swap --seed 5 --json";
    const Run once = tool(play);
    CHECK(once.exit == 0);
    CHECK(once.output == tool(play).output);
    CHECK(once.output ==
          "{\"scenario\": \"wet-parcel\", \"version\": 2, \"path\": [\"ask-when\",\"own-it\",\"swap\"], "
          "\"outcome\": \"delighted\", \"score\": 100, "
          "\"critical\": false, \"level_reached\": 3, \"levels\": {\"courtesy\": 100.0, \"competence\": "
          "100.0, \"partnership\": 100.0}, "
          "\"behaviours\": {\"positive\": null, \"savvy\": null, \"people\": 100.0, \"resourceful\": 100.0, "
          "\"responsive\": null, \"respectful\": null, "
          "\"reliable\": 100.0}, \"indicators\": {\"positive.enthusiasm\": null, \"positive.can-do\": null, "
          "\"positive.calm\": null, "
          "\"savvy.know-the-job\": null, \"savvy.know-whom-to-ask\": null, \"people.first-contact\": null, "
          "\"people.personal-interest\": null, "
          "\"people.comfort\": 100.0, \"resourceful.solve\": null, \"resourceful.options\": null, "
          "\"resourceful.bend-rules\": 100.0, "
          "\"responsive.understand\": null, \"responsive.fit-information\": null, "
          "\"respectful.polite-to-all\": null, "
          "\"respectful.no-embarrassment\": null, \"respectful.time-and-space\": null, "
          "\"reliable.take-time\": null, \"reliable.dependable\": 100.0, "
          "\"reliable.right-not-easy\": null}, \"state\": {\"satisfaction\": 85, \"trust\": 85, "
          "\"patience\": 35}}\n");
}

TEST_CASE("play says what a moment offers when the choices do not fit", "[tool]") {
    const test::TemporaryFolder folder;
    const std::string file = small_file(folder);
    const Run open = tool("play " + file + " --choose own-it --json");
    CHECK(open.exit == 2);
    CHECK(open.output.find("`closing` offers ") != std::string::npos);
    const Run wrong = tool("play " + file + " --choose own-it,swap --json");
    CHECK(wrong.exit == 2);
    CHECK(wrong.output.find("does not offer `swap`") != std::string::npos);
}

TEST_CASE("a scenario can be played in the terminal", "[tool]") {
    const test::TemporaryFolder folder;
    const std::string file = small_file(folder);
    const Run run = tool("play " + file + " --seed 1 < " +
                         folder.write("keys", "ask-when\nown-it\nnonsense\nswap\n").string());
    INFO(run.output);
    CHECK(run.exit == 0);
    CHECK(run.output.find("Tonight. It is a gift.") != std::string::npos);
    CHECK(run.output.find("Will it be in time for tonight?") != std::string::npos);
    CHECK(run.output.find("Score 100") != std::string::npos);
}

TEST_CASE("a pack without its translations is not compiled", "[tool]") {
    const test::TemporaryFolder folder;
    folder.write("small/scenarios/wet-parcel.yaml", std::string(test::small_scenario));
    folder.write(
        "small/pack.yaml",
        "pack: small\nversion: 1.0.0\ntitle: Small\nstandard: service-excellence\nsource-language: en\n"
        "languages: [en, et]\ncurrency: EUR\nkey: provisional\njourney: {desk: Desk}\n");
    const std::string pack = (folder.path() / "small").string();
    const Run untranslated = tool("check " + pack);
    CHECK(untranslated.exit == 1);
    CHECK(untranslated.output.find("E121") != std::string::npos);
    CHECK(tool("merge " + pack).exit == 0);
    const Run empty = tool("pack " + pack + " --into " + folder.file("out"));
    CHECK(empty.exit == 1);
    CHECK(empty.output.find("E122") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.path() / "out/small/manifest.json"));
}
