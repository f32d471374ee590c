// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/people/people_csv.h"

#include <catch2/catch_test_macros.hpp>

namespace touchstone::sync {

TEST_CASE("people are read from a file as spreadsheets write it") {
    const auto people = read_people_csv(
        "\xEF\xBB\xBFsite,name\r\nHarbour Street,Anna Kowalska\r\n\"Mill, Upper\",\"Jan \"\"Janek\"\" "
        "Õis\"\r\n\r\n");
    REQUIRE(people.has_value());
    REQUIRE(people->size() == 2);
    CHECK((*people)[0].name == "Anna Kowalska");
    CHECK((*people)[1].site == "Mill, Upper");
    CHECK((*people)[1].name == "Jan \"Janek\" Õis");
}

TEST_CASE("a file that is not right is refused with the line") {
    const std::pair<const char*, const char*> cases[] = {
        {"name,site\nA,B\n", "line 1: "},       {"site,name\nHarbour\n", "line 2: 1 fields"},
        {"site,name\nA,B,C\n", "line 2: 3"},    {"site,name\nA,B\n\"A,B\n", "line 3: a quote"},
        {"site,name\nA,\n", "line 2: a field"}, {"site,name\nA,\xff\n", "line 2: it is not UTF-8"}};
    for (const auto& [text, beginning] : cases) {
        const auto people = read_people_csv(text);
        REQUIRE_FALSE(people.has_value());
        CHECK(people.error().detail.rfind(beginning, 0) == 0);
        CHECK_FALSE(people.error().remedy.empty());
    }
}

}  // namespace touchstone::sync
