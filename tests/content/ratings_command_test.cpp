// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <functional>
#include <set>

#include "content/tool/csv.h"
#include "content/tool/enter_ratings.h"
#include "content/tool/load.h"
#include "content/tool/ratings_sheet.h"
#include "tests/content/tool_run.h"
#include "tests/support/drill_text.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;
using content::CsvRow;
using test::tool;
namespace fs = std::filesystem;

namespace {

std::string text_of(const std::string& file) {
    auto text = content::read_file(file);
    REQUIRE(text);
    return std::move(*text);
}

content::PackSources sources_of(const std::string& pack) {
    auto loaded = content::load(pack);
    REQUIRE(loaded);
    REQUIRE(loaded->packs.size() == 1);
    return std::move(loaded->packs.front());
}

std::vector<CsvRow> rows_of(const std::string& csv) {
    content::Findings findings("sheet.csv");
    auto rows = content::read_csv(csv, findings);
    CHECK_FALSE(findings.has_errors());
    return rows;
}

constexpr std::size_t code = 0, moment = 1, answer = 7, rating = 9, reader = 10;

/// Writes the sheets of three readers for the small pack, and the folder's name.
std::string sheets_for(const test::TemporaryFolder& folder, const std::string& pack,
                       const std::string& options = "") {
    const auto run = tool("ratings sheet " + pack + " --out " + folder.file("sheets") + " " + options);
    INFO(run.output);
    REQUIRE(run.exit == 0);
    return folder.file("sheets");
}

std::string sheet(const std::string& sheets, const std::string& name) {
    return sheets + "/small." + name + ".csv";
}

/// What a reader gives a line; by the words of the answer.
using Judge = std::function<std::string(const content::SheetLine& line)>;

/// Fills a sheet as a table program would write it: with `separator` between the cells.
void fill_sheet(const std::string& file, const std::string& pack, const Judge& judge, char separator = ',') {
    const auto rows = rows_of(text_of(file));
    std::map<std::string, content::SheetLine> lines;
    for (content::SheetLine& line : content::sheet_lines(sources_of(pack), rows[1][reader].text))
        lines.emplace(line.code(), std::move(line));
    std::string filled;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t c = 0; c < rows[i].size(); ++c) {
            std::string cell = rows[i][c].text;
            if (i != 0 && c == rating) cell = judge(lines.at(rows[i][code].text));
            filled += (c == 0 ? "" : std::string(1, separator)) + content::csv_cell(cell);
        }
        filled += "\r\n";
    }
    REQUIRE(content::write_file(file, filled));
}

std::string as_written(const content::SheetLine& line) { return std::to_string(line.asked.rating.value()); }

/// All three sheets filled and their names, with a blank before each.
std::string fill_all(const std::string& sheets, const std::string& pack, const Judge& judge) {
    std::string names;
    for (const char* name : {"reader-1", "reader-2", "reader-3"}) {
        fill_sheet(sheet(sheets, name), pack, judge, name[7] == '2' ? ';' : ',');
        names += " " + sheet(sheets, name);
    }
    return names;
}

}  // namespace

