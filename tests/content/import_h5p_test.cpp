// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <span>

#include "content/tool/import/h5p.h"
#include "content/tool/import/html_text.h"
#include "content/tool/import/zip_directory.h"
#include "content/tool/load.h"
#include "tests/content/story_pack.h"
#include "tests/content/tool_run.h"

using namespace touchstone;
using test::PackedFile;
using test::tool;

namespace {

const std::string description =
    R"({"title": "Lost luggage", "mainLibrary": "H5P.BranchingScenario", "language": "en",
 "preloadedDependencies": [{"machineName": "H5P.BranchingScenario", "majorVersion": 1, "minorVersion": 8}]})";

const std::string content_json = R"({"branchingScenario": {
 "startScreen": {"startScreenTitle": "<p>Start</p>", "startScreenSubtitle": "<p>At the <b>desk</b></p>"},
 "endScreens": [{"endScreenTitle": "Done", "endScreenSubtitle": "Thank you &amp; goodbye", "contentId": -1},
                {"endScreenTitle": "Lost", "endScreenSubtitle": "She left", "contentId": -2}],
 "content": [
  {"type": {"library": "H5P.AdvancedText 1.1", "params": {"text": "<p>A guest stands there.</p><p>Wet.</p>"},
            "metadata": {"title": "The guest"}}, "nextContentId": 1, "proceedButtonText": "Go on"},
  {"type": {"library": "H5P.BranchingQuestion 1.0", "metadata": {"title": "What now"}, "params": {"branchingQuestion": {
     "question": "<p>What do you say?</p>",
     "alternatives": [
       {"text": "I am sorry", "nextContentId": 2, "feedback": {"title": "Kind", "subtitle": "<p>She calms down</p>"}},
       {"text": "Not my desk", "nextContentId": -2, "feedback": {}},
       {"text": "Wait here", "nextContentId": 1},
       {"text": "Ask the porter", "nextContentId": 9}]}}}},
  {"type": {"library": "H5P.Image 1.1", "params": {"alt": "A red bag", "file": {"path": "images/a.jpg", "mime": "image/jpeg"}}},
   "nextContentId": "-1"}],
 "l10n": {"proceedButtonText": "Proceed"}}})";

std::vector<PackedFile> good() {
    return {{"h5p.json", description},
            {"content/content.json", content_json},
            {"content/images/a.jpg", "not read"}};
}

/// Imports `files`; the packages that must be refused are refused by every reader and leave nothing.
void check_refused(const std::string& package, const std::string& why) {
    const auto bytes = content::read_file(package);
    REQUIRE(bytes);
    const auto read = content::read_h5p(std::as_bytes(std::span(bytes->data(), bytes->size())));
    REQUIRE_FALSE(read);
    INFO(read.error().detail);
    CHECK(read.error().detail.find(why) != std::string::npos);
    CHECK_FALSE(read.error().remedy.empty());
    const std::filesystem::path folder = std::filesystem::path(package).parent_path() / "out";
    const auto run = tool("import h5p " + package + " --to " + (folder / "pack").string());
    CHECK(run.exit != 0);
    CHECK(run.says(why));
    CHECK_FALSE(std::filesystem::exists(folder));
}

void refused(const std::vector<PackedFile>& files, const std::string& why) {
    const test::TemporaryFolder folder;
    check_refused(test::zip_of(folder.file("package.h5p"), files), why);
}

std::vector<PackedFile> with(PackedFile file) {
    auto files = good();
    files.push_back(std::move(file));
    return files;
}

std::string changed(const std::string& file, const std::string& from, const std::string& to) {
    std::string bytes = *content::read_file(file);
    std::size_t count = 0;
    for (auto at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size()), ++count)
        bytes.replace(at, from.size(), to);
    REQUIRE(count > 0);
    REQUIRE(content::write_file(file, bytes));
    return file;
}

