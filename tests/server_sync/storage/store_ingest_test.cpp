// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include "server_sync/statements/statement.h"
#include "tests/server_sync/storage/fresh_store.h"

// What every store promises when records arrive.
namespace touchstone::sync {
namespace {

using test::Source;
using Outcome = IngestOutcome::Kind;
using Kind = IngestVerdict::Kind;

struct Opened {
    test::TemporaryFolder folder;
    std::unique_ptr<Store> store;

    Opened() {
        const auto kind = GENERATE(from_range(test::store_kinds()));
        INFO(kind.name);
        auto opened = kind.open(folder);
        REQUIRE(opened.has_value());
        store = *std::move(opened);
    }
    IngestOutcome take(const IncomingChunk& chunk) {
        auto outcome = store->ingest(chunk);
        REQUIRE(outcome.has_value());
        return *std::move(outcome);
    }
    std::int64_t count(const Source& source) { return *store->count_statements(source.organisation); }
};

std::vector<Record> three(const Source& source) {
    return {test::begun(source, 1), test::chosen(source, 2, "people", 1000, 800), test::finished(source, 3)};
}

std::vector<Kind> kinds_of(const IngestOutcome& outcome) {
    std::vector<Kind> kinds;
    for (const auto& verdict : outcome.verdicts) kinds.push_back(verdict.kind);
    return kinds;
}

Window window_of(const Source& source) {
    return {source.organisation, source.site, source.day - 55, source.day};
}

}  // namespace

TEST_CASE("a chunk is stored and acknowledged up to its last sequence") {
    Opened opened;
    const Source source;
    const auto outcome = opened.take(test::chunk_of(source, three(source)));
    CHECK(outcome.kind == Outcome::taken);
    CHECK(outcome.high_water_mark == 3);
    CHECK(kinds_of(outcome) == std::vector{Kind::stored, Kind::stored, Kind::stored});
    CHECK(opened.count(source) == 3);
}

TEST_CASE("a chunk that is sent again is a duplicate and counts once") {
    Opened opened;
    const Source source;
    const auto chunk = test::chunk_of(source, three(source));
    opened.take(chunk);
    const auto again = opened.take(chunk);
    CHECK(again.kind == Outcome::taken);
    CHECK(again.high_water_mark == 3);
    CHECK(kinds_of(again) == std::vector{Kind::duplicate, Kind::duplicate, Kind::duplicate});
    CHECK(opened.count(source) == 3);
    const auto cells = opened.store->cells(window_of(source));
    REQUIRE(cells->size() == 1);
    CHECK(cells->at(0).evidence == 1000);
}

TEST_CASE("a chunk may overlap what is there and bring more") {
    Opened opened;
    const Source source;
    opened.take(test::chunk_of(source, {test::begun(source, 1)}));
    const auto outcome = opened.take(test::chunk_of(source, three(source)));
    CHECK(kinds_of(outcome) == std::vector{Kind::duplicate, Kind::stored, Kind::stored});
    CHECK(outcome.high_water_mark == 3);
}

TEST_CASE("a chunk with a gap before it changes nothing and names what is missing") {
    Opened opened;
    const Source source;
    opened.take(test::chunk_of(source, {test::begun(source, 1)}));
    const auto outcome = opened.take(test::chunk_of(source, {test::finished(source, 3)}));
    CHECK(outcome.kind == Outcome::gap);
    CHECK(outcome.high_water_mark + 1 == 2);
    CHECK(opened.count(source) == 1);
}

TEST_CASE("a chunk with a gap inside is malformed") {
    Opened opened;
    const Source source;
    auto chunk = test::chunk_of(source, {test::begun(source, 1), test::finished(source, 3)});
    const auto outcome = opened.store->ingest(chunk);
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().kind == Error::Kind::malformed);
    CHECK(opened.count(source) == 0);
}

