// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/http/http_server.h"

#include <catch2/catch_test_macros.hpp>
#include <thread>

#include "tests/server_sync/server/running_server.h"

namespace touchstone::sync {
namespace {

using test::ask;
using test::RunningServer;

void check_guarded(const test::ProbeAnswer& answer) {
    CHECK(answer.header("content-security-policy") ==
          "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; "
          "base-uri 'none'; frame-ancestors 'none'");
    CHECK(answer.header("x-content-type-options") == "nosniff");
    CHECK(answer.header("referrer-policy") == "no-referrer");
}

}  // namespace

TEST_CASE("every answer carries the content security policy, error pages too") {
    const RunningServer server;
    const auto cookie = server.signed_in();
    const std::pair<const char*, int> pages[] = {{"/", 200},
                                                 {"/login", 303},
                                                 {"/healthz", 200},
                                                 {"/nothing", 404},
                                                 {"/static/touchstone.css", 200},
                                                 {"/static/none.css", 404},
                                                 {"/sync/v1/roster", 401},
                                                 {"/xapi/statements", 401},
                                                 {"/xapi/about", 200},
                                                 {"/logout", 405}};
    for (const auto& [path, status] : pages) {
        INFO(path);
        const auto answer = server.get(path, {cookie});
        CHECK(answer.status == status);
        check_guarded(answer);
    }
    check_guarded(server.post("/sync/v1/records", std::string(300 * 1024, ' ')));
    check_guarded(server.get("/healthz", {"X-Long: " + std::string(10'000, 'x')}));
}

TEST_CASE("what no route names is refused") {
    const RunningServer server;
    for (const char* path :
         {"/admin", "/sync", "/sync/v1", "/sync/v2/records", "/xapi/activities/state", "/static/",
          "/static/../touchstone.sqlite", "/static/%2e%2e/touchstone.sqlite", "//", "/login/"})
        CHECK(server.get(path).status == 404);
    CHECK(ask({server.url("/"), "DELETE", {}, {}}).status == 405);
    CHECK(ask({server.url("/sync/v1/records"), "PUT", {}, "{}"}).header("allow") == "POST");
}

TEST_CASE("a browser gets a page for an error, a program gets a problem") {
    const RunningServer server;
    const auto page = server.get("/nothing", {"Accept: text/html"});
    CHECK(page.header("content-type") == "text/html; charset=utf-8");
    const auto problem = problem_from_json(server.get("/nothing").body);
    REQUIRE(problem.has_value());
    CHECK(problem->code == "not-found");
}

TEST_CASE("a body over one megabyte is refused everywhere") {
    const RunningServer server;
    CHECK(server.post("/login", std::string(1024 * 1024 + 1, 'a')).status == 413);
    CHECK(
        ask({server.url("/login"), "POST", {"Transfer-Encoding: chunked"}, std::string(1024 * 1024 + 1, 'a')})
            .status == 413);
}

TEST_CASE("a header over eight kilobytes is refused") {
    const RunningServer server;
    CHECK(server.get("/healthz", {"X-Long: " + std::string(9000, 'x')}).status == 431);
}

TEST_CASE("a HEAD is a GET without its body") {
    const RunningServer server;
    const auto answer = ask({server.url("/healthz"), "HEAD", {}, {}});
    CHECK(answer.status == 200);
    CHECK(answer.body.empty());
    CHECK(answer.header("content-length") == "15");
}

TEST_CASE("a file that the browser has already is not sent again") {
    const RunningServer server;
    const auto first = server.get("/static/touchstone.css");
    const auto again = server.get("/static/touchstone.css", {"If-None-Match: " + first.header("etag")});
    CHECK(again.status == 304);
    CHECK(again.body.empty());
}

TEST_CASE("many ask at once and all are answered") {
    const RunningServer server;
    std::atomic<int> answered{0};
    std::vector<std::thread> crowd;
    for (int i = 0; i < 16; ++i)
        crowd.emplace_back([&] {
            for (int n = 0; n < 10; ++n) answered += server.get("/healthz").status == 200 ? 1 : 0;
        });
    for (auto& one : crowd) one.join();
    CHECK(answered == 160);
}

TEST_CASE("a port that is taken is an error with a remedy") {
    const auto handler = [](const WebRequest&) { return WebResponse{}; };
    const auto first = HttpServer::listen({"127.0.0.1", 0}, {}, handler);
    REQUIRE(first.has_value());
    const auto second = HttpServer::listen({"127.0.0.1", (*first)->port()}, {}, handler);
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().kind == Error::Kind::unavailable);
    CHECK_FALSE(second.error().remedy.empty());
}

TEST_CASE("addresses are read, and only the loopback is at home") {
    CHECK(read_listen("127.0.0.1:8480")->port == 8480);
    CHECK(read_listen("[::1]:0")->host == "::1");
    for (const char* wrong : {"", "8480", ":8480", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:70000"})
        CHECK_FALSE(read_listen(wrong).has_value());
    CHECK(is_loopback("127.0.0.1"));
    CHECK(is_loopback("::1"));
    CHECK_FALSE(is_loopback("0.0.0.0"));
    CHECK_FALSE(is_loopback("192.168.1.4"));
    CHECK_FALSE(is_loopback("example.org"));
}

}  // namespace touchstone::sync
