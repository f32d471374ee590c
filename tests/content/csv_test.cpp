// SPDX-License-Identifier: Apache-2.0
#include "content/tool/csv.h"

#include <catch2/catch_test_macros.hpp>

using namespace touchstone;
using namespace touchstone::content;

namespace {

std::vector<std::vector<std::string>> cells_of(const std::string& text) {
    Findings findings("x.csv");
    std::vector<std::vector<std::string>> all;
    for (const CsvRow& row : read_csv(text, findings)) {
        all.emplace_back();
        for (const CsvCell& cell : row) all.back().push_back(cell.text);
    }
    CHECK_FALSE(findings.has_errors());
    return all;
}
using Cells = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("a table reads as table programs write it", "[csv]") {
    CHECK(cells_of("a,b\r\n1,2\r\n") == Cells{{"a", "b"}, {"1", "2"}});
    CHECK(cells_of("\xEF\xBB\xBF"
                   "a;b\n1;\"2;3\"\n") == Cells{{"a", "b"}, {"1", "2;3"}});
    CHECK(cells_of("a\tb\n,\t\n") == Cells{{"a", "b"}, {",", ""}});
    CHECK(cells_of("a,b\n\n# remark, \"\n,,\n\"x \"\"y\"\"\nz\",\n") ==
          Cells{{"a", "b"}, {"x \"y\"\nz", ""}});
    CHECK(cells_of("a") == Cells{{"a"}});
    CHECK(cells_of("").empty());
}

TEST_CASE("every cell of a table knows where it stands", "[csv]") {
    Findings findings("x.csv");
    const auto rows = read_csv("é,b\n\"x\ny\",long\n", findings);
    REQUIRE(rows.size() == 2);
    CHECK((rows[0][1].at.line == 1 && rows[0][1].at.column == 3));
    CHECK((rows[1][0].at.line == 2 && rows[1][0].at.column == 1));
    CHECK((rows[1][1].at.line == 3 && rows[1][1].at.column == 4 && rows[1][1].length == 4));
}

TEST_CASE("a quote that does not end is told where it begins", "[csv]") {
    Findings findings("x.csv");
    read_csv("a,b\n1,\"2\n3,4\n", findings);
    REQUIRE(findings.all().size() == 1);
    CHECK(findings.all()[0].code == "E321");
    CHECK((findings.all()[0].at.line == 2 && findings.all()[0].at.column == 3));
    Findings behind("x.csv");
    read_csv("\"a\"b,c\n", behind);
    REQUIRE(behind.all().size() == 1);
    CHECK(behind.all()[0].at.column == 4);
}

TEST_CASE("a cell that a table program would take for a formula is text", "[csv]") {
    CHECK(csv_cell("=HYPERLINK(\"x\")") == "\"'=HYPERLINK(\"\"x\"\")\"");
    CHECK(csv_cell("+1") == "'+1");
    CHECK(csv_cell("-1") == "'-1");
    CHECK(csv_cell("@SUM") == "'@SUM");
    CHECK(csv_cell("\tx") == "\"'\tx\"");
    CHECK(csv_cell("a = b") == "a = b");
    CHECK(csv_row({"a", "b,c", ""}) == "a,\"b,c\",\r\n");
}
