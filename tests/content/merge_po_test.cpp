// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

#include "content/tool/load.h"
#include "tests/content/tool_run.h"

using namespace touchstone;
using namespace touchstone::content;
using test::shell;
using test::tool;

namespace {

const std::vector<SourceText> texts = {{"a/title", "The parcel", {}, "title"},
                                       {"a/one/says", "One line", {}, "learner"}};

/// What a translator's editor leaves behind.
const std::string worked_on = R"(# Polish by hand.
# Second line.
msgid ""
msgstr ""
"Language: pl\n"
"X-Editor: some editor\n"

# Is this the box or the letter?
#. title; at most 22 characters
#: somewhere:12
#, no-wrap, fuzzy
#| msgid "The letter"
msgctxt "a/title"
msgid "The parcel"
msgstr "Paczka"

#. learner; at most 19 characters
msgctxt "a/one/says"
msgid "One line"
msgstr ""
"Jedna "
"linia"

# Kept because it may come back.
#~ msgctxt "a/gone/says"
#~ msgid "Gone"
#~ msgstr "Zniknęło"

# Last words.
)";

PoFile read(const std::string& text) {
    Findings findings("pl.po");
    PoFile file = read_po(text, findings);
    for (const Finding& finding : findings.all()) FAIL(to_human(finding, text));
    return file;
}

const PoMessage& message(const PoFile& file, const std::string& context) {
    for (const PoMessage& one : file.messages)
        if (one.context == context) return one;
    FAIL("no message " << context);
    return file.messages.front();
}

}  // namespace

TEST_CASE("nothing that a translator wrote is lost by a merge", "[po]") {
    const PoFile merged = read(write_po(merge_po(read(worked_on), texts, "pl")));
    CHECK(merged.header_remark == "Polish by hand.\nSecond line.");
    CHECK(merged.header.find("X-Editor: some editor\n") != std::string::npos);
    CHECK(merged.trailing_remark == "Last words.");
    const PoMessage& title = message(merged, "a/title");
    CHECK(title.remark == "Is this the box or the letter?");
    CHECK(title.references == "somewhere:12");
    CHECK(title.flags == std::vector<std::string>{"no-wrap"});
    CHECK(title.fuzzy);
    CHECK(title.previous == "The letter");
    CHECK(message(merged, "a/one/says").translation == "Jedna linia");
    const PoMessage& gone = message(merged, "a/gone/says");
    CHECK(gone.obsolete);
    CHECK(gone.translation == "Zniknęło");
    CHECK(gone.remark == "Kept because it may come back.");
}

TEST_CASE("merging the same texts again changes nothing", "[po]") {
    const std::string once = write_po(merge_po(read(worked_on), texts, "pl"));
    CHECK(write_po(merge_po(read(once), texts, "pl")) == once);
}

TEST_CASE("a changed source makes the translation fuzzy and keeps what was translated", "[po]") {
    std::vector<SourceText> changed = texts;
    changed[1].text = "Two lines";
    PoFile merged = merge_po(read(worked_on), changed, "pl");
    CHECK(message(merged, "a/one/says").fuzzy);
    CHECK(message(merged, "a/one/says").previous == "One line");
    CHECK(write_po(merged).find("#, fuzzy\n#| msgid \"One line\"\n") != std::string::npos);
    changed[1].text = "Three lines";
    merged = merge_po(merged, changed, "pl");
    CHECK(message(merged, "a/one/says").previous == "One line");
}

TEST_CASE("a text that comes back finds its translation", "[po]") {
    std::vector<SourceText> more = texts;
    more.push_back({"a/gone/says", "Gone", {}, "learner"});
    const PoFile old = read(worked_on);
    const PoFile merged = merge_po(old, more, "pl");
    CHECK_FALSE(message(merged, "a/gone/says").obsolete);
    CHECK(message(merged, "a/gone/says").translation == "Zniknęło");
    CHECK(report_merge(old, merged).back == std::vector<std::string>{"a/gone/says"});
}

TEST_CASE("two messages of one address both stay", "[po]") {
    const std::string twice =
        worked_on + "\nmsgctxt \"a/one/says\"\nmsgid \"One line\"\nmsgstr \"Linijka\"\n";
    const PoFile merged = merge_po(read(twice), texts, "pl");
    CHECK(write_po(merged).find("#~ msgstr \"Linijka\"") != std::string::npos);
    CHECK(write_po(merged).find("\nmsgstr \"Jedna linia\"") != std::string::npos);
}