TEST_CASE("another record under a known sequence is a fork, and nothing of its chunk stays") {
    Opened opened;
    const Source source;
    opened.take(test::chunk_of(source, three(source)));
    Record other = test::finished(source, 3);
    other.header.id = {test::uuid(99)};
    const auto outcome = opened.take(test::chunk_of(source, {other, test::finished(source, 4)}));
    CHECK(outcome.kind == Outcome::forked);
    CHECK(outcome.forked_at == 3);
    CHECK(opened.count(source) == 3);
}

TEST_CASE("the same id with other content under a known sequence is a fork too") {
    Opened opened;
    const Source source;
    opened.take(test::chunk_of(source, three(source)));
    Record other = test::finished(source, 3);
    std::get<EncounterFinished>(other.body).value = 20;
    CHECK(opened.take(test::chunk_of(source, {other})).kind == Outcome::forked);
}

TEST_CASE("a log with a new incarnation may send its records again: they are known") {
    Opened opened;
    const Source source;
    opened.take(test::chunk_of(source, three(source)));
    Source cloned = source;
    cloned.incarnation = {test::uuid(0x66)};
    auto records = three(source);
    for (Record& record : records) record.header.incarnation = cloned.incarnation;
    const auto outcome = opened.take(test::chunk_of(cloned, records));
    CHECK(kinds_of(outcome) == std::vector{Kind::duplicate, Kind::duplicate, Kind::duplicate});
    CHECK(outcome.high_water_mark == 3);
    CHECK(opened.count(source) == 3);
    CHECK(kinds_of(opened.take(test::chunk_of(cloned, records)))[0] == Kind::duplicate);
}

TEST_CASE("an id that stands for something else already is quarantined and blocks nothing") {
    Opened opened;
    const Source source;
    opened.take(test::chunk_of(source, three(source)));
    Source other = source;
    other.device = {test::uuid(0x55)};
    other.incarnation = {test::uuid(0x68)};
    Record claim = test::finished(other, 1);
    claim.header.id = test::begun(source, 1).header.id;
    const auto outcome = opened.take(test::chunk_of(other, {claim, test::asked(other, 2)}));
    CHECK(kinds_of(outcome)[0] == Kind::quarantined);
    CHECK(outcome.high_water_mark == 2);
    CHECK(*opened.store->count_quarantined(source.organisation) == 1);
}

TEST_CASE("an unreadable statement is kept raw, acknowledged, and answered alike when it comes again") {
    Opened opened;
    const Source source;
    auto chunk = test::chunk_of(source, {test::begun(source, 1)});
    chunk.items.push_back(test::unreadable(2, "{\"half\":"));
    chunk.items.push_back(test::chunk_of(source, {test::finished(source, 3)}).items.front());
    for (int round = 0; round < 2; ++round) {
        const auto outcome = opened.take(chunk);
        CHECK(outcome.high_water_mark == 3);
        REQUIRE(outcome.verdicts.size() == 3);
        CHECK(outcome.verdicts[1].kind == Kind::quarantined);
        CHECK(outcome.verdicts[1].reason == "statement: it is not ours");
    }
    CHECK(opened.count(source) == 2);
    CHECK(*opened.store->count_quarantined(source.organisation) == 1);
}

TEST_CASE("a withheld item moves the mark and leaves nothing") {
    Opened opened;
    const Source source;
    auto chunk = test::chunk_of(source, {test::begun(source, 1)});
    chunk.items.push_back(test::withheld(2));
    for (int round = 0; round < 2; ++round) {
        const auto outcome = opened.take(chunk);
        CHECK(outcome.high_water_mark == 2);
        CHECK(outcome.verdicts[1].kind == Kind::withheld);
    }
    CHECK(opened.count(source) == 1);
}

