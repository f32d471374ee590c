// SPDX-License-Identifier: Apache-2.0
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <thread>

#include "server_sync/client/http_client.h"
#include "tests/support/loopback_server.h"

using namespace touchstone::sync;
using namespace touchstone::test;

namespace {

HttpAnswer answer_to(HttpClient& client, const HttpCall& request) {
    const std::int64_t id = client.send(request);
    for (int wait = 0; wait < 2000; ++wait) {
        if (auto answer = client.poll()) {
            CHECK(answer->id == id);
            return *answer;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    FAIL("no answer");
    return {};
}

HttpCall get(const std::string& url) {
    HttpCall request;
    request.url = url;
    return request;
}

}  // namespace

TEST_CASE("a request travels whole and its answer comes back whole", "[client]") {
    LoopbackRequest seen;
    const LoopbackServer server([&](const LoopbackRequest& request) {
        seen = request;
        return LoopbackReply{503, "text/plain; charset=utf-8", "busy", "120", 0, false};
    });
    const auto client = make_curl_client();
    HttpCall request{"POST",
                     server.url() + "/path?x=1",
                     {{"Authorization", "Bearer d.s"}, {"Content-Type", "a/b"}},
                     std::string("body\0with zero", 14),
                     10,
                     1000};
    const HttpAnswer answer = answer_to(*client, request);
    CHECK(seen.method == "POST");
    CHECK(seen.target == "/path?x=1");
    CHECK(seen.authorization == "Bearer d.s");
    CHECK(seen.content_type == "a/b");
    CHECK(seen.body == request.body);
    CHECK(answer.status == 503);
    CHECK(answer.content_type == "text/plain; charset=utf-8");
    CHECK(answer.body == "busy");
    CHECK(answer.retry_after_s == 120);
    CHECK(answer.failure.empty());
}

TEST_CASE("answers come in the order of the requests, and each wakes the window", "[client]") {
    const LoopbackServer server([](const LoopbackRequest& request) {
        return LoopbackReply{200, "text/plain", request.target, "", 0, false};
    });
    std::atomic<int> woken{0};
    const auto client = make_curl_client([&] { ++woken; });
    client->send(get(server.url() + "/1"));
    client->send(get(server.url() + "/2"));
    std::string order;
    for (int wait = 0; wait < 2000 && order.size() < 4; ++wait) {
        while (const auto answer = client->poll()) order += answer->body;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    CHECK(order == "/1/2");
    for (int wait = 0; wait < 2000 && woken < 2; ++wait)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    CHECK(woken == 2);
}

TEST_CASE("a redirect is shown, not followed", "[client]") {
    std::atomic<int> asked{0};
    const LoopbackServer server([&](const LoopbackRequest&) {
        ++asked;
        return LoopbackReply{302, "text/html", "<html>", "", 0, false};
    });
    const auto client = make_curl_client();
    CHECK(answer_to(*client, get(server.url())).status == 302);
    CHECK(asked == 1);
}

TEST_CASE("an answer longer than its bound is a failure", "[client]") {
    const LoopbackServer server([](const LoopbackRequest&) {
        return LoopbackReply{200, "text/plain", std::string(5000, 'x'), "", 0, false};
    });
    const auto client = make_curl_client();
    HttpCall request = get(server.url());
    request.most_answer_bytes = 4999;
    const HttpAnswer answer = answer_to(*client, request);
    CHECK(answer.status == 0);
    CHECK(answer.failure == "the answer is too long");
    request.most_answer_bytes = 5000;
    CHECK(answer_to(*client, request).body.size() == 5000);
}

TEST_CASE(
    "nobody there, a cut connection, a server that says nothing, a strange scheme: failures with a reason",
    "[client]") {
    const LoopbackServer silent(
        [](const LoopbackRequest&) { return LoopbackReply{200, "", "", "", 1500, false}; });
    const LoopbackServer cutting(
        [](const LoopbackRequest&) { return LoopbackReply{200, "", "", "", 0, true}; });
    const auto client = make_curl_client();
    HttpCall slow = get(silent.url());
    slow.timeout_s = 1;
    for (const HttpCall& request :
         {get("http://127.0.0.1:1"), get(cutting.url()), slow, get("file:///etc/hostname")}) {
        const HttpAnswer answer = answer_to(*client, request);
        CHECK(answer.status == 0);
        CHECK(answer.body.empty());
        CHECK_FALSE(answer.failure.empty());
    }
}

TEST_CASE("a client that goes away does not wait for its answer", "[client]") {
    const LoopbackServer server(
        [](const LoopbackRequest&) { return LoopbackReply{200, "", "", "", 3000, false}; });
    const auto before = std::chrono::steady_clock::now();
    make_curl_client()->send(get(server.url()));
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::milliseconds(2500));
}