TEST_CASE("GNU gettext reads what we write as we do", "[po]") {
    const test::TemporaryFolder folder;
    std::vector<SourceText> changed = texts;
    changed[1].text = "A \"quoted\"\tline\nand \\ another\r";
    const std::string ours = write_po(merge_po(read(worked_on), changed, "pl"));
    const std::string file = folder.write("pl.po", ours).string();
    const auto checked = shell("msgfmt --check -o " + folder.file("pl.mo") + " " + file);
    INFO(checked.output);
    CHECK(checked.exit == 0);
    // Rewritten by gettext's own writer, every message is still the same.
    REQUIRE(shell("msgcat --no-wrap -o " + folder.file("theirs.po") + " " + file).exit == 0);
    const PoFile theirs = read(*read_file(folder.file("theirs.po"))), mine = read(ours);
    REQUIRE(theirs.messages.size() == mine.messages.size());
    for (const PoMessage& one : mine.messages) {
        const PoMessage& other = message(theirs, one.context);
        CHECK(other.source == one.source);
        CHECK(other.translation == one.translation);
        CHECK(other.previous == one.previous);
        CHECK(other.remark == one.remark);
        CHECK(other.fuzzy == one.fuzzy);
        CHECK(other.obsolete == one.obsolete);
    }
}

TEST_CASE("extract writes a template that gettext accepts, with speaker, mood and length", "[po]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    const auto run = tool("extract " + pack);
    INFO(run.output);
    CHECK(run.exit == 0);
    const std::string file = pack + "/text/small.pot";
    CHECK(shell("msgfmt --check -o " + folder.file("none.mo") + " " + file).exit == 0);
    const PoFile pot = read(*read_file(file));
    const auto note = [&](const std::string& address) { return message(pot, address).comment; };
    CHECK(note("wet-parcel/opening/own-it/says").rfind("learner; at most ", 0) == 0);
    CHECK(note("wet-parcel/opening/own-it/reply").rfind("Ana, warmer than before; at most ", 0) == 0);
    CHECK(note("wet-parcel/opening/blame/reply").rfind("Ana, colder than before; at most ", 0) == 0);
    CHECK(note("wet-parcel/opening/says").rfind("Ana, neutral; at most ", 0) == 0);
    CHECK(note("wet-parcel/closing/says-if/1").rfind("Ana, said when: found gift; at most ", 0) == 0);
    CHECK(note("wet-parcel/goodbye/delighted/says").rfind("Ana, won over; at most ", 0) == 0);
    for (const PoMessage& one : pot.messages) CHECK(one.translation.empty());
}

TEST_CASE("merge reports what is new, changed and gone, and loses no line of a translator", "[po]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder), po = pack + "/text/pl.po";
    const std::string scenario = pack + "/scenarios/wet-parcel.yaml";
    test::edit_file(po, "msgctxt \"wet-parcel/opening/own-it/reply\"",
                    "# A remark.\n#, no-wrap\nmsgctxt \"wet-parcel/opening/own-it/reply\"");
    const PoFile before = read(*read_file(po));
    test::edit_file(scenario, "reply: Thank you.", "reply: Thanks.");
    const auto run = tool("merge " + pack + " --json");
    INFO(run.output);
    CHECK(run.exit == 0);
    const auto reports = boost::json::parse(run.output).as_array();
    REQUIRE(reports.size() == 1);
    CHECK(reports[0].at("language") == "pl");
    CHECK(reports[0].at("fuzzy") == 1);
    REQUIRE(reports[0].at("changed").as_array().size() == 1);
    CHECK(reports[0].at("changed").as_array()[0] == "wet-parcel/opening/own-it/reply");
    CHECK(shell("msgfmt --check -o " + folder.file("none.mo") + " " + po).exit == 0);
    const PoFile after = read(*read_file(po));
    for (const PoMessage& one : before.messages) {
        CHECK(message(after, one.context).translation == one.translation);
        CHECK(message(after, one.context).flags == one.flags);
        CHECK(message(after, one.context).remark == one.remark);
    }
}

TEST_CASE("merge makes the file of a language that has none", "[po]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    test::edit_file(pack + "/pack.yaml", "[en, pl]", "[en, pl, et]");
    const auto run = tool("merge " + pack);
    CHECK(run.exit == 0);
    CHECK(run.says("et.po: 0 translated, 0 fuzzy, "));
    CHECK(run.says("  new      wet-parcel/title\n"));
    CHECK(read(*read_file(pack + "/text/et.po")).header.rfind("Language: et\n", 0) == 0);
}

TEST_CASE("merge refuses a pack of which a file cannot be read", "[po]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder), po = pack + "/text/pl.po";
    const std::string scenario = pack + "/scenarios/wet-parcel.yaml", before = *read_file(po);
    test::edit_file(scenario, "next: goodbye", "next: goodby");
    const auto run = tool("merge " + pack);
    CHECK(run.exit == 1);
    CHECK(run.says("did you mean `goodbye`?"));
    CHECK(*read_file(po) == before);
    test::edit_file(scenario, "next: goodby\n", "next: goodbye\n");
    test::edit_file(po, "msgstr \"po polsku: Small\"", "msgstr \"po polsku: Small");
    const auto broken = tool("merge " + pack);
    CHECK(broken.exit == 1);
    CHECK(broken.says("error[E120]"));
}
