// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/mastery_fold.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "engine/basics/seeded.h"
#include "tests/support/practice_run.h"
#include "tests/support/sample_records.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;
using Catch::Matchers::WithinAbs;

namespace {

const Standard& standard() {
    static const Standard kept = test::small_library().standard;
    return kept;
}

/// Records of one person on two tablets over some weeks: encounters, choices and drill answers.
std::vector<Record> some_weeks(std::uint64_t seed) {
    SplitMix64 random(seed);
    std::vector<Record> records;
    test::Source tablets[2];
    tablets[1].device = {test::uuid(50)};
    tablets[1].incarnation = {test::uuid(60)};
    std::int64_t seq[2] = {0, 0};
    for (int i = 0; i < 60; ++i) {
        const std::size_t on = random.below(2);
        test::Source& tablet = tablets[on];
        tablet.day += static_cast<Day>(random.below(3));
        tablet.encounter = {test::uuid(1000 + static_cast<std::uint64_t>(i))};
        const std::string behaviour = standard().behaviours[random.below(behaviour_count)];
        const int e = 125 * static_cast<int>(random.below(9)), q = 125 * static_cast<int>(random.below(9));
        if (random.below(4) == 0) {
            records.push_back(test::drilled(tablet, ++seq[on], behaviour, e, q));
            continue;
        }
        records.push_back(test::begun(tablet, ++seq[on]));
        records.push_back(test::chosen(tablet, ++seq[on], behaviour, e, q));
        records.push_back(test::finished(tablet, ++seq[on]));
    }
    return records;
}

std::vector<Record> shuffled(const std::vector<Record>& records, std::uint64_t seed) {
    std::vector<Record> mixed;
    for (const std::size_t i : seeded_order(records.size(), seed, "arrival")) mixed.push_back(records[i]);
    return mixed;
}

}  // namespace

TEST_CASE("mastery is the same bits in whatever order the records arrived", "[practice]") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const std::vector<Record> records = some_weeks(seed);
        const MasteryFold fold = fold_mastery(standard(), records);
        CHECK(fold.contributions.size() > 20);
        CHECK(fold == fold_mastery(standard(), records));
        for (std::uint64_t order = 1; order <= 5; ++order)
            CHECK(fold == fold_mastery(standard(), shuffled(records, order)));
    }
}

TEST_CASE("a record that arrived twice moves mastery once", "[practice]") {
    const std::vector<Record> once = some_weeks(3);
    std::vector<Record> twice = once;
    twice.insert(twice.end(), once.begin(), once.end());
    CHECK(fold_mastery(standard(), twice) == fold_mastery(standard(), once));
}

TEST_CASE("a tablet that adds each new record ends where the whole fold ends", "[practice]") {
    const std::vector<Record> records = in_order(some_weeks(4));
    MasteryFold fold;
    for (const Record& record : records) take(fold, standard(), record);
    CHECK(fold == fold_mastery(standard(), records));
}

TEST_CASE("the fold feeds the filter what the record says", "[practice]") {
    test::Source source;
    const MasteryFold fold = fold_mastery(standard(), {test::chosen(source, 1, "people", 500, 750)});
    const auto people = *standard().find_behaviour("people");
    const Mastery expected =
        updated(aged(prior_mastery(), source.day), {people, 0.75, 0.5, difficulty_of(65), 0.45});
    CHECK(fold.mastery == expected);
    CHECK(fold.mastery.own_evidence[people] == 0.5);
}

TEST_CASE("a drill counts like a choice with the evidence of its record", "[practice]") {
    test::Source source;
    const Mastery drilled = fold_mastery(standard(), {test::drilled(source, 1, "people", 500, 750)}).mastery;
    CHECK(drilled == fold_mastery(standard(), {test::chosen(source, 1, "people", 500, 750)}).mastery);
    // The second answer of a day is recorded with no evidence.
    const MasteryFold nothing = fold_mastery(standard(), {test::drilled(source, 1, "people", 0, 750)});
    CHECK(nothing == MasteryFold{});
}

TEST_CASE("each contribution is the change of the level that it caused", "[practice]") {
    const std::vector<Record> records = in_order(some_weeks(6));
    MasteryFold fold;
    for (const Record& record : records) {
        const Mastery before = aged(fold.mastery, record.header.day);
        const std::size_t count = fold.contributions.size();
        take(fold, standard(), record);
        if (fold.contributions.size() == count) continue;
        const Contribution& last = fold.contributions.back();
        CHECK(last.record == record.header.id);
        for (std::size_t k = 0; k < behaviour_count; ++k)
            CHECK_THAT(
                last.change[k],
                WithinAbs(mastery_level(fold.mastery, k).level - mastery_level(before, k).level, 1e-12));
    }
}

TEST_CASE("a level is explained by the last five choices that were about it, newest first", "[practice]") {
    test::Source source;
    std::vector<Record> records;
    for (std::int64_t seq = 1; seq <= 7; ++seq)
        records.push_back(test::chosen(source, seq, "people", 1000, seq == 7 ? 0 : 1000));
    records.push_back(test::chosen(source, 8, "reliable", 1000, 1000));
    const MasteryFold fold = fold_mastery(standard(), records);
    const auto people = *standard().find_behaviour("people");
    const std::vector<Moved> moved = moved_by(fold, people);
    REQUIRE(moved.size() == 5);
    CHECK(moved[0].record == records[6].header.id);
    CHECK(moved[0].change < -1);
    CHECK(moved[1].record == records[5].header.id);
    CHECK(moved[1].change > 1);
    CHECK(moved[4].record == records[2].header.id);
    CHECK(fold.contributions.back().change[people] > 0);  // hinted at, but not among its own
    CHECK(moved_by(fold, people, 100).size() == 7);
    CHECK(moved_by(fold, *standard().find_behaviour("savvy")).empty());
}

TEST_CASE("real practice leaves evidence, its scenario and its day", "[practice]") {
    const Library library = test::small_library();
    const auto run = test::practised(library, {"ask-when", "own-it", "swap"}, 100, "e1");
    const MasteryFold fold = fold_mastery(library.standard, run.records);
    const auto people = *library.standard.find_behaviour("people");
    CHECK(fold.practised[people].scenarios == std::set<std::string>{"wet-parcel"});
    CHECK(fold.practised[people].first_day == 100);
    CHECK(fold.mastery.day == 100);
    CHECK(fold.mastery.mean[people] > 0);
}

TEST_CASE("a clock that was set back does not lose the scenario of a choice", "[practice]") {
    test::Source source;
    std::vector<Record> records = {test::begun(source, 1), test::chosen(source, 2, "people", 1000, 1000)};
    records[1].header.at = records[0].header.at - 60'000'000;
    const MasteryFold fold = fold_mastery(standard(), records);
    CHECK(fold.practised[*standard().find_behaviour("people")].scenarios.size() == 1);
}

TEST_CASE("records that make no sense cannot spoil a person's mastery", "[practice]") {
    test::Source source;
    std::vector<Record> records = {test::chosen(source, 1, "unknown-behaviour", 1000, 1000),
                                   test::chosen(source, 2, "people", -5, 1000)};
    CHECK(fold_mastery(standard(), records).mastery == prior_mastery());
    records = {test::chosen(source, 1, "people", 1'000'000, -7), test::chosen(source, 2, "people", 10, 9000)};
    for (Record& record : records) std::get<ChoiceMade>(record.body).difficulty = 0;
    const MasteryLevel level = mastery_level(fold_mastery(standard(), records).mastery, 0);
    CHECK(std::isfinite(level.level));
    CHECK(level.low >= 5);
    CHECK(level.high <= 94);
}
