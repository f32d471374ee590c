// SPDX-License-Identifier: Apache-2.0
#include "server_sync/device/journal_rows.h"

#include <catch2/catch_test_macros.hpp>

using namespace touchstone;
using namespace touchstone::device;

namespace {

using Kind = JournalRow::Kind;

JournalRow setting(const std::string& key, const std::string& value) { return {Kind::setting, {key, value}}; }

JournalRow record(const std::string& id) {
    std::vector<std::string> fields(record_field::count, "x");
    fields[record_field::id] = id;
    return {Kind::record, fields};
}

const JournalGroup first{record("r1"), record("r2")},
    second{setting("language", std::string("e\0t\xf1JE\n", 7))}, third{setting("empty", "")};

std::string three_entries() {
    return journal_head() + journal_entry(first) + journal_entry(second) + journal_entry(third);
}

}  // namespace

TEST_CASE("what was written into a journal is read from it, whatever bytes it holds", "[journal]") {
    const std::string bytes = three_entries();
    const auto read = read_journal(bytes);
    REQUIRE(read);
    CHECK(read->groups == std::vector<JournalGroup>{first, second, third});
    CHECK(read->end == bytes.size());
    CHECK_FALSE(read->torn);
    CHECK_FALSE(read->damaged);
}

TEST_CASE("a journal that was cut anywhere in its last entry keeps all before it, and knows where to go on",
          "[journal]") {
    const std::string whole = three_entries(), last = journal_entry(third);
    for (std::size_t cut = 1; cut <= last.size(); ++cut) {
        INFO("without its last " << cut << " bytes");
        const auto read = read_journal(whole.substr(0, whole.size() - cut));
        REQUIRE(read);
        CHECK(read->groups == std::vector<JournalGroup>{first, second});
        CHECK(read->end == whole.size() - last.size());
        CHECK(read->torn == (cut < last.size()));
        CHECK_FALSE(read->damaged);
    }
}

TEST_CASE("any bit that flips in an entry costs that entry and no other", "[journal]") {
    const std::string whole = three_entries();
    const std::size_t begin = journal_head().size() + journal_entry(first).size();
    for (std::size_t at = begin; at < begin + journal_entry(second).size(); ++at)
        for (int bit = 0; bit < 8; ++bit) {
            INFO("bit " << bit << " of byte " << at);
            std::string flipped = whole;
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << bit));
            const auto read = read_journal(flipped);
            REQUIRE(read);
            CHECK(read->groups == std::vector<JournalGroup>{first, third});
            CHECK(read->damaged);
            CHECK(read->end == whole.size());
        }
}

TEST_CASE("a journal whose head is damaged still gives its entries", "[journal]") {
    std::string bytes = three_entries();
    bytes[3] = '?';
    const auto read = read_journal(bytes);
    REQUIRE(read);
    CHECK(read->groups.size() == 3);
    CHECK(read->damaged);
}

TEST_CASE("bytes that are no journal hold nothing", "[journal]") {
    for (const std::string& bytes : {std::string(), std::string("x"), std::string(100'000, '\xf1')}) {
        const auto read = read_journal(bytes);
        REQUIRE(read);
        CHECK(read->groups.empty());
        CHECK(read->damaged);
    }
}

TEST_CASE("an entry with a wrong number of columns is no entry, though its checksum is right", "[journal]") {
    const JournalGroup wrong{{Kind::setting, {"only a key"}}}, unknown{{static_cast<Kind>('?'), {"a", "b"}}};
    const auto read =
        read_journal(journal_head() + journal_entry(wrong) + journal_entry(unknown) + journal_entry(third));
    REQUIRE(read);
    CHECK(read->groups == std::vector<JournalGroup>{third});
    CHECK(read->damaged);
}

TEST_CASE("of rows with one name the last one counts, where the first one stood", "[journal]") {
    const JournalRow a1 = setting("a", "1"), a2 = setting("a", "2"), b = setting("b", "1");
    const JournalRow joined{Kind::enrolment, {"one", "", "", "", "", "", "", ""}},
        again{Kind::enrolment, {"two", "", "", "", "", "", "", ""}};
    CHECK(latest_rows({{a1, joined}, {b}, {a2, again}}) == JournalGroup{a2, again, b});
}

TEST_CASE("a journal covers what it holds as it stands; of a record it is enough that it is there",
          "[journal]") {
    JournalRow moved = record("r1");
    moved.fields[record_field::place] = "77";
    CHECK(covers({record("r1"), setting("a", "1")}, {moved}));
    CHECK_FALSE(covers({record("r1")}, {record("r1"), record("r2")}));
    CHECK(covers({setting("a", "1")}, {setting("a", "1")}));
    CHECK_FALSE(covers({setting("a", "1")}, {setting("a", "2")}));
    CHECK(covers({setting("a", "1")}, {}));
}
