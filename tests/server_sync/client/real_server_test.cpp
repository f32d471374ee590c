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
