// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/http/message.h"

#include <catch2/catch_test_macros.hpp>

namespace touchstone::sync {

TEST_CASE("a target is split into its path and its query") {
    WebRequest request;
    read_target("/xapi/statements?since=2026-11-22T00%3A00%3A00Z&limit=5&limit=6&flag", request);
    CHECK(request.path == "/xapi/statements");
    CHECK(request.query.at("since") == "2026-11-22T00:00:00Z");
    CHECK(request.query.at("limit") == "5");
    CHECK(request.query.at("flag").empty());
    WebRequest absolute;
    read_target("http://elsewhere/", absolute);
    CHECK(absolute.path.empty());
}

TEST_CASE("a form's fields are decoded, broken escapes stay as they are") {
    const auto form = read_form("login=ewa+k&password=%C3%B5%20%2B&odd=%G1%");
    CHECK(form.at("login") == "ewa k");
    CHECK(form.at("password") == "õ +");
    CHECK(form.at("odd") == "%G1%");
}

TEST_CASE("headers know no case, cookies do") {
    WebRequest request;
    request.headers = {{"COOKIE", "a=1; touchstone_session=x.y=z; b"}, {"Host", "h"}};
    CHECK(request.header("host") == "h");
    CHECK(request.cookie("touchstone_session") == "x.y=z");
    CHECK_FALSE(request.cookie("A").has_value());
    CHECK(request.cookie("b") == "");
}

}  // namespace touchstone::sync
