// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "server_sync/statements/statement.h"
#include "tests/server_sync/server/running_server.h"

namespace touchstone::sync {
namespace {

using test::RunningServer;

Problem problem_in(const test::ProbeAnswer& answer) {
    CHECK(answer.header("content-type") == "application/problem+json");
    auto problem = problem_from_json(answer.body);
    REQUIRE(problem.has_value());
    CHECK(problem->status == answer.status);
    CHECK_FALSE(problem->remedy.empty());
    return *problem;
}

std::string enrol_body(const std::string& code) {
    return to_json(EnrolRequest{code, "Desk tablet 9", {test::uuid(8)}});
}

}  // namespace

TEST_CASE("a tablet enrols with its code once, and then reads the roster of its site") {
    const RunningServer server;
    const auto code = make_code(*server.store, server.site, "", server.now);
    const auto answer = server.post("/sync/v1/enrol", enrol_body(code_in_groups(*code)));
    REQUIRE(answer.status == 200);
    CHECK(answer.header("content-type") == content_type);
    const auto enrolled = enrol_answer_from_json(answer.body);
    REQUIRE(enrolled.has_value());
    CHECK(enrolled->site_name == "Harbour Street");
    CHECK(enrolled->utc_offset_minutes == 120);
    CHECK(enrolled->epoch == *server.store->epoch());
    const auto roster_answer = server.get(
        "/sync/v1/roster", {"Authorization: Bearer " + enrolled->device.text + "." + enrolled->secret});
    const auto roster = roster_from_json(roster_answer.body);
    REQUIRE(roster.has_value());
    REQUIRE(roster->people.size() == 1);
    CHECK(roster->people[0].name == server.person.name);
    const auto again = problem_in(server.post("/sync/v1/enrol", enrol_body(*code)));
    CHECK(again.status == 403);
    CHECK(again.code == "code-unknown");
}

TEST_CASE("a code is worth nothing after a quarter of an hour") {
    RunningServer server;
    const auto code = make_code(*server.store, server.site, "", server.now);
    server.now += code_lifetime;
    CHECK(problem_in(server.post("/sync/v1/enrol", enrol_body(*code))).code == "code-unknown");
}

TEST_CASE("guessing codes is stopped for a while") {
    RunningServer server;
    for (int i = 0; i < 30; ++i)
        CHECK(server.post("/sync/v1/enrol", enrol_body("000000000000")).status == 403);
    CHECK(server.post("/sync/v1/enrol", enrol_body("000000000000")).status == 429);
    server.now += Micros{301} * 1'000'000;
    CHECK(server.post("/sync/v1/enrol", enrol_body("000000000000")).status == 403);
}

TEST_CASE("a chunk is acknowledged with its nonce, the mark and the epoch") {
    const RunningServer server;
    const auto answer = server.send({test::begun(server.source(), 1), test::finished(server.source(), 2)});
    REQUIRE(answer.status == 200);
    const auto taken = chunk_answer_from_json(answer.body);
    REQUIRE(taken.has_value());
    CHECK(taken->nonce == "nonce-1");
    CHECK(taken->high_water_mark == 2);
    CHECK(taken->epoch == *server.store->epoch());
    CHECK(taken->verdicts.at(1).verdict == Verdict::stored);
    CHECK(*server.store->count_statements(server.organisation.id) == 2);
}

TEST_CASE("a drill's answer is taken though it belongs to no encounter") {
    const RunningServer server;
    const auto answer = server.send({test::drilled(server.source(), 1, "reliable", 500, 750)});
    REQUIRE(answer.status == 200);
    const auto taken = chunk_answer_from_json(answer.body);
    REQUIRE(taken.has_value());
    CHECK(taken->verdicts.at(0).verdict == Verdict::stored);
    CHECK(*server.store->count_statements(server.organisation.id) == 1);
}

TEST_CASE("a compressed chunk is taken like a plain one") {
    const RunningServer server;
    const Chunk chunk{
        server.device.id, {test::uuid(6)}, "", "n", {{1, statement_of(test::begun(server.source(), 1))}}};
    const auto answer = server.post("/sync/v1/records", *deflate(to_json(chunk)),
                                    {server.authorization(), "Content-Encoding: deflate"});
    CHECK(answer.status == 200);
    CHECK(*server.store->count_statements(server.organisation.id) == 1);
}

TEST_CASE("a small body that swells beyond all measure is refused") {
    const RunningServer server;
    const auto answer = server.post("/sync/v1/records", *deflate(std::string(8 * 1024 * 1024, ' ')),
                                    {server.authorization(), "Content-Encoding: deflate"});
    CHECK(problem_in(answer).status == 413);
}

TEST_CASE("a chunk with a gap is refused and told which sequence is expected") {
    const RunningServer server;
    REQUIRE(server.send({test::begun(server.source(), 1)}).status == 200);
    const auto problem = problem_in(server.send({test::finished(server.source(), 5)}));
    CHECK(problem.status == 409);
    CHECK(problem.code == "gap");
    CHECK(problem.expected_seq == 2);
}

TEST_CASE("a second log of the same incarnation is found out, with the place") {
    const RunningServer server;
    REQUIRE(server.send({test::begun(server.source(), 1), test::finished(server.source(), 2)}).status == 200);
    Record other = test::finished(server.source(), 2);
    other.header.id = {test::uuid(77)};
    const auto problem = problem_in(server.send({test::begun(server.source(), 1), other}));
    CHECK(problem.status == 409);
    CHECK(problem.code == "forked");
    CHECK(problem.expected_seq == 2);
}

TEST_CASE("malformed JSON is refused with the reason and the place") {
    const RunningServer server;
    for (const char* body : {"{\"device\":", "[]", "{\"device\":\"x\",\"device\":\"y\"}", "\xff\xfe"}) {
        const auto problem = problem_in(server.send_raw(body));
        CHECK(problem.status == 400);
        CHECK(problem.code == "malformed");
        CHECK_FALSE(problem.detail.empty());
    }
    CHECK(problem_in(server.send_raw(std::string(100'000, '['))).status == 400);
}

TEST_CASE("a body over 256 KB is refused before it is read") {
    const RunningServer server;
    const auto problem = problem_in(server.send_raw(std::string(256 * 1024 + 1, ' ')));
    CHECK(problem.status == 413);
    CHECK(problem.code == "too-large");
}

TEST_CASE("a revoked device is refused; what it sent before stays") {
    const RunningServer server;
    REQUIRE(server.send({test::begun(server.source(), 1)}).status == 200);
    REQUIRE(server.store->revoke_device(server.organisation.id, server.device.id, server.now).has_value());
    const auto problem = problem_in(server.send({test::finished(server.source(), 2)}));
    CHECK(problem.status == 403);
    CHECK(problem.code == "revoked");
    CHECK(server.get("/sync/v1/roster", {server.authorization()}).status == 403);
    CHECK(*server.store->count_statements(server.organisation.id) == 1);
}

TEST_CASE("nobody sends or reads without the device's secret") {
    const RunningServer server;
    const std::string wrong = "Authorization: Bearer " + server.device.id.text + ".wrong";
    for (const std::string& credential :
         {std::string("X-Nothing: 1"), wrong, std::string("Authorization: Basic eDp5")}) {
        CHECK(server.post("/sync/v1/records", "{}", {credential}).status == 401);
        CHECK(server.get("/sync/v1/roster", {credential}).status == 401);
    }
}

TEST_CASE("a record of another organisation, or of another place, is kept aside and blocks nothing") {
    const RunningServer server;
    Record foreign = test::begun(server.source(), 1);
    foreign.header.organisation = {test::uuid(999)};
    Record misplaced = test::asked(server.source(), 9);
    Chunk chunk{server.device.id, {test::uuid(6)}, "", "n", {}};
    chunk.items = {{1, statement_of(foreign)},
                   {2, statement_of(misplaced)},
                   {3, statement_of(test::finished(server.source(), 3))},
                   {4, std::nullopt}};
    const auto answer = chunk_answer_from_json(server.send_raw(to_json(chunk)).body);
    REQUIRE(answer.has_value());
    CHECK(answer->high_water_mark == 4);
    CHECK(answer->verdicts[0].verdict == Verdict::quarantined);
    CHECK(answer->verdicts[1].verdict == Verdict::quarantined);
    CHECK(answer->verdicts[2].verdict == Verdict::stored);
    CHECK(answer->verdicts[3].verdict == Verdict::withheld);
}

TEST_CASE("a heartbeat without items tells how far the server is") {
    const RunningServer server;
    REQUIRE(server.send({test::begun(server.source(), 1)}).status == 200);
    const auto answer = chunk_answer_from_json(server.send({}).body);
    REQUIRE(answer.has_value());
    CHECK(answer->high_water_mark == 1);
}

TEST_CASE("a device speaks for itself only") {
    const RunningServer server;
    const Chunk chunk{{test::uuid(55)}, {test::uuid(6)}, "", "n", {{1, std::nullopt}}};
    CHECK(problem_in(server.send_raw(to_json(chunk))).code == "other-device");
}

}  // namespace touchstone::sync
