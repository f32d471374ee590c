// SPDX-License-Identifier: Apache-2.0
#include "tests/server_sync/device/record_log_contract.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/choice_records.h"

namespace touchstone::test {
namespace {

std::vector<Record> some_records(std::uint64_t first, std::uint64_t count, const PersonId& person = {"p1"}) {
    std::vector<Record> out;
    for (std::uint64_t number = first; number < first + count; ++number)
        out.push_back(choice_record(1, number, person));
    return out;
}

void check_stamps(RecordLog& log) {
    const auto first = log.append(some_records(1, 2));
    const auto second = log.append(some_records(3, 1));
    REQUIRE(first);
    REQUIRE(second);
    CHECK((*first)[0].header.seq == 1);
    CHECK((*first)[1].header.seq == 2);
    CHECK((*second)[0].header.seq == 3);
    CHECK_FALSE((*first)[0].header.incarnation.empty());
    CHECK((*first)[0].header.incarnation == (*second)[0].header.incarnation);
    CHECK(*log.last_seq() == 3);
}

void check_contents(RecordLog& log) {
    std::vector<Record> stored;
    for (const RecordBody& body :
         {RecordBody(EncounterBegun{}), RecordBody(AskMade{}), RecordBody(EncounterFinished{})}) {
        Record record = choice_record(1, stored.size());
        record.body = body;
        auto appended = log.append({record});
        REQUIRE(appended);
        stored.push_back(appended->front());
    }
    stored.push_back(log.append(some_records(50, 1))->front());
    CHECK(*log.read_after(0, 100) == stored);
}

void check_reading(RecordLog& log) {
    REQUIRE(log.append(some_records(1, 10)));
    const auto middle = log.read_after(4, 3);
    REQUIRE(middle);
    REQUIRE(middle->size() == 3);
    CHECK(middle->front().header.seq == 5);
    CHECK(middle->back().header.seq == 7);
    CHECK(log.read_after(10, 3)->empty());
    CHECK(log.read_after(0, 0)->empty());
}

void check_people(RecordLog& log) {
    REQUIRE(log.append(some_records(1, 2, {"p1"})));
    REQUIRE(log.append(some_records(3, 1, {"p2"})));
    REQUIRE(log.append(some_records(4, 1, {"p1"})));
    const auto mine = log.of_person({"p1"});
    REQUIRE(mine);
    REQUIRE(mine->size() == 3);
    CHECK(mine->back().header.id.text == writer_uuid(1, 4));
    CHECK(log.of_person({"nobody"})->empty());
}

void check_refusals(RecordLog& log) {
    REQUIRE(log.append(some_records(1, 1)));
    std::vector<Record> half_known = some_records(2, 2);
    half_known.push_back(choice_record(1, 1));
    const auto refused = log.append(half_known);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::conflict);
    CHECK(*log.last_seq() == 1);
    CHECK(log.read_after(0, 10)->size() == 1);
    const auto next = log.append(some_records(2, 2));
    REQUIRE(next);
    CHECK(next->front().header.seq == 2);
}

}  // namespace

void check_record_log_contract(const std::function<std::unique_ptr<RecordLog>()>& make) {
    SECTION("an empty log holds nothing") {
        const auto log = make();
        CHECK(*log->last_seq() == 0);
        CHECK(log->read_after(0, 10)->empty());
    }
    SECTION("records are numbered from 1 without gaps and carry their incarnation") { check_stamps(*make()); }
    SECTION("every kind of record comes back as it was stored") { check_contents(*make()); }
    SECTION("reading starts after a sequence and stops at its limit") { check_reading(*make()); }
    SECTION("the records of one person come oldest first, nobody else's among them") {
        check_people(*make());
    }
    SECTION("an id that is already there is refused, and everything that came with it") {
        check_refusals(*make());
    }
    SECTION("nothing appended changes nothing") {
        const auto log = make();
        CHECK(log->append({})->empty());
        CHECK(*log->last_seq() == 0);
    }
}

}  // namespace touchstone::test
