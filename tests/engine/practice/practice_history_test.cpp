// SPDX-License-Identifier: Apache-2.0
#include "engine/practice/practice_history.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "engine/practice/mastery_fold.h"
#include "engine/practice/session.h"
#include "tests/support/practice_run.h"
#include "tests/support/sample_records.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

Record ended(const test::Source& source, std::int64_t seq, const std::string& end,
             const std::string& ending) {
    Record record = test::finished(source, seq);
    std::get<EncounterFinished>(record.body).end = end;
    std::get<EncounterFinished>(record.body).ending = ending;
    return record;
}
int left_in_a_row(const std::vector<std::pair<std::string, std::string>>& ends) {
    std::vector<Record> records;
    for (const auto& [end, ending] : ends)
        records.push_back(ended({}, static_cast<std::int64_t>(records.size()) + 1, end, ending));
    return practice_history(test::small_library().standard, {}, records).left_in_a_row;
}

}  // namespace

TEST_CASE("candidates know when this person last played them", "[practice]") {
    Library library = test::small_library();
    library.scenarios.push_back(library.scenarios[0]);
    library.scenarios[1].id = "never-played";
    std::vector<Record> records = test::practised(library, {"leave"}, 105, "e2").records;
    const auto earlier = test::practised(library, {"leave"}, 100, "e1").records;
    records.insert(records.end(), earlier.begin(), earlier.end());
    const std::vector<Candidate> candidates = candidates_for(library, records);
    REQUIRE(candidates.size() == 2);
    CHECK(candidates[0].last_played == 105);
    CHECK_FALSE(candidates[1].last_played);
}

TEST_CASE("history tells qualities, days, behaviours and what was practised last", "[practice]") {
    const Library library = test::small_library();
    const auto run = test::practised(library, {"own-it", "plain-swap"}, 100, "e1");
    const auto candidates = candidates_for(library, run.records);
    const PracticeHistory history = practice_history(library.standard, candidates, run.records);
    CHECK(history.qualities.size() == 2);
    CHECK(history.qualities[0] == 1);
    CHECK(history.sessions == 1);
    CHECK(history.primaries == std::vector<std::size_t>{candidates[0].primary});
    CHECK(history.practised_behaviours.count(*library.standard.find_behaviour("people")) == 1);
}

TEST_CASE("history does not depend on the order of arrival", "[practice]") {
    const Library library = test::small_library();
    test::Source source;
    std::vector<Record> records;
    for (std::int64_t seq = 1; seq <= 12; seq += 3) {
        source.day += 1;
        records.push_back(test::chosen(source, seq, "people", 500, 250));
        records.push_back(test::drilled(source, seq + 1, "savvy", 500, 250));
        records.push_back(ended(source, seq + 2, "outcome", seq > 6 ? "leaves" : "farewell"));
    }
    const PracticeHistory history = practice_history(library.standard, {}, records);
    CHECK(history.sessions == 4);
    CHECK(history.left_in_a_row == 2);
    CHECK(history.qualities.size() == 8);
    std::reverse(records.begin(), records.end());
    const PracticeHistory again = practice_history(library.standard, {}, records);
    CHECK(again.qualities == history.qualities);
    CHECK(again.left_in_a_row == 2);
}

TEST_CASE("customers who left in a row are counted; leaving oneself changes nothing", "[practice]") {
    CHECK(left_in_a_row({{"outcome", "leaves"}, {"outcome", "leaves"}}) == 2);
    CHECK(left_in_a_row({{"outcome", "leaves"}, {"left", "leaves"}}) == 1);
    CHECK(left_in_a_row({{"outcome", "leaves"}, {"abandoned", ""}, {"outcome", "leaves"}}) == 2);
    CHECK(left_in_a_row({{"outcome", "leaves"}, {"outcome", "farewell"}}) == 0);
    CHECK(left_in_a_row({{"left", "leaves"}, {"left", "leaves"}}) == 0);
}

TEST_CASE("a retry is not a further encounter on the same behaviour", "[practice]") {
    const Library library = test::small_library();
    auto records = test::practised(library, {"leave"}, 100, "e1").records;
    const auto candidates = candidates_for(library, records);
    std::get<EncounterBegun>(records[0].body).mode = "retry";
    CHECK(practice_history(library.standard, candidates, records).primaries.empty());
}

TEST_CASE("records alone lead to a ranked offer and a session", "[practice]") {
    const Library library = test::small_library();
    const auto records = test::practised(library, {"own-it", "plain-swap"}, 100, "e1").records;
    const auto candidates = candidates_for(library, records);
    const auto ranked = rank_practice(candidates, fold_mastery(library.standard, records).mastery,
                                      practice_history(library.standard, candidates, records), "ana", 140);
    REQUIRE(three_to_offer(ranked, candidates).size() == 1);
    CHECK(ranked[0].utility.novelty == 1);
    CHECK_FALSE(ranked[0].utility.played_this_week);
    CHECK(plan_session(SessionLength::ten, {}, ranked, candidates) ==
          std::vector<SessionItem>{{SessionItem::Kind::scenario, 0}});
}
