// SPDX-License-Identifier: Apache-2.0
#include "server_sync/sync/messages.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace touchstone;
using namespace touchstone::sync;

namespace {

Chunk two_items() {
    return {
        {"device"}, {"life"}, "epoch", "nonce", {{7, R"({"a":"\u00e9 \"quoted\"\n"})"}, {8, std::nullopt}}};
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("a chunk arrives as it was sent, its statements byte for byte", "[sync]") {
    const auto read = chunk_from_json(to_json(two_items()));
    REQUIRE(read);
    CHECK(read->device == DeviceId{"device"});
    CHECK(read->incarnation == IncarnationId{"life"});
    CHECK(read->epoch == "epoch");
    CHECK(read->nonce == "nonce");
    REQUIRE(read->items.size() == 2);
    CHECK(read->items[0].seq == 7);
    CHECK(read->items[0].statement == two_items().items[0].statement);
    CHECK_FALSE(read->items[1].statement);
}

TEST_CASE("every other message arrives as it was sent", "[sync]") {
    const auto request =
        enrol_request_from_json(to_json(EnrolRequest{"1234 5678", "Desk tablet 2", {"life"}}));
    REQUIRE(request);
    CHECK(request->code == "1234 5678");
    CHECK(request->device_name == "Desk tablet 2");
    CHECK(request->incarnation.text == "life");

    const auto enrolled =
        enrol_answer_from_json(to_json(EnrolAnswer{{"o"}, {"s"}, "Nordhaus", {"d"}, "secret", "e", -120}));
    REQUIRE(enrolled);
    CHECK(enrolled->site_name == "Nordhaus");
    CHECK(enrolled->secret == "secret");
    CHECK(enrolled->utc_offset_minutes == -120);

    const ChunkAnswer sent{"n", "e", 9, {{8, Verdict::stored, ""}, {9, Verdict::quarantined, "why"}}, 60};
    const auto answer = chunk_answer_from_json(to_json(sent));
    REQUIRE(answer);
    CHECK(answer->high_water_mark == 9);
    REQUIRE(answer->verdicts.size() == 2);
    CHECK(answer->verdicts[1].verdict == Verdict::quarantined);
    CHECK(answer->verdicts[1].reason == "why");
    CHECK(answer->next_sync_after_s == 60);

    const auto roster = roster_from_json(to_json(Roster{{"s"}, "Nordhaus", {{{"p"}, "Żaneta", {"t"}}}}));
    REQUIRE(roster);
    REQUIRE(roster->people.size() == 1);
    CHECK(roster->people[0].name == "Żaneta");

    const auto problem = problem_from_json(to_json(Problem{409, "gap", "a gap", "send 5", 5}));
    REQUIRE(problem);
    CHECK(problem->expected_seq == 5);
    CHECK_FALSE(problem_from_json(to_json(Problem{403, "revoked", "", "", {}}))->expected_seq);
}

TEST_CASE("an unknown member of a request is refused with its place, of an answer ignored", "[sync]") {
    const auto refused =
        chunk_from_json(replaced(to_json(two_items()), R"({"seq":7)", R"({"colour":1,"seq":7)"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().detail == "$.items[0].colour: is not known here");
    CHECK(problem_from_json(R"({"status":500,"title":"from a proxy"})"));
}

TEST_CASE("a chunk whose sequences jump is refused with the sequence that is expected", "[sync]") {
    const auto refused = chunk_from_json(replaced(to_json(two_items()), R"("seq":8)", R"("seq":10)"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().detail == "$.items[1].seq: 8 is expected, not 10");
}

TEST_CASE("a chunk of more than a hundred records is too large", "[sync]") {
    Chunk chunk = two_items();
    chunk.items.clear();
    for (std::int64_t seq = 1; seq <= 101; ++seq) chunk.items.push_back({seq, std::nullopt});
    const auto refused = chunk_from_json(to_json(chunk));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::too_large);
}

TEST_CASE("text that is not what the message says is refused, never guessed", "[sync]") {
    const std::string text = GENERATE(
        "", "null", "[]", "{", "<html>",
        R"({"nonce":1,"epoch":"e","high_water_mark":1,"verdicts":[],"next_sync_after_s":1})",
        R"({"nonce":"n","epoch":"e","high_water_mark":-1,"verdicts":[],"next_sync_after_s":1})",
        R"({"nonce":"n","epoch":"e","high_water_mark":1.5,"verdicts":[],"next_sync_after_s":1})",
        R"({"nonce":"n","epoch":"e","high_water_mark":1,"verdicts":{},"next_sync_after_s":1})",
        R"({"nonce":"n","nonce":"m","epoch":"e","high_water_mark":1,"verdicts":[],"next_sync_after_s":1})",
        R"({"nonce":"n","epoch":"e","high_water_mark":1,"verdicts":[{"seq":1,"verdict":"lost"}],"next_sync_after_s":1})");
    const auto read = chunk_answer_from_json(text);
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == Error::Kind::malformed);
    CHECK_FALSE(read.error().detail.empty());
}

TEST_CASE("nesting without end is refused before it costs anything", "[sync]") {
    CHECK_FALSE(chunk_from_json(std::string(100000, '[')));
    std::string deep;
    for (int i = 0; i < 40; ++i) deep += R"({"a":)";
    CHECK_FALSE(problem_from_json(R"({"status":1,"a":)" + deep + "1" + std::string(40, '}') + "}"));
}

TEST_CASE("a body is the same after it was compressed and inflated", "[sync]") {
    const std::string body = to_json(two_items());
    const auto small = deflate(body);
    REQUIRE(small);
    const auto back = inflate(*small, chunk_bytes);
    REQUIRE(back);
    CHECK(*back == body);
}

TEST_CASE("a body that would grow beyond its bound is refused", "[sync]") {
    const auto bomb = deflate(std::string(10 * 1024 * 1024, 'x'));
    REQUIRE(bomb);
    const auto refused = inflate(*bomb, 100 * 1024 * 1024);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::too_large);
    const auto limited = inflate(*deflate(std::string(5000, 'x')), 4999);
    REQUIRE_FALSE(limited);
    CHECK(limited.error().kind == Error::Kind::too_large);
}

TEST_CASE("a compressed body that is cut, followed or foreign is refused", "[sync]") {
    const std::string whole = *deflate(to_json(two_items()));
    for (std::size_t cut = 0; cut < whole.size(); cut += 7)
        CHECK_FALSE(inflate(whole.substr(0, cut), chunk_bytes));
    CHECK_FALSE(inflate(whole + "more", chunk_bytes));
    CHECK_FALSE(inflate("<html>Please log in</html>", chunk_bytes));
}
