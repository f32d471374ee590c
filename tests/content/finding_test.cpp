// SPDX-License-Identifier: Apache-2.0
#include "content/tool/finding.h"

#include <catch2/catch_test_macros.hpp>

#include "content/tool/letters.h"

using namespace touchstone::content;

namespace {

Finding at(int line, int column, std::size_t length) {
    return {"W400", Severity::warning, "a.yaml", {line, column}, length, "why", "way out"};
}

/// The line of carets, after the margin.
std::string carets(const Finding& finding, const std::string& source) {
    const std::string text = to_human(finding, source);
    const auto help = text.find("  = help");
    const auto line = text.rfind("\n", help - 2) + 1;
    return text.substr(line, help - line - 1);
}

}  // namespace

TEST_CASE("wide, combining and tabbed characters do not shift the caret", "[finding]") {
    CHECK(carets(at(1, 5, 3), "abc xyz") == "  |     ^^^");
    CHECK(carets(at(1, 5, 3), "żół бык") == "  |     ^^^");
    CHECK(carets(at(1, 4, 3), "日本 xyz") == "  |      ^^^");  // two columns each
    CHECK(carets(at(1, 1, 2), "日本 xyz") == "  | ^^^^");
    CHECK(carets(at(1, 5, 3), "e\u0301a xyz") == "  |    ^^^");  // a combining accent has none
    CHECK(carets(at(1, 2, 3), "\txyz") == "  | \t^^^");
    CHECK(carets(at(1, 3, 1), "👍 x") == "  |    ^");
}

TEST_CASE("a run ends with its line, and a long line is cut", "[finding]") {
    CHECK(carets(at(1, 5, 300), "abc xyz") == "  |     ^^^");
    CHECK(to_human(at(1, 1, 1), std::string(100'000, 'x')).size() < 1000);
    CHECK(to_human(at(1, 90'000, 500), std::string(100'000, 'x')).size() < 2000);
    CHECK(to_human(at(1, 1, 1), "a\x1B[31mb").find('\x1B') == std::string::npos);
}

TEST_CASE("a second place is shown with its label, in the order of the lines", "[finding]") {
    Finding finding = at(4, 3, 4);
    finding.related = {{},
                       {
                           1,
                           8,
                       },
                       2,
                       "named here"};
    const std::string source = "never: [id]\n\n\n  rule\n";
    CHECK(to_human(finding, source) ==
          "warning[W400]: why\n --> a.yaml:4:3\n  |\n1 | never: [id]\n  |        -- named here\n...\n"
          "4 |   rule\n  |   ^^^^\n  = help: way out\n");
    finding.related.file = "pack.yaml";
    CHECK(to_human(finding, SourceFiles{{"a.yaml", source}, {"pack.yaml", "roles: x\n"}}) ==
          "warning[W400]: why\n --> a.yaml:4:3\n  |\n4 |   rule\n  |   ^^^^\n ::: pack.yaml:1:8\n  |\n"
          "1 | roles: x\n  |        - named here\n  = help: way out\n");
    CHECK(
        to_json({finding}).find(R"("related":{"file":"pack.yaml","line":1,"column":8,"length":2,"label":)") !=
        std::string::npos);
}

TEST_CASE("the same finding is kept once, and a file never gives more than can be read", "[finding]") {
    Findings findings("a.yaml");
    findings.warning("W401", {1, 2}, "long", "shorten");
    findings.warning("W401", {1, 2}, "long", "shorten");
    CHECK(findings.all().size() == 1);
    for (int line = 1; line < 1000; ++line) findings.warning("W401", {line, 1}, "long", "shorten");
    CHECK(findings.all().size() == 201);
    CHECK(findings.all().back().code == "E159");
    CHECK_FALSE(findings.has_errors());
    findings.error("E104", {2000, 1}, "unknown", "remove");
    CHECK(findings.all().size() == 201);
    CHECK(findings.has_errors());
}

TEST_CASE("notes refuse nothing, warnings only with strict", "[finding]") {
    Findings findings("a.yaml");
    findings.note("W411", {1, 1}, "small", "grow");
    CHECK_FALSE(fails(findings.all(), true));
    findings.warning("W401", {1, 1}, "long", "shorten");
    CHECK_FALSE(fails(findings.all(), false));
    CHECK(fails(findings.all(), true));
    CHECK(to_human(findings.all(), {}, 1).find("1 file checked: no errors, 1 warning, 1 note\n") !=
          std::string::npos);
}

TEST_CASE("words, sentences and terms are found in every language of ours", "[letters]") {
    CHECK(words_of("I’m here – well-known, 17:45!").size() == 5);
    CHECK(words_of("’quoted’ word").front() == "quoted");
    CHECK(sentences_of("One. Two? Three: four; five… “Six.” 17.45 is no end.").size() == 7);
    CHECK(letters_in("I’m") == 2);
    CHECK(folded("ŻÓŁW Õun ЁЖ") == "żółw õun ёж");
    CHECK(find_term("Czy jest W TRANZYCIE?", "w tranzyci") == 9);
    CHECK(find_term("это в транзите", "транзит") != std::string::npos);
    CHECK(find_term("untransit", "transit") == std::string::npos);
    CHECK(find_term("transitional", "transit") == std::string::npos);
    CHECK(utf8(code_points("aé日👍")) == "aé日👍");
    CHECK(code_points("a\xFFz") == U"a\uFFFDz");
}