TEST_CASE("three readers get the same answers, each in an order of their own, and nothing else",
          "[ratings]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    const std::string sheets = sheets_for(folder, pack);
    std::set<std::string> orders, contents, codes;
    for (const char* name : {"reader-1", "reader-2", "reader-3"}) {
        const std::string csv = text_of(sheet(sheets, name));
        CHECK(csv.rfind("\xEF\xBB\xBF", 0) == 0);
        const auto rows = rows_of(csv);
        REQUIRE(rows.size() == 1 + 9);  // six answers, three of them by two indicators
        std::string order;
        std::set<std::string> answers;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            CHECK(rows[i][rating].text.empty());
            CHECK(rows[i][reader].text == name);
            CHECK(codes.insert(rows[i][code].text).second);  // no code tells what others got
            order += rows[i][answer].text;
            answers.insert(rows[i][answer].text);
        }
        orders.insert(order);
        std::string all;
        for (const std::string& one : answers) all += one;
        contents.insert(all);
        for (const char* hint :
             {"own-it", "ask-form", "skip-id", "plain-swap", "opening", "closing", "wet-parcel", "rated",
              "Thank you.", "You took it over", "goodbye", "delighted", "limit: exceeded"})
            CHECK(csv.find(hint) == std::string::npos);
        for (const char* other : {"reader-1", "reader-2", "reader-3"})
            CHECK((csv.find(other) != std::string::npos) == (std::string(other) == name));
        CHECK(csv.find("The book in it is soaked.") != std::string::npos);
        CHECK(csv.find("It is a gift for tonight.") != std::string::npos);
        CHECK(csv.find("may spend up to 10.00 EUR; may bend: voucher; never: id-check") != std::string::npos);
    }
    CHECK(orders.size() == 3);
    CHECK(contents.size() == 1);
}

TEST_CASE("a sheet is the same whenever it is written, and never written over", "[ratings]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    const std::string sheets = sheets_for(folder, pack);
    const std::string before = text_of(sheet(sheets, "reader-1"));
    const auto again = tool("ratings sheet " + pack + " --out " + sheets);
    CHECK(again.exit == 2);
    CHECK(again.says("is there already"));
    fs::remove_all(sheets);
    sheets_for(folder, pack);
    CHECK(text_of(sheet(sheets, "reader-1")) == before);
}

TEST_CASE("a scenario that stands alone can be given to readers of one's own choice", "[ratings]") {
    const test::TemporaryFolder folder;
    const std::string file = folder.write("wet-parcel.yaml", std::string(test::small_scenario)).string();
    const auto run =
        tool("ratings sheet " + file + " --out " + folder.file("out") + " --reader eva --experts --json");
    INFO(run.output);
    REQUIRE(run.exit == 0);
    const auto said = boost::json::parse(run.output).as_array();
    REQUIRE(said.size() == 1);
    CHECK(said[0].at("kind").as_string() == "customer-service expert");
    CHECK(said[0].at("lines").as_int64() == 9);
    CHECK(text_of(folder.file("out") + "/wet-parcel.eva.csv").find("customer-service expert") !=
          std::string::npos);
    CHECK(tool("ratings enter " + file + " " + folder.file("out") + "/wet-parcel.eva.csv")
              .says("stands in no pack"));
    CHECK(tool("ratings sheet " + file + " --out " + folder.file("x") + " --reader 'Eva K'").exit == 2);
}

TEST_CASE("filled sheets become ratings that the checker accepts", "[ratings]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    const auto run = tool("ratings enter " + pack + fill_all(sheets_for(folder, pack), pack, as_written));
    INFO(run.output);
    REQUIRE(run.exit == 0);
    CHECK(run.says("ratings.csv: 27 ratings new, 0 changed, 0 as before"));
    const auto check = tool("check " + pack);
    INFO(check.output);
    CHECK(check.exit == 0);
    CHECK_FALSE(check.says("ratings.csv"));  // nothing to say of it
}

