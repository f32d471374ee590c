// SPDX-License-Identifier: Apache-2.0
#include "content/tool/playthrough.h"

#include <catch2/catch_test_macros.hpp>

#include "content/tool/load.h"
#include "tests/content/tool_run.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;
using test::tool;

namespace {

std::vector<content::Finding> replayed(const std::string& text) {
    content::Playable playable{test::small_library(), packs::Texts("en"), "en"};
    content::Findings findings("golden.txt");
    const auto playthrough = content::read_playthrough(text, findings);
    if (playthrough) content::replay(*playthrough, playable, findings);
    return findings.all();
}

const std::string best =
    "# The best path.\nscenario: wet-parcel\nchoose: ask-when\nstate: 50 55 35\nchoose: own-it\n"
    "moment: closing\nchoose: swap\noutcome: delighted\nscore: 100\nlevel: 3\n";

struct Wrong {
    const char* from;
    const char* to;
    const char* code;
    int line, column;
    const char* reason;
};

}  // namespace

TEST_CASE("a playthrough that the scenario follows has no finding", "[playthrough]") {
    for (const content::Finding& finding : replayed(best)) FAIL(content::to_human(finding, best));
}

TEST_CASE("a playthrough that the scenario does not follow says what was expected and what came",
          "[playthrough]") {
    const Wrong all[] = {
        {"choose: own-it", "chose: own-it", "E401", 5, 1, "did you mean `choose`?"},
        {"choose: own-it", "choose own-it", "E400", 5, 1, "not `key: value`"},
        {"scenario: wet-parcel\n", "", "E402", 2, 1, "names its scenario once"},
        {"state: 50 55 35", "state: 50 60 35", "E404", 4, 8,
         "expected the state `50 60 35`, came `50 55 35`"},
        {"moment: closing", "moment: opening", "E404", 6, 9, "expected the moment `opening`, came `closing`"},
        {"choose: swap", "choose: swop", "E403", 7, 9, "does not offer `swop`"},
        {"choose: swap\n", "", "E405", 7, 10, "the encounter is not over"},
        {"outcome: delighted", "outcome: cold", "E406", 8, 10,
         "expected the outcome `cold`, came `delighted`"},
        {"outcome: delighted", "choose: swap", "E403", 8, 9, "comes after the end"},
        {"score: 100", "score: 99", "E406", 9, 8, "expected the score `99`, came `100`"},
        {"level: 3", "level: 2", "E406", 10, 8, "expected the level `2`, came `3`"},
    };
    for (const Wrong& wrong : all) {
        std::string text = best;
        text.replace(text.find(wrong.from), std::string(wrong.from).size(), wrong.to);
        const auto findings = replayed(text);
        INFO(text);
        REQUIRE(findings.size() == 1);
        INFO(content::to_human(findings[0], text));
        CHECK(findings[0].code == wrong.code);
        CHECK(findings[0].at == TextPosition{wrong.line, wrong.column});
        CHECK(findings[0].reason.find(wrong.reason) != std::string::npos);
        CHECK_FALSE(findings[0].remedy.empty());
    }
}

TEST_CASE("a playthrough that expects nothing is refused", "[playthrough]") {
    const auto findings = replayed("scenario: wet-parcel\nchoose: own-it\n");
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "E407");
}

TEST_CASE("what was recorded can be replayed, and the author's remarks on top stay", "[playthrough]") {
    const test::TemporaryFolder folder;
    const std::string scenario = folder.write("wet-parcel.yaml", std::string(test::small_scenario)).string();
    const std::string file = folder.write("golden.txt", "# Hard won.\nscenario: old\n").string();
    const std::string play = "play " + scenario + " --choose ask-when,own-it,swap --record " + file;
    CHECK(tool(play).exit == 0);
    CHECK(*content::read_file(file) ==
          "# Hard won.\nscenario: wet-parcel\nchoose: ask-when\nchoose: own-it\nchoose: swap\n"
          "outcome: delighted\nscore: 100\n");
    const auto followed = tool("play " + scenario + " --replay " + file);
    CHECK(followed.exit == 0);
    CHECK(followed.says("golden.txt: ends as expected"));
    test::edit_file(file, "score: 100", "score: 90");
    const auto broken = tool("play " + scenario + " --replay " + file);
    CHECK(broken.exit == 1);
    CHECK(broken.says("golden.txt:7:8"));
}

TEST_CASE("an encounter played by hand is recorded too", "[playthrough]") {
    const test::TemporaryFolder folder;
    const std::string scenario = folder.write("wet-parcel.yaml", std::string(test::small_scenario)).string();
    const auto run = tool("play " + scenario + " --record " + folder.file("new.txt") + " < " +
                          folder.write("keys", "own-it\nplain-swap\n").string());
    CHECK(run.exit == 0);
    const auto text = content::read_file(folder.file("new.txt"));
    REQUIRE(text);
    CHECK(text->find("choose: plain-swap\n") != std::string::npos);
    const auto cut = tool("play " + scenario + " --record " + folder.file("cut.txt") + " < " +
                          folder.write("few", "own-it\n").string());
    CHECK(cut.exit == 2);
    CHECK_FALSE(std::filesystem::exists(folder.file("cut.txt")));
}

TEST_CASE("check replays the playthroughs of a pack", "[playthrough]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    CHECK(tool("check " + pack).exit == 0);
    const std::string file = pack + "/playthroughs/best.txt";
    CHECK(tool("play --replay " + file).says("ends as expected"));
    test::edit_file(file, "outcome: delighted", "outcome: cold");
    const auto run = tool("check " + pack);
    INFO(run.output);
    CHECK(run.exit == 1);
    CHECK(run.says("error[E406]: expected the outcome `cold`, came `delighted`"));
    CHECK(run.says("best.txt:6:10"));
}
