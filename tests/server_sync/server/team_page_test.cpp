// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/dashboard/team_page.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/server_sync/server/running_server.h"

namespace touchstone::sync {
namespace {

using test::RunningServer;

bool contains(const std::string& page, const std::string& part) {
    return page.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a cell on the Team page is the weighted mean of what the tablet sent") {
    const RunningServer server;
    const auto source = server.source();
    // 100 (1.0 x 0.8 + 1.0 x 0.5 + 1.5 x 0.9) / 3.5 = 75.7
    REQUIRE(
        server
            .send({test::begun(source, 1), test::chosen(source, 2, "people", 1000, 800),
                   test::chosen(source, 3, "people", 1000, 500), test::chosen(source, 4, "people", 1500, 900),
                   test::chosen(source, 5, "reliable", 2900, 300)})
            .status == 200);
    const auto page = server.get("/", {server.signed_in()}).body;
    CHECK(contains(
        page,
        R"(<td class="cell solid"><b>76</b><small><span>n 4</span><span class="dot"> · </span><span>0 d</span></small><span class="visually-hidden">solid</span></td>)"));
    CHECK(contains(page, "<b>2 of 3</b>"));
    CHECK(contains(page, "practised today"));
    CHECK(contains(page, "key: provisional"));
}

TEST_CASE("the weeks in the address choose what counts") {
    RunningServer server;
    const auto source = server.source();
    REQUIRE(server.send({test::chosen(source, 1, "people", 3000, 800)}).status == 200);
    server.now += Micros{40} * 86'400'000'000;
    const auto cookie = server.signed_in();
    CHECK(contains(server.get("/?weeks=8", {cookie}).body, "<b>80</b>"));
    CHECK_FALSE(contains(server.get("/?weeks=4", {cookie}).body, "<b>80</b>"));
    CHECK(contains(server.get("/?weeks=4", {cookie}).body, R"(<a href="/?weeks=4" aria-current="true">)"));
    CHECK(contains(server.get("/?weeks=99", {cookie}).body, R"(<a href="/?weeks=8" aria-current="true">)"));
}

TEST_CASE("a name is text, whatever it contains") {
    const RunningServer server;
    const auto page = server.get("/", {server.signed_in()}).body;
    CHECK(contains(page, "Anna &lt;script&gt;alert(1)&lt;/script&gt; &amp; Co"));
    CHECK_FALSE(contains(page, "<script"));
}

TEST_CASE("what somebody typed at the door is text too") {
    const RunningServer server;
    const auto page = server.post("/login", "login=%22%3E%3Cscript%3E&password=x").body;
    CHECK(contains(page, "value=\"&quot;&gt;&lt;script&gt;\""));
    CHECK_FALSE(contains(page, "<script"));
}

TEST_CASE("a page has no script and no inline style") {
    const RunningServer server;
    const auto cookie = server.signed_in();
    for (const std::string& page : {server.get("/", {cookie}).body, server.get("/login").body,
                                    server.get("/nothing", {"Accept: text/html"}).body}) {
        CHECK_FALSE(contains(page, "<script"));
        CHECK_FALSE(contains(page, "style="));
        CHECK_FALSE(contains(page, "onclick"));
        CHECK(contains(page, "<html lang=\"en\">"));
    }
}

TEST_CASE("a manager sees the own site only") {
    const RunningServer server;
    const auto other = ensure_site(*server.store, server.organisation.id, "Old Market", 60, server.now);
    REQUIRE(server.store
                ->put_person({server.organisation.id, {test::uuid(44)}, "Kinga Nowak", other->id, {}, 20000})
                .has_value());
    CHECK_FALSE(contains(server.get("/", {server.signed_in()}).body, "Kinga Nowak"));
}

TEST_CASE("a team without people and tablets says what to do first") {
    const auto page =
        team_main(
            make_team_view({"Lumen Shops", {{}, {}, "New Street", 0}, {}, {}, {}, {}, {}, {}, 8, 0, true}))
            .str();
    CHECK(contains(page, "Nobody belongs to this team yet"));
    CHECK(contains(page, "No tablet is enrolled here yet"));
}

}  // namespace touchstone::sync