TEST_CASE("evidence adds up per person, behaviour and day within the window") {
    Opened opened;
    Source source;
    opened.take(test::chunk_of(source, {test::begun(source, 1), test::chosen(source, 2, "people", 1000, 800),
                                        test::chosen(source, 3, "people", 500, 400)}));
    source.day -= 100;
    opened.take(test::chunk_of(source, {test::chosen(source, 4, "people", 1000, 100)}));
    source.day += 100;
    const auto cells = opened.store->cells(window_of(source));
    REQUIRE(cells->size() == 1);
    CHECK(cells->at(0).evidence == 1500);
    CHECK(cells->at(0).weighted == 1000 * 800 + 500 * 400);
    CHECK(cells->at(0).newest == source.day);
    const auto practice = opened.store->practice(window_of(source));
    REQUIRE(practice->size() == 1);
    CHECK(practice->at(0).encounters == 1);
    CHECK(practice->at(0).choices == 2);
    CHECK(practice->at(0).days == 1);
}

TEST_CASE("a drill adds its evidence to the cell and makes a day of practice") {
    Opened opened;
    const Source source;
    opened.take(test::chunk_of(source, {test::drilled(source, 1, "reliable", 500, 750),
                                        test::drilled(source, 2, "reliable", 0, 1000)}));
    const auto cells = opened.store->cells(window_of(source));
    REQUIRE(cells->size() == 1);
    CHECK(cells->at(0).evidence == 500);
    CHECK(cells->at(0).weighted == 500 * 750);
    const auto practice = opened.store->practice(window_of(source));
    REQUIRE(practice->size() == 1);
    CHECK(practice->at(0).encounters == 0);
    CHECK(practice->at(0).choices == 2);
    CHECK(practice->at(0).days == 1);
    CHECK(opened.count(source) == 2);
}

TEST_CASE("a record from the future keeps its own day and is counted today") {
    Opened opened;
    Source source;
    source.day += 400;
    auto chunk = test::chunk_of(source, {test::chosen(source, 1, "people", 1000, 800)});
    chunk.today = source.day - 400;
    opened.take(chunk);
    source.day -= 400;
    const auto cells = opened.store->cells(window_of(source));
    REQUIRE(cells->size() == 1);
    CHECK(cells->at(0).newest == source.day);
}

TEST_CASE("a team page sums one site of one organisation only") {
    Opened opened;
    const Source source;
    opened.take(test::chunk_of(source, {test::chosen(source, 1, "people", 1000, 800)}));
    for (const bool other_organisation : {true, false}) {
        Source other = source;
        other.incarnation = {test::uuid(other_organisation ? 0x71 : 0x72)};
        if (other_organisation)
            other.organisation = {test::uuid(0x11)};
        else
            other.site = {test::uuid(0x22)};
        opened.take(test::chunk_of(other, {test::chosen(other, 1, "people", 3000, 100)}));
    }
    const auto cells = opened.store->cells(window_of(source));
    REQUIRE(cells->size() == 1);
    CHECK(cells->at(0).evidence == 1000);
}

TEST_CASE("statements come back in the order of storing, each time later than the one before") {
    Opened opened;
    const Source source;
    opened.take(test::chunk_of(source, three(source)));
    Source other = source;
    other.device = {test::uuid(0x55)};
    other.incarnation = {test::uuid(0x67)};
    auto late = test::chunk_of(other, {test::asked(other, 1)});
    late.received_at -= 3'600'000'000;  // the server's clock was set back
    opened.take(late);
    const auto all = opened.store->statements(source.organisation, {});
    REQUIRE(all->size() == 4);
    for (std::size_t i = 1; i < all->size(); ++i) CHECK(all->at(i).stored_at > all->at(i - 1).stored_at);
    CHECK(all->at(3).id == test::asked(other, 1).header.id.text);
    const auto rest = opened.store->statements(source.organisation, {std::nullopt, all->at(1).stored_at, 1});
    REQUIRE(rest->size() == 1);
    CHECK(rest->at(0).id == all->at(2).id);
    CHECK(opened.store->statements({test::uuid(0x11)}, {})->empty());
    CHECK((*opened.store->statement(source.organisation, all->at(0).id))->raw ==
          statement_of(three(source)[0]));
}

}  // namespace touchstone::sync
