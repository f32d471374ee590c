// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/server_sync/server/running_server.h"

namespace touchstone::sync {
namespace {

using test::RunningServer;

std::string form(const std::string& login, const std::string& password) {
    return "login=" + test::form_encoded(login) + "&password=" + test::form_encoded(password);
}

std::string token_in(const std::string& page) {
    const std::string before = "name=\"form_token\" value=\"";
    const auto at = page.find(before) + before.size();
    return page.substr(at, page.find('"', at) - at);
}

}  // namespace

TEST_CASE("a manager signs in with a cookie that scripts and other sites never see") {
    const RunningServer server;
    const auto answer = server.post("/login", form("ewa", test::good_password));
    CHECK(answer.status == 303);
    CHECK(answer.header("location") == "/");
    const auto cookie = answer.header("set-cookie");
    CHECK(cookie.find("; HttpOnly") != std::string::npos);
    CHECK(cookie.find("; SameSite=Strict") != std::string::npos);
    CHECK(cookie.find("Secure") == std::string::npos);
    CHECK(session_cookie("v", true).find(
              "__Host-touchstone_session=v; Path=/; HttpOnly; SameSite=Strict; Secure") == 0);
    CHECK(server.get("/", {server.signed_in()}).status == 200);
}

TEST_CASE("a wrong password is refused, and an unknown user costs one hash too") {
    RunningServer server;
    CHECK(server.post("/login", form("ewa", "not her password")).status == 401);
    CHECK(server.hasher.hashes == 1);
    const auto unknown = server.post("/login", form("nobody", "not her password"));
    CHECK(unknown.status == 401);
    CHECK(server.hasher.hashes == 2);
    CHECK(unknown.header("set-cookie").empty());
    CHECK(unknown.body.find("User name or password is wrong.") != std::string::npos);
}

TEST_CASE("after ten wrong passwords a name has to wait, and costs no hash meanwhile") {
    RunningServer server;
    for (int i = 0; i < 10; ++i) CHECK(server.post("/login", form("ewa", "wrong wrong wrong")).status == 401);
    CHECK(server.post("/login", form("ewa", test::good_password)).status == 429);
    CHECK(server.hasher.hashes == 10);
    server.now += Micros{601} * 1'000'000;
    CHECK(server.post("/login", form("ewa", test::good_password)).status == 303);
}

TEST_CASE("the Team page belongs to those who signed in") {
    const RunningServer server;
    for (const char* cookie :
         {"X-None: 1", "Cookie: touchstone_session=x", "Cookie: touchstone_session=a.b"}) {
        const auto answer = server.get("/", {cookie});
        CHECK(answer.status == 303);
        CHECK(answer.header("location") == "/login");
    }
}

TEST_CASE("a session ends when nobody uses it for half an hour, and after twelve hours in any case") {
    RunningServer server;
    const auto cookie = server.signed_in();
    for (int i = 0; i < 30; ++i) {
        server.now += Micros{25} * 60 * 1'000'000;
        const bool within = Micros{25} * (i + 1) <= 12 * 60;
        CHECK(server.get("/", {cookie}).status == (within ? 200 : 303));
    }
    const auto second = server.signed_in();
    server.now += session_idle + 1'000'000;
    CHECK(server.get("/", {second}).status == 303);
}

TEST_CASE("each sign-in makes a new session") {
    const RunningServer server;
    CHECK(server.signed_in() != server.signed_in());
}

TEST_CASE("signing out needs the form's own token and ends the session") {
    const RunningServer server;
    const auto cookie = server.signed_in();
    const auto token = token_in(server.get("/", {cookie}).body);
    CHECK(server.post("/logout", "form_token=guess", {cookie}).status == 403);
    CHECK(server.get("/", {cookie}).status == 200);
    CHECK(server.post("/logout", "form_token=" + test::form_encoded(token), {cookie}).status == 303);
    CHECK(server.get("/", {cookie}).status == 303);
}

TEST_CASE("a form that another site sends is refused") {
    RunningServer server;
    const auto body = form("ewa", test::good_password);
    CHECK(server.post("/login", body, {"Origin: https://elsewhere.example"}).status == 403);
    CHECK(server.post("/login", body, {"Origin: null"}).status == 403);
    CHECK(server.post("/login", body, {"Sec-Fetch-Site: cross-site"}).status == 403);
    CHECK(server.hasher.hashes == 0);
    CHECK(server.post("/login", body, {"Origin: " + server.url("")}).status == 303);
    CHECK(server.post("/login", body, {"Origin: null", "Sec-Fetch-Site: same-origin"}).status == 303);
}

TEST_CASE("a password of eleven characters is refused, letters of every script count as one") {
    CHECK_FALSE(complaint_about("elevenchars").empty());
    CHECK_FALSE(complaint_about("пароль12345").empty());
    CHECK(complaint_about("twelve chars").empty());
    CHECK(complaint_about("пароль123456").empty());
}

TEST_CASE("Argon2id keeps a password and knows it again") {
    const auto hasher = make_argon2_hasher();
    const auto hash = hasher->hash("twelve chars");
    REQUIRE(hash.has_value());
    CHECK(hash->rfind("$argon2id$v=19$m=65536,t=3,p=1$", 0) == 0);
    CHECK(hasher->matches(*hash, "twelve chars"));
    CHECK_FALSE(hasher->matches(*hash, "twelve charz"));
}

}  // namespace touchstone::sync