TEST_CASE("`rated` becomes the readers' mean and nothing else of a file changes", "[ratings]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    const std::string scenario = pack + "/scenarios/wet-parcel.yaml";
    const std::string before = "# A remark: people.comfort: 4\n" + text_of(scenario);
    REQUIRE(content::write_file(scenario, before));
    const std::string remarks = std::string(content::ratings_header) +
                                "\r\n# Rated in May.\r\n"
                                "wet-parcel,opening,own-it,people.comfort,reader-2,independent reader,1\r\n"
                                "# The end.";
    REQUIRE(content::write_file(pack + "/ratings.csv", remarks));
    const auto lower = [](const content::SheetLine& line) {
        return line.asked.key() == "wet-parcel/opening/own-it people.comfort" ? std::string("3")
                                                                              : as_written(line);
    };
    const auto run = tool("ratings enter " + pack + fill_all(sheets_for(folder, pack), pack, lower));
    INFO(run.output);
    REQUIRE(run.exit == 0);
    CHECK(run.says("26 ratings new, 1 changed, 0 as before"));
    CHECK(run.says("wet-parcel/opening/own-it people.comfort is rated 3, was 4"));
    std::string expected = before;
    const auto at = expected.find("{people.comfort: 4, reliable.dependable: 4}");
    expected[at + std::string("{people.comfort: ").size()] = '3';
    CHECK(text_of(scenario) == expected);
    const std::string after = text_of(pack + "/ratings.csv");
    CHECK(after.rfind(std::string(content::ratings_header) + "\r\n# Rated in May.\r\n", 0) == 0);
    CHECK(after.find("# The end.\r\n") != std::string::npos);
    CHECK(after.find("own-it,people.comfort,reader-2,independent reader,3\r\n") != std::string::npos);
    CHECK(after.find("own-it,people.comfort,reader-2,independent reader,1") == std::string::npos);
    CHECK(after.find("own-it,people.comfort,reader-1,independent reader,3\r\n") != std::string::npos);
}

namespace {

/// A scenario as it was read, and three readers who rate its first choice 2 for everything.
struct AllSayTwo {
    content::PackSources sources;
    content::ReaderSums sums;
    explicit AllSayTwo(const std::string& text) {
        sources.standard = content::default_standard();
        content::Findings ignored("x.yaml");  // that ratings are missing
        sources.scenarios.push_back(*content::read_scenario(text, sources.standard.standard, nullptr, ignored));
        for (const char* indicator : {"people.comfort", "reliable.dependable"})
            for (const char* name : {"reader-1", "reader-2", "reader-3"}) {
                const content::RatingRow row{"wet-parcel",         "opening", "own-it", indicator, name,
                                             "independent reader", 2};
                sums[row.key()].add(row);
            }
    }
};

}  // namespace

TEST_CASE("a rating that is still to do becomes the readers' mean", "[ratings]") {
    const std::string rated = "rated: {people.comfort: 4, reliable.dependable: 4}";
    const std::string text = test::small_scenario_with(
        rated, "rated: {people.comfort: \"todo: é, and more\", 'reliable.dependable': 'todo:'}");
    const AllSayTwo read(text);
    content::SourceFiles files{{"x.yaml", text}};
    std::vector<content::Finding> findings;
    CHECK(content::write_means(read.sources, read.sums, files, findings).size() == 2);
    CHECK(findings.empty());
    CHECK(files["x.yaml"] ==
          test::small_scenario_with(rated, "rated: {people.comfort: 2, 'reliable.dependable': 2}"));
    files["x.yaml"] = test::small_scenario_with(rated, "rated: {people.comfort: four}");
    CHECK(content::write_means(read.sources, read.sums, files, findings).empty());
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].code == "E327");
}

TEST_CASE("a rating in quotes becomes the readers' mean, without them", "[ratings]") {
    const std::string rated = "rated: {people.comfort: 4, reliable.dependable: 4}";
    const std::string text =
        test::small_scenario_with(rated, "rated: {people.comfort: \"4\", reliable.dependable: '0'}");
    const AllSayTwo read(text);
    content::SourceFiles files{{"x.yaml", text}};
    std::vector<content::Finding> findings;
    CHECK(content::write_means(read.sources, read.sums, files, findings).size() == 2);
    CHECK(files["x.yaml"] == test::small_scenario_with(rated, "rated: {people.comfort: 2, reliable.dependable: 2}"));
}

