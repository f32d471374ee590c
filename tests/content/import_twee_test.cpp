// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "content/tool/import/twee.h"
#include "content/tool/import/twee_links.h"
#include "content/tool/import/write_story.h"
#include "content/tool/load.h"
#include "tests/content/tool_run.h"

using namespace touchstone;
using test::tool;

namespace {

content::TweeStory read(const std::string& text) {
    auto story = content::read_twee(text);
    REQUIRE(story);
    return *std::move(story);
}

std::vector<std::string> links(const std::string& text) {
    std::vector<std::string> all;
    for (const content::StoryLink& link : content::take_links(text).links)
        all.push_back(link.words + " => " + link.target);
    return all;
}

using Links = std::vector<std::string>;

const std::string sugarcube = R"(:: StoryTitle
The broken kettle

:: StoryData
{"ifid": "A9C2E6B4-0000-4000-8000-000000000001", "format": "SugarCube", "start": "At the counter"}

:: Looks [stylesheet]
body { color: [[red]] }

:: Helper [script]
window.x = "[[nowhere]]";

:: StoryInit
<<set $calm to 3>>

:: At the counter [shop noon] {"position":"100,200","size":"100,100"}
She puts the kettle down.
<<set $calm -= 1>>
"It lasted three days."

* [[Ask when she bought it|Receipt]]
* [[Offer a new one->New kettle]]
* [[Leave<-Send her away]]
* [[Leave]]

:: Receipt
You say: [[of course, let me see|New kettle][$calm to 4]].
<<link "Look at the box" "The cellar">><</link>>

:: New kettle
Everything shines.
\:: not a header
[[Back to the start|At the counter]]

:: Leave
The door closes.
)";

}  // namespace

TEST_CASE("links of every flavour of Twee are read", "[import]") {
    CHECK(links("[[Hall]]") == Links{"Hall => Hall"});
    CHECK(links("[[Go in|Hall]] and [[Go out -> Yard]]") == Links{"Go in => Hall", "Go out => Yard"});
    CHECK(links("[[Yard<-Go out]]") == Links{"Go out => Yard"});
    CHECK(links("[[a->b->Hall]]") == Links{"a->b => Hall"});
    CHECK(links("[[Go|Hall][$seen to true]]") == Links{"Go => Hall"});
    CHECK(links("<<link \"Go \\\"in\\\"\" \"Hall\">><</link>>") == Links{"Go \"in\" => Hall"});
    CHECK(links("<<button 'Go' 'Hall'>><</button>>") == Links{"Go => Hall"});
    CHECK(links("(link-goto: \"Go\", \"Hall\")(link-goto: \"Yard\")") == Links{"Go => Hall", "Yard => Yard"});
    CHECK(links("<<link \"Only words\">>x<</link>> [[]] [[ ]] [[open") == Links{});
    CHECK(links("<!-- [[Secret]] -->[[Hall]]") == Links{"Hall => Hall"});
}

TEST_CASE("links in a sentence leave their words, lines of links go", "[import]") {
    CHECK(content::take_links("You see [[a door|Hall]] here.\n\n* [[Hall]]\n[[Yard]] | [[Hall]]\n").text ==
          "You see a door here.");
    CHECK(content::take_links("one\n\n\n\ntwo").text == "one\n\ntwo");
    CHECK(content::take_links("<<if $x>>yes<</if>>").has_code);
    CHECK(content::take_links("(set: $x to 1)").has_code);
    CHECK_FALSE(content::take_links("a text (with brackets: none)").has_code);
}

TEST_CASE("a SugarCube story is read whole", "[import]") {
    const auto story = read(sugarcube);
    CHECK(story.format == "SugarCube");
    CHECK(story.story.title == "The broken kettle");
    CHECK(story.story.start == "At the counter");
    REQUIRE(story.story.passages.size() == 4);
    CHECK(story.story.count_links() == 7);
    CHECK(story.story.find("At the counter")->remarks.size() == 1);  // the macro stayed
    CHECK(story.story.find("New kettle")->text == "Everything shines.\n:: not a header");
    std::vector<std::string> left_out;
    for (const content::LeftOut& one : story.story.left_out) left_out.push_back(one.what);
    CHECK(left_out ==
          Links{"passage `Looks`", "passage `Helper`", "passage `StoryInit`", "setters of links (1)"});
}

TEST_CASE("headers may hold escaped brackets, metadata and positions of older Twee", "[import]") {
    const auto story = read(
        ":: A \\[strange\\] name [tag] {\"position\":\"1,2\"}\nx [[B \\{}]]\n::B {} [two tags] "
        "<1,2>\r\ny\r\n");
    REQUIRE(story.story.passages.size() == 2);
    CHECK(story.story.passages[0].name == "A [strange] name");
    CHECK(story.story.passages[1].name == "B {}");
    CHECK(story.story.passages[1].text == "y");
    CHECK(story.story.start == "A [strange] name");
}

