// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "tests/server_sync/storage/fresh_store.h"

// What every store promises about people, users and devices.
namespace touchstone::sync {
namespace {

const OrganisationId organisation{test::uuid(1)};
const SiteId north{test::uuid(2)};
const SiteId south{test::uuid(3)};

struct Opened {
    test::TemporaryFolder folder;
    std::unique_ptr<Store> store;

    Opened() {
        const auto kind = GENERATE(from_range(test::store_kinds()));
        auto opened = kind.open(folder);
        REQUIRE(opened.has_value());
        store = *std::move(opened);
        REQUIRE(store->add_organisation({organisation, "Lumen Shops"}).has_value());
        REQUIRE(store->add_site({organisation, north, "North", 120}).has_value());
        REQUIRE(store->add_site({organisation, south, "South", 60}).has_value());
    }
};

PersonRow anna(const SiteId& site, Day since) {
    return {organisation, {test::uuid(4)}, "Anna Kowalska", site, {test::uuid(5)}, since};
}

UserRow manager() { return {organisation, "ewa", "Ewa Kalinowska", "manager", north, "$argon2id$..."}; }

EnrolmentCodeRow code(const char* hash) { return {organisation, hash, north, "Desk tablet 2", 1000}; }

DeviceRow device(std::uint64_t number, Micros at) {
    return {{}, {test::uuid(number)}, {}, "tablet", "hash", at, std::nullopt, std::nullopt};
}

}  // namespace

TEST_CASE("people stand in the site where they belong now") {
    Opened opened;
    REQUIRE(opened.store->put_person(anna(north, 100)).has_value());
    REQUIRE(opened.store->put_person(anna(north, 150)).has_value());
    CHECK(opened.store->people(organisation, north)->at(0).since == 100);
    REQUIRE(opened.store->put_person(anna(south, 200)).has_value());
    CHECK(opened.store->people(organisation, north)->empty());
    REQUIRE(opened.store->people(organisation, south)->size() == 1);
    CHECK(opened.store->people(organisation, south)->at(0).name == "Anna Kowalska");
    CHECK(opened.store->people({test::uuid(9)}, south)->empty());
}

TEST_CASE("a person may come back on the day of the move") {
    Opened opened;
    REQUIRE(opened.store->put_person(anna(north, 100)).has_value());
    REQUIRE(opened.store->put_person(anna(south, 100)).has_value());
    CHECK(opened.store->people(organisation, north)->empty());
    CHECK(opened.store->people(organisation, south)->size() == 1);
}

TEST_CASE("a login belongs to one user of the whole server") {
    Opened opened;
    REQUIRE(opened.store->add_user(manager()).has_value());
    const auto second = opened.store->add_user(manager());
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().kind == Error::Kind::conflict);
    CHECK((*opened.store->find_user("ewa"))->site == north);
    CHECK_FALSE(opened.store->find_user("' OR 1=1 --")->has_value());
}

TEST_CASE("a new password ends the sessions of the old one") {
    Opened opened;
    REQUIRE(opened.store->add_user(manager()).has_value());
    REQUIRE(opened.store->put_session({organisation, "token", "ewa", "form", 10, 10}).has_value());
    REQUIRE(opened.store->find_session(organisation, "token")->has_value());
    UserRow changed = manager();
    changed.password_hash = "new";
    REQUIRE(opened.store->set_password(changed).has_value());
    CHECK_FALSE(opened.store->find_session(organisation, "token")->has_value());
    CHECK((*opened.store->find_user("ewa"))->password_hash == "new");
}

TEST_CASE("a session is found by its organisation only, and is gone when closed or old") {
    Opened opened;
    REQUIRE(opened.store->put_session({organisation, "a", "ewa", "form", 10, 10}).has_value());
    REQUIRE(opened.store->put_session({organisation, "b", "ewa", "form", 10, 90}).has_value());
    CHECK_FALSE(opened.store->find_session({test::uuid(9)}, "a")->has_value());
    REQUIRE(opened.store->drop_sessions(organisation, 50).has_value());
    CHECK_FALSE(opened.store->find_session(organisation, "a")->has_value());
    REQUIRE(opened.store->close_session(organisation, "b").has_value());
    CHECK_FALSE(opened.store->find_session(organisation, "b")->has_value());
}

TEST_CASE("an enrolment code makes one device, once, in time") {
    Opened opened;
    REQUIRE(opened.store->add_code(code("one")).has_value());
    REQUIRE(opened.store->add_code(code("late")).has_value());
    const auto enrolled = opened.store->enrol("one", device(7, 999));
    REQUIRE(enrolled.has_value());
    CHECK(enrolled->organisation == organisation);
    CHECK(enrolled->site == north);
    CHECK(enrolled->name == "Desk tablet 2");
    for (const auto& [hash, at] : {std::pair{"one", 999}, {"late", 1000}, {"never", 1}}) {
        const auto refused = opened.store->enrol(hash, device(8, at));
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().kind == Error::Kind::refused);
    }
    CHECK(opened.store->devices(organisation)->size() == 1);
}

TEST_CASE("a revoked device is still known, with the time of its revocation") {
    Opened opened;
    REQUIRE(opened.store->add_code(code("one")).has_value());
    REQUIRE(opened.store->enrol("one", device(7, 10)).has_value());
    CHECK_FALSE((*opened.store->find_device({test::uuid(7)}))->revoked_at.has_value());
    REQUIRE(opened.store->revoke_device(organisation, {test::uuid(7)}, 50).has_value());
    CHECK((*opened.store->find_device({test::uuid(7)}))->revoked_at == 50);
}

TEST_CASE("a read key is found by its name") {
    Opened opened;
    REQUIRE(opened.store->add_read_key({organisation, "reports", "hash"}).has_value());
    CHECK((*opened.store->find_read_key("reports"))->organisation == organisation);
    CHECK_FALSE(opened.store->find_read_key("other")->has_value());
}

TEST_CASE("the epoch stands until somebody renews it") {
    Opened opened;
    CHECK_FALSE(opened.store->epoch().has_value());
    REQUIRE(opened.store->set_epoch("first").has_value());
    CHECK(*opened.store->epoch() == "first");
    REQUIRE(opened.store->set_epoch("second").has_value());
    CHECK(*opened.store->epoch() == "second");
}

}  // namespace touchstone::sync