TEST_CASE("sheets that are entered twice change nothing", "[ratings]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    const std::string names = fill_all(sheets_for(folder, pack), pack, as_written);
    REQUIRE(tool("ratings enter " + pack + names).exit == 0);
    const std::string before = text_of(pack + "/ratings.csv");
    const auto again = tool("ratings enter --json " + pack + names);
    CHECK(boost::json::parse(again.output).at("same").as_int64() == 27);
    CHECK(text_of(pack + "/ratings.csv") == before);
}

TEST_CASE("one bad cell in a sheet is told with file, row and column, and nothing is written", "[ratings]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    const std::string names = fill_all(sheets_for(folder, pack), pack, as_written);
    const std::string file = sheet(folder.file("sheets"), "reader-3");
    const std::string good = text_of(file);
    const std::string scenario = text_of(pack + "/scenarios/wet-parcel.yaml");
    const auto bad = [&](const std::string& from, const std::string& to, const char* finding) {
        REQUIRE(content::write_file(file, good));
        test::edit_file(file, from, to);
        const auto run = tool("ratings enter " + pack + names);
        INFO(run.output);
        CHECK(run.exit == 1);
        CHECK(run.says(finding));
        CHECK(run.says(" --> " + file + ":"));
        CHECK(run.says("nothing was written"));
        CHECK_FALSE(fs::exists(pack + "/ratings.csv"));
        CHECK(text_of(pack + "/scenarios/wet-parcel.yaml") == scenario);
    };
    bad(",4,reader-3", ",5,reader-3", "error[E323]: row ");
    bad(",4,reader-3", ",,reader-3", "the rating is missing");
    bad(",4,reader-3", ",4+,reader-3", "`4+` is no rating");
    bad(",4,reader-3", ",4,reader-2", "error[E324]");
    bad(",4,reader-3", ",4,Reader 3", "error[E326]");
    bad(",4,reader-3,independent reader", ",4,reader-3,my cousin", "`my cousin` is no kind of reader");
    bad("\nr-", "\nr-0", "error[E324]");
    bad("rating (0 to 4)", "points", "the sheet has no column `rating`");
    bad("\nr-", "\n\"r-", "error[E321]");
    REQUIRE(content::write_file(file, good));
    test::edit_file(file, ",4,reader-3", ",7,reader-3");
    const auto rows = rows_of(text_of(file));
    for (const CsvRow& one : rows)
        if (one[rating].text == "7")
            CHECK(tool("ratings enter " + pack + names)
                      .says(file + ":" + std::to_string(one[rating].at.line) + ":" +
                            std::to_string(one[rating].at.column)));
    CHECK(tool("ratings enter " + pack + " " + file + " " + file + ".none").exit == 2);
}

TEST_CASE("a rating of words that were changed since is refused", "[ratings]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    const std::string names = fill_all(sheets_for(folder, pack), pack, as_written);
    test::edit_file(pack + "/scenarios/wet-parcel.yaml", "I will get you a dry one now.", "I will look.");
    const auto run = tool("ratings enter " + pack + names);
    CHECK(run.exit == 1);
    CHECK(run.says("the words of wet-parcel/opening/own-it people.comfort were changed since"));
    CHECK_FALSE(fs::exists(pack + "/ratings.csv"));
}

TEST_CASE("the same reader in two sheets is told", "[ratings]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    const std::string names = fill_all(sheets_for(folder, pack), pack, as_written);
    const std::string copy = folder.file("copy.csv");
    fs::copy_file(sheet(folder.file("sheets"), "reader-1"), copy);
    const auto run = tool("ratings enter " + pack + names + " " + copy);
    CHECK(run.exit == 1);
    CHECK(run.says("error[E325]"));
}

TEST_CASE("drills are rated with their pack", "[ratings]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    folder.write("small/drills/take-it-over.yaml", std::string(test::small_drill));
    const std::string sheets = sheets_for(folder, pack);
    CHECK(rows_of(text_of(sheet(sheets, "reader-1"))).size() > 1 + 9);
    REQUIRE(tool("ratings enter " + pack + fill_all(sheets, pack, as_written)).exit == 0);
    CHECK(text_of(pack + "/ratings.csv").find("drills/take-it-over,") != std::string::npos);
}