TEST_CASE("variables above a Chapbook text are not its text", "[import]") {
    const auto story = read(
        ":: StoryData\n{\"format\":\"Chapbook\"}\n:: Start\nmood: 'calm'\n--\nHello. [[On->End]]\n:: "
        "End\nBye.\n");
    CHECK(story.story.find("Start")->text == "Hello. On");
    CHECK(story.story.find("Start")->remarks.size() == 1);
}

TEST_CASE("what is no Twee is refused", "[import]") {
    CHECK_FALSE(content::read_twee(""));
    CHECK_FALSE(content::read_twee("<html>"));
    CHECK_FALSE(content::read_twee(":: Start\n\xFF"));
    CHECK_FALSE(content::read_twee(std::string(5 * 1024 * 1024, 'a')));
    CHECK(content::read_twee(std::string(":: a {") + std::string(100'000, '{') + "}\n" +
                             std::string(1'000'000, '[')));
}

TEST_CASE("a story becomes a pack in which every passage and link has its place", "[import]") {
    const auto pack = content::write_story(read(sugarcube).story, "kettle", "kettle.twee");
    REQUIRE(pack);
    CHECK(pack->moments == 3);
    CHECK(pack->endings == 1);
    CHECK(pack->choices == 7);
    CHECK(pack->missing == Links{"`Receipt`: Look at the box -> `The cellar`"});
    CHECK(pack->circles == Links{"`New kettle`: Back to the start -> `At the counter`"});
    content::Findings findings("kettle.yaml");
    const auto source = content::read_scenario(pack->files.at("scenarios/kettle.yaml"),
                                               content::default_standard().standard, nullptr, findings);
    REQUIRE(source);
    std::size_t choices = 0;
    for (const Moment& moment : source->scenario.moments) choices += moment.choices.size();
    CHECK(source->scenario.moments.size() == 3);
    CHECK(choices == 7);
    CHECK(source->scenario.moments[1].choices[0].next.kind == Target::Kind::moment);
}

TEST_CASE("an imported story is to do, and nothing else; it is not packed", "[import]") {
    const test::TemporaryFolder folder;
    folder.write("kettle.twee", sugarcube);
    const std::string to = folder.file("new/kettle");
    const auto run = tool("import twee " + folder.file("kettle.twee") + " --to " + to);
    INFO(run.output);
    REQUIRE(run.exit == 0);
    CHECK(run.says("kept 4 passages and 7 links, as moments (3), endings (1) and choices (7)"));
    CHECK(run.says("links to passages that are not in the file, to do (1):"));
    CHECK(run.says("passage `Helper`: a script"));
    const auto loaded = content::load(to);
    REQUIRE(loaded);
    CHECK(loaded->findings.size() > 30);
    for (const content::Finding& finding : loaded->findings) {
        INFO(to_human(finding, ""));
        CHECK(finding.code == content::todo_code);
    }
    const auto has = [&](const std::string& part) {
        return std::any_of(
            loaded->findings.begin(), loaded->findings.end(),
            [&](const content::Finding& one) { return one.reason.find(part) != std::string::npos; });
    };
    CHECK(has("it led to `The cellar`, which is not in the file"));
    CHECK(has("it led back to `at-the-counter`"));
    CHECK(has("there is one way on only"));
    CHECK(tool("pack " + to + " --into " + folder.file("out")).exit == 1);
    const auto again = tool("import twee " + folder.file("kettle.twee") + " --to " + to);
    CHECK(again.exit == 2);
    CHECK(again.says("is there already"));
}

TEST_CASE("a story without a choice, or larger than a scenario, writes nothing", "[import]") {
    const test::TemporaryFolder folder;
    folder.write("flat.twee", ":: Start\nThe end.\n");
    const auto flat = tool("import twee " + folder.file("flat.twee") + " --to " + folder.file("out/flat"));
    CHECK(flat.exit == 2);
    CHECK(flat.says("nothing to choose"));
    std::string large;
    for (int i = 0; i < 301; ++i)
        large += ":: P" + std::to_string(i) + "\n[[P" + std::to_string(i + 1) + "]]\n";
    folder.write("large.twee", large);
    CHECK(tool("import twee " + folder.file("large.twee") + " --to " + folder.file("out/large"))
              .says("301 passages; a scenario holds at most 300"));
    CHECK(tool("import twee " + folder.file("none.twee") + " --to " + folder.file("out/none")).exit == 2);
    CHECK_FALSE(std::filesystem::exists(folder.file("out")));
}