void put(std::string& bytes, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>((value >> (8 * i)) & 0xFFU);
}

}  // namespace

TEST_CASE("an H5P Branching Scenario keeps its texts, ways and feedback", "[import]") {
    const auto read = content::read_h5p_json(description, content_json);
    REQUIRE(read);
    const content::Story& story = read->story;
    CHECK(read->version == "1.8");
    CHECK(story.title == "Lost luggage");
    CHECK(story.start == "The guest");
    REQUIRE(story.passages.size() == 5);  // three contents and two end screens
    CHECK(story.count_links() == 6);
    CHECK(story.passages[0].text == "At the desk\nA guest stands there.\nWet.");
    CHECK(story.passages[0].links[0].words == "Go on");
    const content::StoryPassage& question = story.passages[1];
    CHECK(question.text == "What do you say?");
    CHECK(question.links[0].feedback == "Kind\nShe calms down");
    CHECK(question.links[1].target == "End: Lost");
    CHECK(question.links[3].target == "content 9");
    CHECK(story.passages[2].text == "A red bag");
    CHECK(story.passages[2].links[0].words == "Proceed");
    CHECK(story.find("End: Done")->text == "Done\nThank you & goodbye");
    REQUIRE(story.left_out.size() == 1);
    CHECK(story.left_out[0].what == "images, sounds and videos (1)");
}

TEST_CASE("an imported H5P package is to do, and nothing else", "[import]") {
    const test::TemporaryFolder folder;
    const std::string package = test::zip_of(folder.file("luggage.h5p"), good());
    const auto run = tool("import h5p " + package + " --to " + folder.file("luggage"));
    INFO(run.output);
    REQUIRE(run.exit == 0);
    CHECK(run.says("kept 5 passages and 6 links, as moments (3), endings (2) and choices (6)"));
    CHECK(run.says("links back in a circle, to do (1):"));
    CHECK(run.says("links to passages that are not in the file, to do (1):"));
    const auto loaded = content::load(folder.file("luggage"));
    REQUIRE(loaded);
    CHECK(content::has_todos(loaded->findings));
    for (const content::Finding& finding : loaded->findings) CHECK(finding.code == content::todo_code);
    CHECK(loaded->packs.front().unfinished.size() == 1);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.file("")), {}) == 2);  // package and pack
}

TEST_CASE("a package whose entries lead elsewhere is refused", "[import]") {
    refused(with({"../evil.txt", "x"}), "leads out of the package");
    refused(with({"content/../../evil.txt", "x"}), "leads out of the package");
    refused(with({"/etc/evil", "x"}), "has an absolute name");
    refused(with({"C:evil.txt", "x"}), "has an absolute name");
    refused(with({"content\\evil.txt", "x"}), "has an absolute name");
    refused(with({"content/link", "/etc/passwd", 0120777}), "is a link");
    refused(with({"content/pipe", "", 0010644}), "is a link");
}

TEST_CASE("a package that unpacks to far more than it is, is refused", "[import]") {
    refused(with({"content/zeros.bin", std::string(20 * 1024 * 1024, '\0')}),
            "unpacks to more than 200 times its size");
    std::vector<PackedFile> many = good();
    for (int i = 0; i < 5001; ++i) many.push_back({"content/" + std::to_string(i), ""});
    refused(many, "entries, at most 5000");
}

