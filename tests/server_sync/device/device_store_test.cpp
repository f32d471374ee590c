// SPDX-License-Identifier: Apache-2.0
#include "server_sync/device/device_store.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/server_sync/device/record_log_contract.h"
#include "tests/support/choice_records.h"
#include "tests/support/temporary_folder.h"

using namespace touchstone;
using namespace touchstone::device;
using namespace touchstone::test;

namespace {

std::unique_ptr<DeviceStore> opened(const std::string& path = ":memory:") {
    auto store = open_device_store(path);
    if (!store) FAIL(store.error().detail);
    return std::move(*store);
}

void append(DeviceStore& store, std::uint64_t first, std::uint64_t count) {
    for (std::uint64_t number = first; number < first + count; ++number)
        REQUIRE(store.append({choice_record(1, number)}));
}

Enrolment nordhaus(const std::string& device) {
    return {"http://127.0.0.1:1",
            {{"organisation"}, {"site"}, "Nordhaus", {device}, "secret", "epoch-1", 60}};
}

}  // namespace

TEST_CASE("the tablet's log in memory keeps the contract of record logs", "[device]") {
    check_record_log_contract([] { return opened(); });
}

TEST_CASE("the tablet's log on disk keeps the contract of record logs", "[device]") {
    const TemporaryFolder folder;
    check_record_log_contract([&] { return opened((folder.path() / "tablet.sqlite").string()); });
}

TEST_CASE("what was appended is there when the tablet starts again", "[device]") {
    const TemporaryFolder folder;
    const std::string path = (folder.path() / "tablet.sqlite").string();
    append(*opened(path), 1, 3);
    const auto again = opened(path);
    CHECK(again->read_after(0, 10)->size() == 3);
    CHECK(again->incarnations()->size() == 1);
    append(*again, 4, 1);
    CHECK(*again->last_seq() == 4);
}

TEST_CASE("a person is local until somebody says who it is, once", "[device]") {
    const auto store = opened();
    REQUIRE(store->add_local_person({"l1"}, "Ewa", 3));
    REQUIRE(store->add_local_person({"l2"}, "Guest", 4));
    CHECK(store->add_local_person({"l1"}, "Someone else", 1).error().kind == Error::Kind::conflict);
    CHECK_FALSE(store->decide({"l1"}, PersonId{"r1"}));
    REQUIRE(store->save_roster({{"site"}, "Nordhaus", {{{"r1"}, "Ewa Lis", {"t1"}}}}));
    REQUIRE(store->decide({"l1"}, PersonId{"r1"}));
    REQUIRE(store->decide({"l2"}, std::nullopt));
    CHECK(store->decide({"l1"}, std::nullopt).error().kind == Error::Kind::conflict);
    const auto people = store->people();
    REQUIRE(people);
    REQUIRE(people->size() == 3);
    CHECK((*people)[0] ==
          DevicePerson{{"l1"}, "Ewa", 3, DevicePerson::Origin::local, {"t1"}, PersonId{"r1"}, true, true});
    CHECK((*people)[1].decided);
    CHECK_FALSE((*people)[1].linked_to);
    CHECK((*people)[2] ==
          DevicePerson{{"r1"}, "Ewa Lis", 2, DevicePerson::Origin::roster, {"t1"}, {}, true, true});
}

TEST_CASE("somebody who left the roster stays known but is no longer listed", "[device]") {
    const auto store = opened();
    REQUIRE(store->save_roster({{"s"}, "N", {{{"r1"}, "Ewa", {}}, {{"r2"}, "Jan", {}}}}));
    REQUIRE(store->save_roster({{"s"}, "N", {{{"r2"}, "Jan Nowak", {"t2"}}}}));
    const auto people = *store->people();
    REQUIRE(people.size() == 2);
    CHECK_FALSE(people[0].listed);
    CHECK(people[1].listed);
    CHECK(people[1].name == "Jan Nowak");
}

TEST_CASE("the past of a linked local person belongs to the person of the roster", "[device]") {
    const auto store = opened();
    REQUIRE(store->add_local_person({"p1"}, "Ewa", 0));
    append(*store, 1, 2);
    REQUIRE(store->save_roster({{"s"}, "N", {{{"r1"}, "Ewa Lis", {}}}}));
    CHECK(store->of_person({"r1"})->empty());
    REQUIRE(store->decide({"p1"}, PersonId{"r1"}));
    CHECK(store->of_person({"r1"})->size() == 2);
    const auto days = store->practice_since(0);
    REQUIRE(days);
    for (const auto& [person, when] : *days)
        CHECK(person.text != "p1");  // counts for the person of the roster
}

TEST_CASE("kudos are found by whom they thank, before and after that person was linked", "[device]") {
    const auto store = opened();
    REQUIRE(store->add_local_person({"p1"}, "Ewa", 0));
    append(*store, 1, 1);
    Record thanks = store->read_after(0, 1)->front();
    thanks.header.id = {"thanks"};
    thanks.body = Kudos{{"p1"}, "positive.calm", "Calm at ten to six."};
    REQUIRE(store->append({thanks}));
    CHECK(store->kudos_to({"nobody"})->empty());
    REQUIRE(store->kudos_to({"p1"})->size() == 1);
    CHECK(store->kudos_to({"p1"})->front().body == thanks.body);
    REQUIRE(store->save_roster({{"s"}, "N", {{{"r1"}, "Ewa Lis", {}}}}));
    REQUIRE(store->decide({"p1"}, PersonId{"r1"}));
    CHECK(store->kudos_to({"r1"})->size() == 1);
}

