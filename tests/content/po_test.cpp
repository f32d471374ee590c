// SPDX-License-Identifier: Apache-2.0
#include "content/tool/po.h"

#include <catch2/catch_test_macros.hpp>

using namespace touchstone::content;

namespace {

const std::vector<SourceText> texts = {{"a/title", "The \"wet\" parcel", {}, "title"},
                                       {"a/one/says", "One\nline \\ two", {}, "learner"}};

PoFile translated() {
    PoFile po = merge_po({}, texts, "pl");
    po.messages[0].translation = "„Mokra” paczka";
    po.messages[1].translation = "Jedna\nlinia \\ \"dwie\"";
    return po;
}

}  // namespace

TEST_CASE("a PO file is written and read without loss", "[po]") {
    Findings findings("pl.po");
    const std::string text = write_po(translated());
    const PoFile back = read_po(text, findings);
    CHECK(findings.all().empty());
    REQUIRE(back.messages.size() == 2);
    CHECK(back.messages[1].context == "a/one/says");
    CHECK(back.messages[1].source == "One\nline \\ two");
    CHECK(back.messages[1].translation == "Jedna\nlinia \\ \"dwie\"");
    CHECK(write_po(back) == text);
}

TEST_CASE("empty lines of a remark stay, also the last ones", "[po]") {
    const std::string text =
        "# Polish\n#\n#\nmsgid \"\"\nmsgstr \"\"\n\"Language: pl\\n\"\n\n# a\n#\n# b\n#\nmsgctxt \"x\"\n"
        "msgid \"y\"\nmsgstr \"z\"\n\n# the end\n#\n#\n";
    Findings findings("pl.po");
    CHECK(write_po(read_po(text, findings)) == text);
    CHECK(findings.all().empty());
}

TEST_CASE("merging keeps every translation: changed texts become fuzzy, lost ones obsolete", "[po]") {
    std::vector<SourceText> changed = texts;
    changed[0].text = "The dry parcel";
    changed[1].address = "a/two/says";
    const PoFile merged = merge_po(translated(), changed, "pl");
    REQUIRE(merged.messages.size() == 3);
    CHECK(merged.messages[0].fuzzy);
    CHECK(merged.messages[0].translation == "„Mokra” paczka");
    CHECK(merged.messages[1].translation.empty());
    CHECK(merged.messages[2].obsolete);
    Findings findings("pl.po");
    const PoFile back = merge_po(read_po(write_po(merged), findings), texts, "pl");
    CHECK(findings.all().empty());
    CHECK(back.messages[1].translation == "Jedna\nlinia \\ \"dwie\"");
}

TEST_CASE("what is not PO is named with its line", "[po]") {
    Findings findings("pl.po");
    read_po("msgid \"\"\nmsgstr \"\"\n\nmsgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\n", findings);
    REQUIRE(findings.all().size() == 1);
    CHECK(findings.all()[0].code == "E120");
    CHECK(findings.all()[0].at.line == 6);
}