TEST_CASE("a package whose directory lies is refused", "[import]") {
    const test::TemporaryFolder folder;
    const std::string package =
        test::zip_of(folder.file("package.h5p"), with({"content/again", std::string(100, 'a')}));
    const std::string whole = *content::read_file(package);
    const std::string mark("PK\x01\x02", 4);
    const auto first = whole.find(mark), second = whole.find(mark, first + 1);
    const auto rewritten = [&](std::size_t at, std::uint32_t value, const std::string& why) {
        std::string bytes = whole;
        put(bytes, at, value);
        REQUIRE(content::write_file(package, bytes));
        check_refused(package, why);
    };
    rewritten(second + 42, 0, "does not lie where it says");  // the place of another entry
    rewritten(first + 20, 0x00FFFFFF, "does not lie where it says");
    rewritten(first + 24, 0x7FFFFFFF, "is too large");
    rewritten(first + 24, 0xFFFFFFFF, "zip64");
    rewritten(first + 8, 0x00080001, "is encrypted");
    rewritten(whole.size() - 6, 0x0000FFFF, "its directory");
    for (std::size_t length = 0; length < whole.size(); length += 7) {
        INFO(length);
        CHECK_FALSE(content::read_h5p(std::as_bytes(std::span(whole.data(), length))));
    }
}

TEST_CASE("entries that overlap, or two of the files that are read, are refused", "[import]") {
    const test::TemporaryFolder folder;
    const std::string package = test::zip_of(folder.file("package.h5p"), with({"h5p.jsoo", "{}"}));
    changed(package, "h5p.jsoo", "h5p.json");
    check_refused(package, "two entries are called `h5p.json`");
    // A library that the package holds twice is not read and harms nobody.
    const std::string doubled = test::zip_of(
        folder.file("doubled.h5p"),
        {{"h5p.json", description}, {"content/content.json", content_json}, {"a/b", "x"}, {"a/c", "y"}});
    changed(doubled, "a/c", "a/b");
    const std::string twice = *content::read_file(doubled);
    CHECK(content::read_h5p(std::as_bytes(std::span(twice.data(), twice.size()))));
    // One entry whose data hold the header of the next: both lie where they say, one within the other.
    std::string inner("PK\x03\x04", 4);
    inner += std::string(22, '\0') + std::string("\x01\0\0\0", 4) + "b" + std::string(10, 'x');
    const std::string nested =
        test::zip_of(folder.file("nested.h5p"), {{"a", "." + inner, 0, true}, {"b", "y"}});
    std::string bytes = *content::read_file(nested);
    const auto stored = bytes.find(inner);
    const auto entry_of_b = bytes.rfind(std::string("PK\x01\x02", 4));
    REQUIRE(stored != std::string::npos);
    put(bytes, entry_of_b + 42, static_cast<std::uint32_t>(stored));
    const auto read = content::read_zip_directory(std::as_bytes(std::span(bytes.data(), bytes.size())));
    REQUIRE_FALSE(read);
    CHECK(read.error().detail.find("`b` overlaps another one") != std::string::npos);
}

TEST_CASE("a package of another kind, or a broken one, says so", "[import]") {
    refused({{"readme.txt", "x"}}, "has no `h5p.json`");
    refused({{"h5p.json", "{"}, {"content/content.json", "{}"}}, "h5p.json is not JSON");
    refused({{"h5p.json", R"({"mainLibrary": "H5P.MultiChoice"})"}, {"content/content.json", "{}"}},
            "this is `H5P.MultiChoice`");
    refused({{"h5p.json", description}, {"content/content.json", "{}"}}, "holds no branching scenario");
    refused({{"h5p.json", description}, {"content/content.json", std::string(9 * 1024 * 1024, ' ')}},
            "200 times");
    const test::TemporaryFolder folder;
    folder.write("text.h5p", "no zip");
    check_refused(folder.file("text.h5p"), "it is no zip file");
}

TEST_CASE("HTML becomes the words that a person reads", "[import]") {
    CHECK(content::text_of_html("<p>One <b>two</b></p>\n<ul><li>three</li></ul>") == "One two\nthree");
    CHECK(content::text_of_html("a &lt; b &amp; c&nbsp;d &#228; &#x17C; &unknown; &") ==
          "a < b & c d ä ż &unknown; &");
    CHECK(content::text_of_html("2 < 3 and 4 > 1") == "2 < 3 and 4 > 1");
    CHECK(content::text_of_html(std::string(1'000'000, '<')).size() == 1'000'000);
}