TEST_CASE("settings are kept, the last one counts", "[device]") {
    const TemporaryFolder folder;
    CHECK_FALSE(*opened((folder.path() / "t").string())->setting("language"));
    REQUIRE(opened((folder.path() / "t").string())->set_setting("language", "et"));
    REQUIRE(opened((folder.path() / "t").string())->set_setting("language", "pl"));
    CHECK(*opened((folder.path() / "t").string())->setting("language") == "pl");
}

TEST_CASE("an enrolled tablet stamps its device and remembers the server", "[device]") {
    const TemporaryFolder folder;
    REQUIRE(opened((folder.path() / "t").string())->save_enrolment(nordhaus("d1")));
    const auto store = opened((folder.path() / "t").string());
    const auto enrolment = store->enrolment();
    REQUIRE(enrolment);
    REQUIRE(*enrolment);
    CHECK((*enrolment)->server_url == "http://127.0.0.1:1");
    CHECK((*enrolment)->answer.site_name == "Nordhaus");
    CHECK((*enrolment)->answer.utc_offset_minutes == 60);
    const auto stored = store->append({choice_record(1, 1)});
    REQUIRE(stored);
    CHECK(stored->front().header.device == DeviceId{"d1"});
}

TEST_CASE("the first enrolment keeps the incarnation, the second begins a new one", "[device]") {
    const auto store = opened();
    append(*store, 1, 3);
    REQUIRE(store->save_enrolment(nordhaus("d1")));
    CHECK(store->incarnations()->size() == 1);
    REQUIRE(store->note_acknowledged(store->incarnations()->front().id, 2, "epoch-1"));
    REQUIRE(store->save_enrolment(nordhaus("d2")));
    const auto incarnations = *store->incarnations();
    REQUIRE(incarnations.size() == 2);
    CHECK(incarnations[0].last == 2);
    CHECK(incarnations[1].last == 1);
}

TEST_CASE("a new incarnation takes over what the server is not known to have, in order and unchanged",
          "[device]") {
    const auto store = opened();
    append(*store, 1, 5);
    const auto before = *store->read_after(3, 10);
    const IncarnationId first = store->incarnations()->front().id;
    REQUIRE(store->note_acknowledged(first, 3, "epoch-1"));
    REQUIRE(store->begin_incarnation());
    const auto incarnations = *store->incarnations();
    REQUIRE(incarnations.size() == 2);
    CHECK(incarnations[0] == IncarnationState{first, 3, 3, false});
    CHECK(incarnations[1] == IncarnationState{incarnations[1].id, 0, 2, true});
    CHECK(store->queue(first, 0, 10)->size() == 3);
    CHECK(*store->read_after(0, 10) == before);
    const auto next = store->append({choice_record(1, 6)});
    REQUIRE(next);
    CHECK(next->front().header.seq == 3);
    CHECK(next->front().header.incarnation == incarnations[1].id);
    CHECK(store->of_person({"p1"})->size() == 6);
}

TEST_CASE("a new incarnation gathers what every earlier one has left, oldest first", "[device]") {
    const auto store = opened();
    append(*store, 1, 4);
    const IncarnationId first = store->incarnations()->front().id;
    REQUIRE(store->note_acknowledged(first, 4, "epoch-1"));
    REQUIRE(store->begin_incarnation());
    append(*store, 5, 2);
    REQUIRE(store->note_acknowledged(first, 2, "epoch-1"));
    REQUIRE(store->begin_incarnation());
    const auto incarnations = *store->incarnations();
    REQUIRE(incarnations.size() == 3);
    CHECK(incarnations[0].last == 2);
    CHECK(incarnations[1].last == 0);
    const auto moved = *store->read_after(0, 10);
    REQUIRE(moved.size() == 4);
    for (std::uint64_t i = 0; i < 4; ++i) CHECK(moved[i].header.id.text == writer_uuid(1, 3 + i));
}

TEST_CASE("the acknowledged mark follows the server, also backwards, never above what was written",
          "[device]") {
    const auto store = opened();
    append(*store, 1, 4);
    const IncarnationId life = store->incarnations()->front().id;
    REQUIRE(store->note_acknowledged(life, 4, "epoch-1"));
    REQUIRE(store->note_acknowledged(life, 1, "epoch-2"));
    CHECK(store->incarnations()->front().acknowledged == 1);
    CHECK(*store->epoch() == "epoch-2");
    CHECK_FALSE(store->note_acknowledged(life, 5, "epoch-3"));
    CHECK(*store->epoch() == "epoch-2");
}

TEST_CASE("a record that is too large is set aside with the reason and keeps its place", "[device]") {
    const auto store = opened();
    append(*store, 1, 2);
    REQUIRE(store->set_aside({writer_uuid(1, 2)}, "larger than the server takes"));
    const auto queued = *store->queue(store->incarnations()->front().id, 0, 10);
    REQUIRE(queued.size() == 2);
    CHECK(queued[0].set_aside.empty());
    CHECK(queued[1].set_aside == "larger than the server takes");
}
