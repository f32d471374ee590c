// SPDX-License-Identifier: Apache-2.0
// The tablet's client against the server's own endpoint and store, over HTTP.
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <filesystem>
#include <thread>

#include "server_sync/client/sync_client.h"
#include "server_sync/server/http/http_server.h"
#include "server_sync/server/http/problem.h"
#include "server_sync/server/setup.h"
#include "server_sync/server/sync/sync_endpoint.h"
#include "tests/support/choice_records.h"
#include "tests/support/temporary_folder.h"

using namespace touchstone;
using namespace touchstone::sync;
using namespace touchstone::test;

namespace {

const PersonId person{writer_uuid(77, 1)};

/// A server with one site and one person, on a port of its own.
struct Office {
    TemporaryFolder folder;
    std::unique_ptr<Store> store = std::move(*open_sqlite_store(folder.file("server.sqlite")));
    OrganisationRow organisation = *ensure_organisation(*store, "Lumen Shops", sync::system_now());
    SiteRow site = *ensure_site(*store, organisation.id, "Nordhaus", 120, sync::system_now());
    SyncEndpoint endpoint{*store, sync::system_now};
    std::unique_ptr<HttpServer> server;
    std::thread thread;

    Office() {
        REQUIRE(store->put_person({organisation.id, person, "Ewa Lis", site.id, {writer_uuid(77, 2)}, 0}));
        auto listening = HttpServer::listen({"127.0.0.1", 0}, {},
                                            [this](const WebRequest& asked) { return route(asked); });
        REQUIRE(listening);
        server = std::move(*listening);
        thread = std::thread([this] { server->run(); });
    }
    ~Office() {
        server->stop();
        thread.join();
    }
    WebResponse route(const WebRequest& asked) {
        if (asked.path == "/sync/v1/enrol") return endpoint.enrol(asked);
        if (asked.path == "/sync/v1/records") return endpoint.records(asked);
        if (asked.path == "/sync/v1/roster") return endpoint.roster(asked);
        return {404, "text/plain", "", {}};
    }
    std::string url() const { return "http://127.0.0.1:" + std::to_string(server->port()); }
    std::int64_t count() const { return *store->count_statements(organisation.id); }
};

struct Tablet {
    std::unique_ptr<device::DeviceStore> store;
    std::unique_ptr<HttpClient> http = make_curl_client();
    SyncClient client;
    Micros now = 1'795'000'000'000'000;

