// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/dashboard/html.h"

#include <catch2/catch_test_macros.hpp>
#include <type_traits>

namespace touchstone::sync {

TEST_CASE("text is escaped wherever it lands, markup only stands in the program") {
    Html html;
    html << R"(<a href="/?name=)" << Text{"\"><script>'&"} << R"(">)" << 7 << "</a>";
    CHECK(html.str() == R"(<a href="/?name=&quot;&gt;&lt;script&gt;&#39;&amp;">7</a>)");
}

TEST_CASE("a text that is not a literal cannot become markup") {
    STATIC_CHECK_FALSE(std::is_constructible_v<Markup, std::string>);
    STATIC_CHECK_FALSE(std::is_constructible_v<Markup, std::string_view>);
}

TEST_CASE("a part of a page is taken over as it is") {
    Html inner, outer;
    inner << "<b>" << Text{"<"} << "</b>";
    outer << "<p>" << inner << "</p>";
    CHECK(outer.str() == "<p><b>&lt;</b></p>");
}

}  // namespace touchstone::sync
