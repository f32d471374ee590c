// SPDX-License-Identifier: Apache-2.0
#include "server_sync/client/sync_client.h"

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <thread>

#include "engine/basics/seeded.h"
#include "tests/server_sync/client/sync_office.h"
#include "tests/support/choice_records.h"

using namespace touchstone;
using namespace touchstone::sync;
using namespace touchstone::test;

namespace {

/// A tablet with a real log, a real client and a clock that the test moves.
struct Tablet {
    std::unique_ptr<device::DeviceStore> store = std::move(*device::open_device_store(":memory:"));
    std::unique_ptr<HttpClient> http = make_curl_client();
    SyncClient client{*store, *http, 7};
    Micros now = 1'795'000'000'000'000;

    Tablet() { REQUIRE(client.start(now)); }

    /// Ticks, a second of the tablet's clock each time, until it holds; false when it never does.
    template <class Condition>
    bool until(const Condition& condition) {
        for (int tick = 0; tick < 3000; ++tick) {
            client.tick(now);
            if (condition()) return true;
            now += 1'000'000;
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        return false;
    }
    bool until(SyncStatus::Kind kind) {
        return until([&] {
            return client.status().kind == kind &&
                   (kind != SyncStatus::Kind::up_to_date || client.status().waiting == 0);
        });
    }
    void enrol(const LoopbackServer& server) {
        client.enrol(server.url() + "/", "1234-5678 9012", "Desk tablet 2");
        REQUIRE(until([&] {
            return client.enrolment().stage != EnrolmentProgress::Stage::asking && client.has_roster();
        }));
        REQUIRE(client.enrolment().stage == EnrolmentProgress::Stage::done);
    }
    void append(std::uint64_t first, std::uint64_t count, const PersonId& person) {
        for (std::uint64_t number = first; number < first + count; ++number)
            REQUIRE(store->append({choice_record(1, number, person)}));
    }
};

/// Letters that hardly compress.
std::string noise(std::uint64_t seed, std::size_t size) {
    SplitMix64 random(seed);
    std::string out(size, ' ');
    for (char& letter : out) letter = static_cast<char>('a' + random.below(26));
    return out;
}

}  // namespace

TEST_CASE("a tablet enrols with a code and knows the people of its site", "[client]") {
    SyncOffice office;
    const LoopbackServer server(office.handler());
    Tablet tablet;
    CHECK(tablet.client.status().kind == SyncStatus::Kind::saved_on_tablet);
    CHECK_FALSE(tablet.client.next_wake());
    tablet.enrol(server);
    CHECK(office.device_name() == "Desk tablet 2");
    CHECK((*tablet.store->enrolment())->answer.site_name == "Nordhaus");
    CHECK((*tablet.store->enrolment())->server_url == server.url());
    CHECK(tablet.store->people()->size() == 2);
    CHECK(tablet.client.next_wake());
}

TEST_CASE("a wrong code and a wrong address say what is wrong and leave the tablet as it was", "[client]") {
    SyncOffice office;
    const LoopbackServer server(office.handler());
    Tablet tablet;
    const auto failed = [&] { return tablet.client.enrolment().stage == EnrolmentProgress::Stage::failed; };
    tablet.client.enrol(server.url(), "000000000000", "Desk");
    REQUIRE(tablet.until(failed));
    CHECK(tablet.client.enrolment().error.detail == "code-unknown it is");
    tablet.client.enrol("http://127.0.0.1:1", "123456789012", "Desk");
    REQUIRE(tablet.until(failed));
    CHECK(tablet.client.enrolment().error.kind == Error::Kind::unavailable);
    for (const char* address :
         {"touchstone.example", "http://touchstone.example", "ftp://x", "https://", ""}) {
        tablet.client.enrol(address, "123456789012", "Desk");
        CHECK(failed());
        CHECK_FALSE(tablet.client.enrolment().error.remedy.empty());
    }
    CHECK_FALSE(*tablet.store->enrolment());
}

TEST_CASE("records made before and after enrolment reach the server once, in their order", "[client]") {
    SyncOffice office;
    const LoopbackServer server(office.handler());
    Tablet tablet;
    tablet.append(1, 150, {"r1"});
    tablet.enrol(server);
    REQUIRE(tablet.until(SyncStatus::Kind::up_to_date));
    tablet.append(151, 30, {"r2"});
    REQUIRE(tablet.until([&] { return office.records().size() == 180; }));
    REQUIRE(tablet.until(SyncStatus::Kind::up_to_date));
    const auto records = office.records();
    for (std::uint64_t i = 0; i < 180; ++i) {
        CHECK(records[i].header.id.text == writer_uuid(1, i + 1));
        CHECK(records[i].header.seq == static_cast<std::int64_t>(i + 1));
        CHECK(records[i].header.organisation.text == "org-1");
    }
    CHECK(tablet.store->incarnations()->back().acknowledged == 180);
}

TEST_CASE("a local person's records wait for a decision and then go under the right name or not at all",
          "[client]") {
    SyncOffice office;
    const LoopbackServer server(office.handler());
    Tablet tablet;
    REQUIRE(tablet.store->add_local_person({"l1"}, "Ewa", 0));
    REQUIRE(tablet.store->add_local_person({"l2"}, "Guest", 1));
    tablet.append(1, 3, {"l1"});
    tablet.append(4, 2, {"l2"});
    tablet.enrol(server);
    REQUIRE(tablet.until(SyncStatus::Kind::needs_help));
    CHECK(tablet.client.status().help == SyncStatus::Help::decide_people);
    CHECK(office.records().empty());
    REQUIRE(tablet.client.decide({"l1"}, PersonId{"r1"}, tablet.now));
    REQUIRE(tablet.until([&] { return office.records().size() == 3; }));
    REQUIRE(tablet.client.decide({"l2"}, std::nullopt, tablet.now));
    REQUIRE(tablet.until(SyncStatus::Kind::up_to_date));
    CHECK(office.withheld() == 2);
    for (const Record& record : office.records()) CHECK(record.header.person.text == "r1");
}

TEST_CASE("a login page in between acknowledges nothing, and later everything arrives", "[client]") {
    SyncOffice office;
    const LoopbackServer server(office.handler());
    Tablet tablet;
    tablet.enrol(server);
    office.answer_instead(LoopbackReply{200, "text/html", "<html>Please log in</html>", "", 0, false});
    tablet.append(1, 5, {"r1"});
    REQUIRE(tablet.until(SyncStatus::Kind::needs_help));
    CHECK(tablet.client.status().help == SyncStatus::Help::network_login);
    CHECK(tablet.client.status().waiting == 5);
    office.answer_instead(std::nullopt);
    REQUIRE(tablet.until(SyncStatus::Kind::up_to_date));
    CHECK(office.records().size() == 5);
}

TEST_CASE("without a network the tablet says so and goes on when it is back", "[client]") {
    SyncOffice office;
    const LoopbackServer server(office.handler());
    Tablet tablet;
    tablet.enrol(server);
    office.answer_instead(LoopbackReply{200, "", "", "", 0, true});
    tablet.append(1, 5, {"r1"});
    REQUIRE(tablet.until(SyncStatus::Kind::offline));
    CHECK(tablet.client.status().waiting == 5);
    office.answer_instead(std::nullopt);
    tablet.client.sync_now(tablet.now);
    REQUIRE(tablet.until(SyncStatus::Kind::up_to_date));
    CHECK(office.records().size() == 5);
}

TEST_CASE("a revoked tablet keeps its records and says who can help", "[client]") {
    SyncOffice office;
    const LoopbackServer server(office.handler());
    Tablet tablet;
    tablet.enrol(server);
    const Problem revoked{403, "revoked", "taken out of service", "Ask your administrator.", {}};
    office.answer_instead(
        LoopbackReply{403, std::string(problem_content_type), to_json(revoked), "", 0, false});
    tablet.append(1, 5, {"r1"});
    REQUIRE(tablet.until(SyncStatus::Kind::needs_help));
    CHECK(tablet.client.status().help == SyncStatus::Help::revoked);
    CHECK(tablet.client.status().detail == "taken out of service");
    CHECK(tablet.store->read_after(0, 100)->size() == 5);
}

TEST_CASE("records too large together are sent in several chunks", "[client]") {
    SyncOffice office;
    const LoopbackServer server(office.handler());
    Tablet tablet;
    for (std::uint64_t number = 1; number <= 6; ++number) {
        Record record = choice_record(1, number, {"r1"});
        std::get<ChoiceMade>(record.body).moment = noise(number, number == 3 ? 300'000 : 120'000);
        REQUIRE(tablet.store->append({record}));
    }
    tablet.enrol(server);
    REQUIRE(tablet.until(SyncStatus::Kind::up_to_date));
    CHECK(office.records().size() == 5);
    CHECK(office.withheld() == 1);
    const auto life = tablet.store->incarnations()->back().id;
    CHECK_FALSE(tablet.store->queue(life, 2, 1)->front().set_aside.empty());
}
