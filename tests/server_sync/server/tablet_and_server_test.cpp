// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <thread>

#include "server_sync/client/sync_client.h"
#include "tests/server_sync/server/running_server.h"
#include "tests/support/choice_records.h"

// The tablet's own client against the real server.
namespace touchstone::sync {
namespace {

struct Tablet {
    std::unique_ptr<device::DeviceStore> store = std::move(*device::open_device_store(":memory:"));
    std::unique_ptr<HttpClient> http = make_curl_client();
    SyncClient client{*store, *http, 7};
    Micros now = 1'795'000'000'000'000;

    Tablet() { REQUIRE(client.start(now)); }

    /// Ticks, a second of the tablet's clock each time, until it holds; false when it never does.
    template <class Condition>
    bool until(const Condition& condition) {
        for (int tick = 0; tick < 5000; ++tick) {
            client.tick(now);
            if (condition()) return true;
            now += 1'000'000;
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        return false;
    }
    bool until_sent() {
        return until([&] {
            return client.status().kind == SyncStatus::Kind::up_to_date && client.status().waiting == 0;
        });
    }
    void enrol(const test::RunningServer& server) {
        const auto code = make_code(*server.store, server.site, "", server.now);
        client.enrol(server.url(""), code_in_groups(*code), "Desk tablet 2");
        REQUIRE(until([&] {
            return client.enrolment().stage != EnrolmentProgress::Stage::asking && client.has_roster();
        }));
        REQUIRE(client.enrolment().stage == EnrolmentProgress::Stage::done);
    }
    void practise(std::uint64_t first, std::uint64_t count, const PersonId& person) {
        for (std::uint64_t number = first; number < first + count; ++number)
            REQUIRE(store->append({test::choice_record(1, number, person)}));
    }
};

}  // namespace

TEST_CASE("a tablet enrols at the real server, knows the team, and everything practised arrives once") {
    const test::RunningServer server;
    Tablet tablet;
    tablet.enrol(server);
    REQUIRE(tablet.store->people()->size() == 1);
    CHECK(tablet.store->people()->at(0).name == server.person.name);
    tablet.practise(1, 250, server.person.id);
    REQUIRE(tablet.until_sent());
    CHECK(*server.store->count_statements(server.organisation.id) == 250);
    CHECK(*server.store->count_quarantined(server.organisation.id) == 0);
}

TEST_CASE("a new epoch makes the tablet look again, and nothing is stored twice") {
    const test::RunningServer server;
    Tablet tablet;
    tablet.enrol(server);
    tablet.practise(1, 30, server.person.id);
    REQUIRE(tablet.until_sent());
    REQUIRE(server.store->set_epoch("after the backup").has_value());
    tablet.practise(31, 5, server.person.id);
    REQUIRE(tablet.until_sent());
    CHECK(*tablet.store->epoch() == "after the backup");
    CHECK(*server.store->count_statements(server.organisation.id) == 35);
    CHECK(*server.store->count_quarantined(server.organisation.id) == 0);
}

TEST_CASE("who practised before the enrolment is sent as whom the tablet's people say it is") {
    const test::RunningServer server;
    Tablet tablet;
    const PersonId here{test::uuid(70)}, nobody{test::uuid(71)};
    REQUIRE(tablet.store->add_local_person(here, "Anna", 0).has_value());
    REQUIRE(tablet.store->add_local_person(nobody, "A visitor", 1).has_value());
    tablet.practise(1, 3, here);
    tablet.practise(4, 3, nobody);
    tablet.enrol(server);
    REQUIRE(tablet.client.decide(here, server.person.id, tablet.now).has_value());
    REQUIRE(tablet.client.decide(nobody, std::nullopt, tablet.now).has_value());
    REQUIRE(tablet.until_sent());
    CHECK(*server.store->count_statements(server.organisation.id) == 3);
    CHECK(*server.store->count_quarantined(server.organisation.id) == 0);
}

TEST_CASE("a tablet that is taken out of service is told so") {
    const test::RunningServer server;
    Tablet tablet;
    tablet.enrol(server);
    const auto device = (*tablet.store->enrolment())->answer.device;
    REQUIRE(server.store->revoke_device(server.organisation.id, device, server.now).has_value());
    tablet.practise(1, 1, server.person.id);
    REQUIRE(tablet.until([&] { return tablet.client.status().help != SyncStatus::Help::none; }));
    CHECK(tablet.client.status().help == SyncStatus::Help::revoked);
    CHECK(*server.store->count_statements(server.organisation.id) == 0);
}

}  // namespace touchstone::sync
