// SPDX-License-Identifier: Apache-2.0
#include "server_sync/sync/outgoing.h"

#include <catch2/catch_test_macros.hpp>

#include "server_sync/statements/statement.h"
#include "tests/support/choice_records.h"

using namespace touchstone;
using namespace touchstone::sync;
using namespace touchstone::test;

namespace {

Sender nordhaus() {
    Sender sender{{"organisation"}, {"site"}, {"device"}, {"life"}, {}};
    sender.people[{"p1"}] = {PersonFate::Kind::sent, {}, {}};
    sender.people[{"local"}] = {PersonFate::Kind::stays_local, {}, {}};
    sender.people[{"linked"}] = {PersonFate::Kind::sent, {"p1"}, {"team"}};
    sender.people[{"who"}] = {PersonFate::Kind::undecided, {}, {}};
    return sender;
}

std::vector<QueuedRecord> queue_of(const std::vector<std::string>& people) {
    std::vector<QueuedRecord> out;
    for (const std::string& person : people) {
        const auto number = static_cast<std::uint64_t>(out.size() + 1);
        out.push_back({static_cast<std::int64_t>(number), choice_record(1, number, {person}), ""});
    }
    return out;
}

}  // namespace

TEST_CASE("a record made before enrolment travels with what the enrolment told", "[outgoing]") {
    const auto sent = outgoing(queue_of({"p1"}), nordhaus(), chunk_bytes);
    REQUIRE(sent.items.size() == 1);
    const auto record = record_of(*sent.items[0].statement);
    REQUIRE(record);
    CHECK(record->header.organisation.text == "organisation");
    CHECK(record->header.site.text == "site");
    CHECK(record->header.device.text == "device");
    CHECK(record->body == choice_record(1, 1).body);
}

TEST_CASE("what a record says about the site, team and device of its time is not overwritten", "[outgoing]") {
    Record record = choice_record(1, 1);
    record.header.organisation = {"organisation"};
    record.header.site = {"former site"};
    record.header.team = {"former team"};
    record.header.device = {"former device"};
    record.header.incarnation = {"life"};
    record.header.seq = 7;
    CHECK(addressed({7, record, ""}, nordhaus()) == record);
}

TEST_CASE("a record that moved to a new incarnation is sent under its new place and its own id",
          "[outgoing]") {
    Record record = choice_record(1, 1);
    record.header.incarnation = {"earlier life"};
    record.header.seq = 51;
    const Record sent = addressed({1, record, ""}, nordhaus());
    CHECK(sent.header.incarnation.text == "life");
    CHECK(sent.header.seq == 1);
    CHECK(sent.header.id == record.header.id);
}

TEST_CASE("records of a linked person travel as the person of the roster", "[outgoing]") {
    const auto sent = outgoing(queue_of({"linked"}), nordhaus(), chunk_bytes);
    const auto record = record_of(*sent.items.at(0).statement);
    REQUIRE(record);
    CHECK(record->header.person.text == "p1");
    CHECK(record->header.team.text == "team");
    CHECK(sent.items[0].statement->find("linked") == std::string::npos);
}

TEST_CASE("records of a local person keep their sequence and lose their content", "[outgoing]") {
    const auto sent = outgoing(queue_of({"p1", "local", "p1"}), nordhaus(), chunk_bytes);
    REQUIRE(sent.items.size() == 3);
    CHECK(sent.items[1].seq == 2);
    CHECK_FALSE(sent.items[1].statement);
    CHECK(sent.items[2].statement);
}

TEST_CASE("thanks travel to the person of the roster, wait for who is undecided, and stay with who stays",
          "[outgoing]") {
    const auto thanks_to = [](const std::string& person) {
        auto queue = queue_of({"p1"});
        queue[0].record.body = Kudos{{person}, "positive.calm", "Thanks."};
        return outgoing(queue, nordhaus(), chunk_bytes);
    };
    const auto sent = thanks_to("linked");
    const auto record = record_of(sent.items.at(0).statement.value());
    REQUIRE(record);
    CHECK(std::get<Kudos>(record->body).to == PersonId{"p1"});
    CHECK(thanks_to("who").undecided);
    CHECK_FALSE(thanks_to("local").items.at(0).statement);
}

TEST_CASE("records of another organisation and records set aside are withheld", "[outgoing]") {
    auto queue = queue_of({"p1", "p1"});
    queue[0].record.header.organisation = {"another"};
    queue[1].set_aside = "too large";
    const auto sent = outgoing(queue, nordhaus(), chunk_bytes);
    REQUIRE(sent.items.size() == 2);
    CHECK_FALSE(sent.items[0].statement);
    CHECK_FALSE(sent.items[1].statement);
}

TEST_CASE("a chunk ends before the first person about whom nobody decided", "[outgoing]") {
    const auto some = outgoing(queue_of({"p1", "who", "p1"}), nordhaus(), chunk_bytes);
    CHECK(some.items.size() == 1);
    CHECK(some.undecided);
    const auto none = outgoing(queue_of({"stranger"}), nordhaus(), chunk_bytes);
    CHECK(none.items.empty());
    CHECK(none.undecided);
}

TEST_CASE("a chunk stays within its bytes as it is written", "[outgoing]") {
    const auto sent = outgoing(queue_of(std::vector<std::string>(100, "p1")), nordhaus(), 20'000);
    CHECK(sent.items.size() > 5);
    CHECK(sent.items.size() < 100);
    Chunk chunk{{"device"}, {"life"}, "epoch", "nonce", sent.items};
    CHECK(to_json(chunk).size() <= 20'000);
    CHECK_FALSE(sent.too_large);
}

TEST_CASE("a record larger than a whole chunk is named", "[outgoing]") {
    const auto sent = outgoing(queue_of({"p1"}), nordhaus(), 1500);
    CHECK(sent.items.empty());
    REQUIRE(sent.too_large);
    CHECK(sent.too_large->text == writer_uuid(1, 1));
}

TEST_CASE("the same record gives the same bytes each time", "[outgoing]") {
    CHECK(outgoing(queue_of({"linked"}), nordhaus(), chunk_bytes).items[0].statement ==
          outgoing(queue_of({"linked"}), nordhaus(), chunk_bytes).items[0].statement);
}