    explicit Tablet(const std::string& path)
        : store(std::move(*device::open_device_store(path))), client(*store, *http, 11) {
        REQUIRE(client.start(now));
    }
    template <class Condition>
    bool until(const Condition& condition) {
        for (int tick = 0; tick < 3000; ++tick, now += 1'000'000) {
            client.sync_now(now);
            if (condition()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
        return false;
    }
    bool uploads() {
        return until([&] {
            return client.status().kind == SyncStatus::Kind::up_to_date && client.status().waiting == 0 &&
                   *store->last_seq() == store->incarnations()->back().acknowledged;
        });
    }
    void enrol(Office& office) {
        client.enrol(office.url(), *make_code(*office.store, office.site, "Desk", sync::system_now()),
                     "Desk");
        REQUIRE(until([&] { return client.has_roster(); }));
    }
    void append(std::uint64_t writer, std::uint64_t first, std::uint64_t count) {
        for (std::uint64_t number = first; number < first + count; ++number)
            REQUIRE(store->append({choice_record(writer, number, person)}));
    }
};

}  // namespace

TEST_CASE("a tablet enrols at the real server and its records are stored once", "[client][server]") {
    Office office;
    const TemporaryFolder folder;
    Tablet tablet(folder.file("tablet.sqlite"));
    tablet.append(1, 1, 130);
    tablet.enrol(office);
    CHECK(tablet.store->people()->at(0).name == "Ewa Lis");
    REQUIRE(tablet.uploads());
    tablet.append(1, 131, 20);
    REQUIRE(tablet.uploads());
    CHECK(office.count() == 150);
    CHECK(*office.store->count_quarantined(office.organisation.id) == 0);
}

TEST_CASE("a cloned tablet and its original both reach the real server, their union once",
          "[client][server]") {
    Office office;
    const TemporaryFolder folder;
    const std::string original = folder.file("original.sqlite"), clone = folder.file("clone.sqlite");
    {
        Tablet tablet(original);
        tablet.enrol(office);
        tablet.append(1, 1, 50);
        REQUIRE(tablet.uploads());
        tablet.append(1, 51, 10);
    }
    for (const char* end : {"", ".mark"}) std::filesystem::copy_file(original + end, clone + end);
    Tablet first(original), second(clone);
    first.append(1, 61, 5);
    second.append(2, 1, 7);
    REQUIRE(first.uploads());
    REQUIRE(second.uploads());
    REQUIRE(first.uploads());
    CHECK(office.count() == 72);
    CHECK(*office.store->count_quarantined(office.organisation.id) == 0);
    CHECK(first.store->incarnations()->size() + second.store->incarnations()->size() == 3);
}

namespace {

/// As the client puts a damaged log aside: the journal stays.
void lose_log(const std::string& log) {
    for (const char* part : {"-wal", ".mark", ""})
        if (std::filesystem::exists(log + part)) std::filesystem::rename(log + part, log + ".aside" + part);
}

/// Every place of a tablet's lives, without gaps from 1.
void check_places(const device::DeviceStore& store) {
    const auto lives = *store.incarnations();
    for (const device::IncarnationState& life : lives) {
        CHECK(life.acknowledged == life.last);
        std::int64_t place = life.last;
        const auto queued = *store.queue(life.id, 0, 10'000);
        for (auto at = queued.rbegin(); at != queued.rend(); ++at) CHECK(at->seq == place--);
    }
}

}  // namespace

TEST_CASE(
    "a tablet whose log was lost sends what its journal kept, under the same enrolment, each record once",
    "[client][server]") {
    Office office;
    const TemporaryFolder folder;
    const std::string log = folder.file("tablet.sqlite");
    std::uint64_t made = 0;
    for (int lost = 0; lost < 3; ++lost) {
        Tablet tablet(log);
        if (lost == 0) tablet.enrol(office);
        CHECK(tablet.store->people()->at(0).name == "Ewa Lis");
        tablet.append(1, made + 1, 120);
        if (lost != 1) REQUIRE(tablet.uploads());
        tablet.append(1, made + 121, 30);
        made += 150;
        tablet.store.reset();
        lose_log(log);
    }
    Tablet tablet(log);
    CHECK(tablet.store->taken_over().records == 450);
    tablet.append(1, made + 1, 5);
    REQUIRE(tablet.uploads());
    check_places(*tablet.store);
    CHECK(office.count() == 455);
    CHECK(*office.store->count_quarantined(office.organisation.id) == 0);
    CHECK(office.store->statements(office.organisation.id, {std::nullopt, -1, 10'000})->size() == 455);
}

TEST_CASE("a tablet whose log was lost before it heard that the server has its records sends none twice",
          "[client][server]") {
    Office office;
    const TemporaryFolder folder;
    const std::string log = folder.file("tablet.sqlite"), deaf = folder.file("deaf.sqlite");
    {
        Tablet tablet(log);
        tablet.enrol(office);
        tablet.append(1, 1, 40);
        REQUIRE(tablet.uploads());
        tablet.append(1, 41, 130);
    }
    std::filesystem::copy_file(log + ".journal", deaf + ".journal");
    {
        Tablet tablet(log);
        REQUIRE(tablet.uploads());
    }
    Tablet tablet(deaf);
    CHECK(tablet.store->taken_over().records == 170);
    tablet.append(1, 171, 3);
    REQUIRE(tablet.uploads());
    check_places(*tablet.store);
    CHECK(office.count() == 173);
    CHECK(*office.store->count_quarantined(office.organisation.id) == 0);
}

TEST_CASE(
    "what a tablet did before it had a server survives the loss of its log and reaches the server later",
    "[client][server]") {
    Office office;
    const TemporaryFolder folder;
    const std::string log = folder.file("tablet.sqlite");
    const PersonId local{writer_uuid(78, 1)}, guest{writer_uuid(78, 2)};
    {
        Tablet tablet(log);
        REQUIRE(tablet.store->add_local_person(local, "Ewa", 1));
        REQUIRE(tablet.store->add_local_person(guest, "Guest", 2));
        for (std::uint64_t number = 1; number <= 20; ++number)
            REQUIRE(tablet.store->append({choice_record(1, number, number % 4 == 0 ? guest : local)}));
        tablet.enrol(office);
        REQUIRE(tablet.client.decide(local, person, tablet.now));
    }
    lose_log(log);
    Tablet tablet(log);
    REQUIRE(tablet.until([&] { return tablet.client.has_roster(); }));
    REQUIRE(tablet.client.decide(guest, std::nullopt, tablet.now));
    REQUIRE(tablet.uploads());
    CHECK(office.count() == 15);
    tablet.store.reset();
    lose_log(log);
    Tablet again(log);
    REQUIRE(again.uploads());
    CHECK(again.store->of_person(guest)->size() == 5);  // on this tablet alone, and still there
    CHECK(office.count() == 15);
    CHECK(*office.store->count_quarantined(office.organisation.id) == 0);
}

TEST_CASE("a tablet that was revoked at the real server says so", "[client][server]") {
    Office office;
    Tablet tablet(":memory:");
    tablet.enrol(office);
    tablet.append(1, 1, 3);
    REQUIRE(tablet.uploads());
    const DeviceId device = (*tablet.store->enrolment())->answer.device;
    REQUIRE(office.store->revoke_device(office.organisation.id, device, sync::system_now()));
    tablet.append(1, 4, 2);
    REQUIRE(tablet.until([&] { return tablet.client.status().help == SyncStatus::Help::revoked; }));
    CHECK(office.count() == 3);
}