TEST_CASE("ratings can be asked for while the rules of scoring do not hold yet", "[ratings]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    test::edit_file(pack + "/scenarios/wet-parcel.yaml", "rated: {people.comfort: 4, reliable.dependable: 4}",
                    "rated: {people.comfort: 0, reliable.dependable: 0}");
    CHECK(tool("check " + pack).exit == 1);
    sheets_for(folder, pack);
}

TEST_CASE("the report tells agreement, what is arguable and what is provisional", "[ratings]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    const auto none = tool("ratings report " + pack);
    CHECK(none.says("0 of 9 ratings have three readers"));
    CHECK(none.says("not to be told"));
    const std::string sheets = sheets_for(folder, pack);
    const auto alike = [](const content::SheetLine& line) {
        return line.asked.choice == "plain-swap" ? std::string("4") : as_written(line);
    };
    REQUIRE(tool("ratings enter " + pack + fill_all(sheets, pack, alike)).exit == 0);
    const auto run = tool("ratings report " + pack);
    INFO(run.output);
    CHECK(run.says("9 of 9 ratings have three readers\n"));
    CHECK(run.says("alpha, ordinal): 1.000, good"));
    CHECK(run.says("arguable moments: 1 of 2\n  wet-parcel/closing: `swap` leads `plain-swap` by 0.00"));
    CHECK(
        run.says("key: provisional; 2 of 2 moments wait for three customer-service experts\n"
                 "  wet-parcel: opening, closing\n"));
    fs::remove_all(sheets);
    sheets_for(folder, pack, "--experts --reader reader-1 --reader reader-2 --reader reader-3");
    const auto clear = [](const content::SheetLine& line) {
        return line.asked.choice == "plain-swap" ? std::string("3") : as_written(line);
    };
    REQUIRE(tool("ratings enter " + pack + fill_all(sheets, pack, clear)).exit == 0);
    const auto confirmed = boost::json::parse(tool("ratings report --json " + pack).output).as_object();
    CHECK(confirmed.at("level").as_string() == "ordinal");
    for (const auto& one : confirmed.at("moments").as_array()) {
        CHECK_FALSE(one.at("provisional").as_bool());
        CHECK_FALSE(one.at("arguable").as_bool());
        CHECK(one.at("experts").as_int64() == 3);
    }
    CHECK(tool("check " + pack).says("write `key: confirmed`"));
}

TEST_CASE("readers who contradict each other are told by name of the choice", "[ratings]") {
    const test::TemporaryFolder folder;
    const std::string pack = test::small_pack(folder);
    const std::string sheets = sheets_for(folder, pack);
    std::string names;
    int number = 0;
    for (const char* name : {"reader-1", "reader-2", "reader-3"}) {
        const std::string extreme = std::to_string(2 * number++);
        fill_sheet(sheet(sheets, name), pack, [&](const content::SheetLine& line) {
            return line.asked.choice == "ask-form" ? extreme : as_written(line);
        });
        names += " " + sheet(sheets, name);
    }
    REQUIRE(tool("ratings enter " + pack + names).exit == 0);
    const auto run = tool("ratings report " + pack + "/scenarios/wet-parcel.yaml");
    INFO(run.output);
    CHECK(run.says("wet-parcel/opening: the readers of `ask-form people.comfort` disagree"));
    CHECK(run.says("alpha, ordinal): 0.736, tentative\n"));
}

TEST_CASE("the library's own ratings are reported", "[ratings]") {
    const auto run = tool("ratings report " TOUCHSTONE_SOURCE_DIR "/content/essentials");
    INFO(run.output);
    CHECK(run.exit == 0);
    CHECK(run.says("essentials: 234 of 234 ratings have three readers\n"));
    CHECK(run.says("key: provisional"));
}
