// SPDX-License-Identifier: Apache-2.0
// The journal beside the log: what a new log has from it, and how the two are brought together at a start.
#include <sys/stat.h>

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "server_sync/device/journal_rows.h"
#include "server_sync/device/pins.h"
#include "tests/server_sync/device/journal_files.h"
#include "tests/support/choice_records.h"
#include "tests/support/temporary_folder.h"

using namespace touchstone;
using namespace touchstone::device;
using namespace touchstone::test;
namespace files = std::filesystem;

namespace {

struct Place {
    TemporaryFolder folder;
    std::string log = folder.file("tablet.sqlite"), journal = log + ".journal", mark = log + ".mark";
};

Enrolment nordhaus(const std::string& device) {
    return {"http://127.0.0.1:1",
            {{"organisation"}, {"site"}, "Nordhaus", {device}, "secret", "epoch-1", 60}};
}

unsigned mode_of(const std::string& path) {
    struct stat status {};
    REQUIRE(::stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

void acknowledge(DeviceStore& store, std::int64_t mark, const std::string& epoch = "epoch-1") {
    REQUIRE(store.note_acknowledged(store.incarnations()->back().id, mark, epoch));
}

}  // namespace

TEST_CASE("a log that is lost comes back from its journal: people, numbers, enrolment and every record",
          "[journal]") {
    const Place place;
    std::vector<Record> before;
    std::vector<DevicePerson> people;
    const auto key = place.folder.file("tablet.key");
    {
        const auto store = opened_at(place.log);
        REQUIRE(store->add_local_person({"p1"}, "Ewa", 3));
        REQUIRE(
            store->save_roster({{"site"}, "Nordhaus", {{{"r1"}, "Ewa Lis", {"t1"}}, {{"r2"}, "Jan", {}}}}));
        REQUIRE(store->save_roster({{"site"}, "Nordhaus", {{{"r1"}, "Ewa Lis", {"t2"}}}}));
        REQUIRE(store->save_enrolment(nordhaus("d1")));
        append_some(*store, 1, 5);
        REQUIRE(store->decide({"p1"}, PersonId{"r1"}));
        REQUIRE(make_pins(*store, key)->set({"r1"}, "4711"));
        before = *store->read_after(0, 10);
        people = *store->people();
    }
    CHECK(mode_of(place.journal) == 0600);
    CHECK(mode_of(place.log) == 0600);
    lose_log(place.log);

    const auto store = opened_at(place.log);
    CHECK(store->taken_over() == TakenOver{5, 3, false});
    CHECK(*store->people() == people);
    CHECK((*store->enrolment())->answer.secret == "secret");
    CHECK((*store->enrolment())->answer.utc_offset_minutes == 60);
    CHECK(*store->read_after(0, 10) == before);
    REQUIRE(store->incarnations()->size() == 1);
    CHECK(store->incarnations()->back().id != before.front().header.incarnation);
    CHECK(store->incarnations()->back().last == 5);
    CHECK(make_pins(*store, key)->check({"r1"}, "4711", 0)->kind == PinAnswer::Kind::right);
    const auto next = store->append({choice_record(1, 6)});
    REQUIRE(next);
    CHECK(next->front().header.seq == 6);
    CHECK(next->front().header.device == DeviceId{"d1"});
    CHECK(mode_of(place.log) == 0600);
}

TEST_CASE("a log that is lost again and again loses nothing", "[journal]") {
    const Place place;
    for (std::uint64_t round = 0; round < 4; ++round) {
        append_some(*opened_at(place.log), round * 3, 3);
        lose_log(place.log);
    }
    const auto store = opened_at(place.log);
    CHECK(ids_in(*store) == ids_of(0, 12));
    CHECK(store->taken_over().records == 12);
    // Told once: the next start has nothing to take over.
    CHECK(opened_at(place.folder.file("other.sqlite"))->taken_over() == TakenOver{});
}

TEST_CASE("a last entry that was cut at any of its bytes is neither taken over nor in the way", "[journal]") {
    const Place place;
    {
        const auto store = opened_at(place.log);
        append_some(*store, 1, 2);
        REQUIRE(store->add_local_person({"p1"}, "Ewa", 3));
    }
    const std::string whole = file_bytes(place.journal), log = file_bytes(place.log);
    const std::string last =
        journal_entry({{JournalRow::Kind::person, {"p1", "Ewa", "3", "local", "", "", "0", "1"}}});
    REQUIRE(whole.ends_with(last));
    for (std::size_t cut = 1; cut <= last.size(); ++cut) {
        INFO("without its last " << cut << " bytes");
        const std::string path = place.folder.file("cut-" + std::to_string(cut));
        write_bytes(path + ".journal", whole.substr(0, whole.size() - cut));
        {
            const auto store = opened_at(path);
            CHECK(store->taken_over() == TakenOver{2, 0, false});
            CHECK(store->people()->empty());
            append_some(*store, 3, 1);
        }
        lose_log(path);
        CHECK(ids_in(*opened_at(path)) == ids_of(1, 3));
    }
}

TEST_CASE("a log that is whole mends a journal that is missing, cut, damaged, older or no journal at all",
          "[journal]") {
    const Place place;
    append_some(*opened_at(place.log), 1, 2);
    const std::string older = file_bytes(place.journal);
    {
        const auto store = opened_at(place.log);
        append_some(*store, 3, 2);
        REQUIRE(store->add_local_person({"p1"}, "Ewa", 3));
    }
    std::string bytes = file_bytes(place.journal);
    SECTION("missing, as at the first start after an update") { files::remove(place.journal); }
    SECTION("cut") { write_bytes(place.journal, bytes.substr(0, bytes.size() - 1)); }
    SECTION("older") { write_bytes(place.journal, older); }
    SECTION("empty") { write_bytes(place.journal, ""); }
    SECTION("something else") { write_bytes(place.journal, std::string(5000, 'Z')); }
    SECTION("a bit flipped in the middle") {
        bytes[bytes.size() / 2] ^= 1;
        write_bytes(place.journal, bytes);
    }
    {
        const auto store = opened_at(place.log);
        CHECK(store->taken_over() == TakenOver{});
        CHECK(store->incarnations()->size() == 1);
        CHECK(ids_in(*store) == ids_of(1, 4));
    }
    lose_log(place.log);
    const auto again = opened_at(place.log);
    CHECK(again->taken_over() == TakenOver{4, 1, false});
    CHECK(ids_in(*again) == ids_of(1, 4));
}

TEST_CASE("when the log is lost and the journal is damaged too, the rest of it comes back, and it is said",
          "[journal]") {
    const Place place;
    append_some(*opened_at(place.log), 1, 5);
    std::string bytes = file_bytes(place.journal);
    bytes[bytes.size() / 2] ^= 1;  // of five entries of one size it is the third
    write_bytes(place.journal, bytes);
    lose_log(place.log);
    const auto store = opened_at(place.log);
    CHECK(store->taken_over() == TakenOver{4, 0, true});
    CHECK(ids_in(*store).size() == 4);
    CHECK(file_bytes(place.journal + ".damaged-1") == bytes);
}

TEST_CASE("yesterday's copy of the log gets today's records back from the journal, under a new incarnation",
          "[journal]") {
    const Place place;
    {
        const auto store = opened_at(place.log);
        append_some(*store, 1, 3);
    }
    const std::string yesterday = file_bytes(place.log), mark = file_bytes(place.mark);
    append_some(*opened_at(place.log), 4, 2);
    write_bytes(place.log, yesterday);
    bool continues = false;
    SECTION("and the mark tells that it is a copy") {}
    SECTION("and the mark is as old as the log: nothing was numbered twice") {
        write_bytes(place.mark, mark);
        continues = true;
    }
    const auto store = opened_at(place.log);
    CHECK(ids_in(*store) == ids_of(1, 5));
    CHECK(store->incarnations()->size() == (continues ? 1 : 2));
    CHECK(store->incarnations()->back().last == 5);
    CHECK(store->append({choice_record(1, 6)})->front().header.seq == 6);
}

TEST_CASE("an old copy of the log begins a new incarnation when the journal no longer has all between them",
          "[journal]") {
    const Place place;
    append_some(*opened_at(place.log), 1, 2);
    const std::string yesterday = file_bytes(place.log), mark = file_bytes(place.mark);
    {
        const auto store = opened_at(place.log);
        append_some(*store, 3, 3);
        acknowledge(*store, 4);
    }
    files::remove(place.journal);
    opened_at(place.log);  // writes it anew, with the fifth record alone
    write_bytes(place.log, yesterday);
    write_bytes(place.mark, mark);
    const auto store = opened_at(place.log);
    REQUIRE(store->incarnations()->size() == 2);
    CHECK(ids_in(*store) ==
          std::vector<std::string>{writer_uuid(1, 1), writer_uuid(1, 2), writer_uuid(1, 5)});
}

TEST_CASE("the journal is trimmed once the server has most of it, and keeps what only this tablet has",
          "[journal]") {
    const Place place;
    {
        const auto store = opened_at(place.log);
        REQUIRE(store->save_enrolment(nordhaus("d1")));
        REQUIRE(store->add_local_person({"guest"}, "Guest", 1));
        REQUIRE(store->decide({"guest"}, std::nullopt));
        REQUIRE(store->append({choice_record(2, 1, {"guest"})}));
        for (std::uint64_t hundred = 0; hundred < 20; ++hundred) {
            std::vector<Record> records;
            for (std::uint64_t i = 1; i <= 100; ++i) records.push_back(choice_record(1, hundred * 100 + i));
            REQUIRE(store->append(std::move(records)));
        }
        const auto large = files::file_size(place.journal);
        CHECK(large > (1U << 20U));
        acknowledge(*store, 1991);
        CHECK(files::file_size(place.journal) < large / 10);
        append_some(*store, 2001, 1);
    }
    lose_log(place.log);
    const auto store = opened_at(place.log);
    std::vector<std::string> expected = ids_of(1991, 11);
    expected.insert(expected.begin(), writer_uuid(2, 1));
    CHECK(ids_in(*store) == expected);
    CHECK_FALSE(files::exists(place.journal + ".new"));
}

TEST_CASE("when a restored server has less than before, the journal has the rest again", "[journal]") {
    const Place place;
    {
        const auto store = opened_at(place.log);
        append_some(*store, 1, 4);
        acknowledge(*store, 4);
    }
    files::remove(place.journal);
    {
        const auto store = opened_at(place.log);  // writes it anew, without any record
        acknowledge(*store, 1, "epoch-2");
    }
    lose_log(place.log);
    CHECK(ids_in(*opened_at(place.log)) == ids_of(2, 3));
}

TEST_CASE("a journal of a newer Touchstone is refused and not touched", "[journal]") {
    const Place place;
    append_some(*opened_at(place.log), 1, 1);
    std::string bytes = file_bytes(place.journal);
    const std::string newer{"TOUCHJNL\x02\x00\x00\x00\x4b\xdd\x61\xa1", 16};
    write_bytes(place.journal, newer + bytes.substr(16));
    bytes = file_bytes(place.journal);
    const auto refused = open_device_store(place.log);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::refused);
    CHECK(refused.error().detail.find("newer Touchstone (version 2") != std::string::npos);
    CHECK(file_bytes(place.journal) == bytes);
}

TEST_CASE("a journal that cannot be written is an error with a remedy", "[journal]") {
    const Place place;
    files::create_directory(place.journal);
    const auto refused = open_device_store(place.log);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().detail.find(place.journal) != std::string::npos);
    CHECK_FALSE(refused.error().remedy.empty());
    files::remove(place.journal);
    append_some(*opened_at(place.log), 1, 1);
}
