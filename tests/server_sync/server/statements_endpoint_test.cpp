// SPDX-License-Identifier: Apache-2.0
#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

#include "server_sync/server/secrets.h"
#include "server_sync/statements/statement.h"
#include "tests/server_sync/server/running_server.h"

namespace touchstone::sync {
namespace {

namespace json = boost::json;
using test::RunningServer;

constexpr const char* version_header = "X-Experience-API-Version: 1.0.3";
// base64 of "reports:secret"
constexpr const char* key_header = "Authorization: Basic cmVwb3J0czpzZWNyZXQ=";

struct WithRecords {
    RunningServer server;
    WithRecords() {
        REQUIRE(server.store->add_read_key({server.organisation.id, "reports", hash_of_secret("secret")})
                    .has_value());
        const auto source = server.source();
        REQUIRE(server
                    .send({test::begun(source, 1), test::chosen(source, 2, "people", 1000, 800),
                           test::finished(source, 3)})
                    .status == 200);
    }
    test::ProbeAnswer read(const std::string& query) const {
        return server.get("/xapi/statements" + query, {key_header, version_header});
    }
};

json::array statements_in(const test::ProbeAnswer& answer) {
    REQUIRE(answer.status == 200);
    return json::parse(answer.body).at("statements").as_array();
}

}  // namespace

TEST_CASE("a statement is read as it was sent, with stored and authority behind it") {
    const WithRecords given;
    const auto id = test::finished(given.server.source(), 3).header.id.text;
    const auto answer = given.read("?statementId=" + id);
    REQUIRE(answer.status == 200);
    const auto sent = statement_of(test::finished(given.server.source(), 3));
    CHECK(answer.body.rfind(sent.substr(0, sent.size() - 1), 0) == 0);
    const auto statement = json::parse(answer.body);
    CHECK(statement.at("authority").at("account").at("name").as_string() ==
          "device:" + given.server.device.id.text);
    Micros stored = 0;
    CHECK(from_rfc3339(std::string(statement.at("stored").as_string()), stored));
    CHECK(answer.header("x-experience-api-version") == "1.0.3");
    CHECK_FALSE(answer.header("x-experience-api-consistent-through").empty());
    CHECK(given.read("?statementId=" + test::uuid(1)).status == 404);
    CHECK(given.read("?limit=1&statementId=" + id).status == 400);
}

TEST_CASE("statements come in parts, and more leads to the rest") {
    const WithRecords given;
    const auto first = given.read("?limit=2");
    CHECK(statements_in(first).size() == 2);
    const std::string more(json::parse(first.body).at("more").as_string());
    const auto rest = given.server.get(more, {key_header, version_header});
    REQUIRE(statements_in(rest).size() == 1);
    CHECK(statements_in(rest)[0].at("id").as_string() ==
          test::finished(given.server.source(), 3).header.id.text);
    CHECK(json::parse(rest.body).at("more").as_string().empty());
}

TEST_CASE("a registration selects one encounter") {
    const WithRecords given;
    CHECK(statements_in(given.read("?registration=" + test::uuid(7))).size() == 3);
    CHECK(statements_in(given.read("?registration=" + test::uuid(8))).empty());
}

TEST_CASE("parameters that are unknown or unreadable are refused") {
    const WithRecords given;
    for (const char* query :
         {"?verb=x", "?limit=-1", "?limit=ten", "?since=yesterday", "?registration=x", "?Limit=1"}) {
        INFO(query);
        CHECK(given.read(query).status == 400);
    }
}

TEST_CASE("without a read key nothing is read, without a version neither") {
    const WithRecords given;
    CHECK(given.server.get("/xapi/statements", {version_header}).status == 401);
    CHECK(given.server.get("/xapi/statements", {version_header, "Authorization: Basic cmVwb3J0czp3cm9uZw=="})
              .status == 401);
    CHECK(given.server.get("/xapi/statements", {version_header, given.server.authorization()}).status == 401);
    CHECK(given.server.get("/xapi/statements", {key_header}).status == 400);
    CHECK(given.server.get("/xapi/statements", {key_header, "X-Experience-API-Version: 2.0.0"}).status ==
          400);
}

TEST_CASE("anybody may ask which version is spoken") {
    const RunningServer server;
    CHECK(server.get("/xapi/about").body == R"({"version":["1.0.3"]})");
}

}  // namespace touchstone::sync
