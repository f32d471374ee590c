// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <regex>
#include <set>

#include "content/tool/explain.h"
#include "content/tool/load.h"
#include "tests/content/tool_run.h"

using namespace touchstone;
using test::tool;

namespace {

/// Every code that stands in the source of the tool.
std::set<std::string> codes_of_the_tool() {
    std::set<std::string> codes;
    const std::regex code("\"([EW][0-9]{3})\"");
    const std::string folder = std::string(TOUCHSTONE_SOURCE_DIR) + "/content/tool";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const auto extension = entry.path().extension();
        if (extension != ".cpp" && extension != ".h") continue;
        const auto text = content::read_file(entry.path());
        REQUIRE(text);
        for (std::sregex_iterator it(text->begin(), text->end(), code), end; it != end; ++it)
            codes.insert((*it)[1]);
    }
    return codes;
}

}  // namespace

TEST_CASE("every code has a page, and no page is without a code", "[explain]") {
    std::set<std::string> pages;
    for (const content::ExplainPage& page : content::explain_pages()) pages.insert(page.code);
    const auto codes = codes_of_the_tool();
    CHECK(codes.size() > 90);
    CHECK(pages == codes);
}

TEST_CASE("every page says what, why and how, with an example", "[explain]") {
    for (const content::ExplainPage& page : content::explain_pages()) {
        INFO(page.code);
        CHECK(page.text.rfind("# " + page.code + ": ", 0) == 0);
        CHECK(page.in_short().size() > 10);
        for (const char* part :
             {"\n## Why it matters\n", "\n## What to do\n", "\n## Example\n\nBefore:\n", "\nAfter:\n"})
            CHECK(page.text.find(part) != std::string::npos);
    }
}

TEST_CASE("explain prints a page, lists all, and says what was meant", "[explain]") {
    const auto page = tool("explain w405");
    CHECK(page.exit == 0);
    CHECK(page.output == content::find_page("W405")->text);
    const auto list = tool("explain");
    CHECK(list.says("W405  One answer is much longer or shorter\n"));
    CHECK(std::count(list.output.begin(), list.output.end(), '\n') ==
          static_cast<std::ptrdiff_t>(content::explain_pages().size()));
    const auto wrong = tool("explain W4055");
    CHECK(wrong.exit == 2);
    CHECK(wrong.says("did you mean `W405`?"));
}
