// SPDX-License-Identifier: Apache-2.0
#include "engine/learning/next_practice.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "tests/support/scenario_text.h"

using namespace touchstone;
using Catch::Matchers::WithinAbs;

namespace {

constexpr Day today = 20'000;
constexpr double near = 1e-9;

Candidate candidate(const std::string& scenario, std::size_t primary, double difficulty = 0) {
    Candidate made;
    made.scenario = scenario;
    made.primary = primary;
    made.moments = {{difficulty, {{primary, 1, 0.45}}}};
    made.last_played = today - 30;
    return made;
}

/// A learner for whom a moment of difficulty `at` predicts the quality `quality` with a floor of 0.45.
double difficulty_for(double quality) {
    double low = -6, high = 6;
    for (int i = 0; i < 60; ++i) {
        const double middle = (low + high) / 2;
        (predicted_quality(prior_mastery(), 0, middle, 0.45) > quality ? low : high) = middle;
    }
    return low;
}

PracticeHistory seasoned() {
    PracticeHistory history;
    history.sessions = 10;
    history.practised_behaviours = {0, 1, 2, 3, 4, 5, 6};
    return history;
}

std::vector<RankedPractice> ranked(const std::vector<Candidate>& candidates,
                                   const PracticeHistory& history = seasoned()) {
    return rank_practice(candidates, prior_mastery(), history, "ana", today);
}
Utility only(const Candidate& one, const PracticeHistory& history = seasoned()) {
    return ranked({one}, history).front().utility;
}

}  // namespace

TEST_CASE("a scenario becomes a candidate with the evidence that its moments would give", "[learning]") {
    const Library library = test::small_library();
    const Candidate made = candidate_of(library.standard, library.scenarios[0]);
    CHECK(made.scenario == "wet-parcel");
    CHECK(made.primary == library.scenarios[0].focus.front());
    REQUIRE(made.moments.size() == library.scenarios[0].moments.size());
    const Moment& moment = library.scenarios[0].moments[0];
    CHECK_THAT(made.moments[0].difficulty, WithinAbs(difficulty_of(moment.difficulty), near));
    CHECK(made.moments[0].tests.size() == 2);
    Scenario unfocused = library.scenarios[0];
    unfocused.focus.clear();
    CHECK(candidate_of(library.standard, unfocused).primary < behaviour_count);
}

TEST_CASE("need grows with the distance below 70 and with what is not known", "[learning]") {
    Mastery mastery = prior_mastery();
    const double level = mastery_level(mastery, 0).level;
    CHECK_THAT(only(candidate("a", 0)).need, WithinAbs((70 - level) / 100 + 0.1, near));
    mastery.mean.fill(3.5);
    for (std::size_t i = 0; i < behaviour_count; ++i) mastery.covariance[i][i] = 0.05;
    mastery.evidences = 200;
    CHECK(rank_practice({candidate("a", 0)}, mastery, seasoned(), "ana", today)[0].utility.need == 0);
}

TEST_CASE("a fading moment is due, a fresh one is not", "[learning]") {
    Candidate one = candidate("a", 0);
    CHECK(only(one).due == 0);
    one.recall = 0.95;
    CHECK(only(one).due == 0);
    one.recall = 0.775;
    CHECK_THAT(only(one).due, WithinAbs(0.5, near));
    one.recall = 0.3;
    CHECK(only(one).due == 1);
    CHECK(ranked({one})[0].reason.why == Reason::Why::due);
}

TEST_CASE("the best challenge is one that goes well four times of five", "[learning]") {
    CHECK_THAT(only(candidate("a", 0, difficulty_for(0.80))).challenge, WithinAbs(1, 1e-6));
    CHECK_THAT(only(candidate("a", 0, difficulty_for(0.68))).challenge, WithinAbs(std::exp(-0.5), 1e-6));
    CHECK(only(candidate("a", 0, difficulty_for(0.30))).challenge < 0.001);
}

TEST_CASE("an assignment counts half, and in full on its last day", "[learning]") {
    Candidate one = candidate("a", 0);
    const auto assigned = [&](Day due) {
        one.assignment = CandidateAssignment{due};
        return only(one).assigned;
    };
    CHECK(assigned(today + 30) == 0.5);
    CHECK(assigned(today + 3) == 0.5);
    CHECK_THAT(assigned(today + 1), WithinAbs(5.0 / 6, near));
    CHECK(assigned(today) == 1);
    CHECK(assigned(today - 9) == 1);
    CHECK(ranked({one})[0].reason == Reason{Reason::Why::assigned, 0, today - 9});
}

TEST_CASE("at most two assignments press at once: those due soonest", "[learning]") {
    std::vector<Candidate> all;
    for (int i = 0; i < 4; ++i) {
        all.push_back(candidate("s" + std::to_string(i), static_cast<std::size_t>(i)));
        all.back().assignment = CandidateAssignment{today + 10 - i};
    }
    int pressing = 0;
    for (const RankedPractice& one : ranked(all)) {
        if (one.utility.assigned > 0) {
            ++pressing;
            CHECK(one.candidate >= 2);
        }
    }
    CHECK(pressing == 2);
}

TEST_CASE("what was never played is new; what was played this week waits", "[learning]") {
    Candidate one = candidate("a", 0);
    one.last_played.reset();
    CHECK(only(one).novelty == 1);
    CHECK_FALSE(only(one).played_this_week);
    one.last_played = today - 15;
    CHECK(only(one).novelty == 0.5);
    one.last_played = today - 7;
    CHECK_FALSE(only(one).played_this_week);
    one.last_played = today - 6;
    CHECK(only(one).played_this_week);
    Candidate another = candidate("b", 0);
    CHECK(ranked({one, another})[0].candidate == 1);
}

TEST_CASE("a third encounter on the same behaviour in a row costs a little", "[learning]") {
    PracticeHistory history = seasoned();
    history.primaries = {1, 0, 0};
    CHECK(only(candidate("a", 0), history).third_in_a_row);
    CHECK_FALSE(only(candidate("b", 1), history).third_in_a_row);
    history.primaries = {0};
    CHECK_FALSE(only(candidate("a", 0), history).third_in_a_row);
}

TEST_CASE("the parts weigh as the design says", "[learning]") {
    Utility utility{1, 1, 1, 1, 1, false, false, 0};
    CHECK_THAT(utility.total(), WithinAbs(1.0, near));
    utility.played_this_week = utility.third_in_a_row = true;
    CHECK_THAT(utility.total(), WithinAbs(0.6, near));
    CHECK_THAT((Utility{1, 0, 0, 0, 0, false, false, 0}.total()), WithinAbs(0.28, near));
    CHECK_THAT((Utility{0, 1, 0, 0, 0, false, false, 0}.total()), WithinAbs(0.22, near));
    CHECK_THAT((Utility{0, 0, 1, 0, 0, false, false, 0}.total()), WithinAbs(0.20, near));
    CHECK_THAT((Utility{0, 0, 0, 1, 0, false, false, 0}.total()), WithinAbs(0.18, near));
    CHECK_THAT((Utility{0, 0, 0, 0, 1, false, false, 0}.total()), WithinAbs(0.12, near));
}

TEST_CASE("after a bad run practice gets easier, opens nothing new and offers the model answer",
          "[learning]") {
    PracticeHistory history = seasoned();
    history.qualities = {1, 1, 0.5, 0.25, 0.25};
    CHECK(guard_of(history) == Guard{Pace::frustrated, 0.90});
    CHECK(guard_of(history).model_answer_first());
    history.practised_behaviours = {1};
    const std::vector<Candidate> both = {candidate("a", 0), candidate("b", 1)};
    REQUIRE(ranked(both, history).size() == 1);
    CHECK(ranked(both, history)[0].candidate == 1);
    CHECK(ranked({both[0]}, history).size() == 1);  // better something new than nothing
    history.qualities = {1, 1, 1};
    history.left_in_a_row = 2;
    CHECK(guard_of(history).pace == Pace::frustrated);
    history.left_in_a_row = 1;
    CHECK(guard_of(history).pace == Pace::ordinary);
}

TEST_CASE("an assignment is offered even after a bad run", "[learning]") {
    PracticeHistory history = seasoned();
    history.left_in_a_row = 2;
    history.practised_behaviours = {1};
    std::vector<Candidate> both = {candidate("a", 0), candidate("b", 1)};
    both[0].assignment = CandidateAssignment{today + 1};
    CHECK(ranked(both, history).size() == 2);
}

TEST_CASE("five faultless choices in a row ask for more; newcomers start gently", "[learning]") {
    PracticeHistory history = seasoned();
    history.qualities = {0.5, 1, 1, 1, 1};
    CHECK(guard_of(history).pace == Pace::ordinary);
    history.qualities.push_back(0.96);
    CHECK(guard_of(history) == Guard{Pace::bored, 0.70});
    CHECK_FALSE(guard_of(history).model_answer_first());
    history.sessions = 2;
    CHECK(guard_of(history) == Guard{Pace::newcomer, 0.88});
    CHECK(guard_of({}).pace == Pace::newcomer);
}

TEST_CASE("the three cards train three different behaviours", "[learning]") {
    std::vector<Candidate> all;
    for (int i = 0; i < 12; ++i)
        all.push_back(candidate("s" + std::to_string(i), static_cast<std::size_t>(i % 4), -i * 0.1));
    const auto offer = three_to_offer(ranked(all), all);
    REQUIRE(offer.size() == 3);
    std::set<std::size_t> primaries;
    for (const RankedPractice& one : offer) primaries.insert(all[one.candidate].primary);
    CHECK(primaries.size() == 3);
    CHECK(offer[0].rank >= offer[1].rank);
    CHECK(offer[0].candidate == ranked(all)[0].candidate);
    CHECK(three_to_offer(ranked({all[0], all[4]}), {all[0], all[4]}).size() == 1);
    CHECK(three_to_offer({}, {}).empty());
}

TEST_CASE("equal scenarios keep one order for a person, whatever order they come in", "[learning]") {
    std::vector<Candidate> all;
    for (int i = 0; i < 8; ++i) all.push_back(candidate("s" + std::to_string(i), 0));
    const auto names = [&](const std::string& person) {
        std::vector<std::string> order;
        for (const auto& one : rank_practice(all, prior_mastery(), seasoned(), person, today))
            order.push_back(all[one.candidate].scenario);
        return order;
    };
    const auto first = names("ana"), other = names("boris");
    std::reverse(all.begin(), all.end());
    CHECK(names("ana") == first);
    CHECK(other != first);
}

TEST_CASE("the reason names what weighs most", "[learning]") {
    Candidate fresh = candidate("a", 0, 5);  // far too hard to be a challenge
    fresh.last_played.reset();
    Mastery able = prior_mastery();
    able.mean.fill(3.5);
    CHECK(rank_practice({fresh}, able, seasoned(), "ana", today)[0].reason.why == Reason::Why::never_played);
    fresh.last_played = today - 40;
    CHECK(rank_practice({fresh}, able, seasoned(), "ana", today)[0].reason ==
          Reason{Reason::Why::long_ago, 0, today - 40});
    Mastery weak = prior_mastery();
    weak.mean.fill(-2);
    weak.own_evidence.fill(9);
    fresh.last_played = today - 8;
    CHECK(rank_practice({fresh}, weak, seasoned(), "ana", today)[0].reason.why == Reason::Why::growing_edge);
    weak.own_evidence.fill(1);
    CHECK(rank_practice({fresh}, weak, seasoned(), "ana", today)[0].reason.why == Reason::Why::explore);
    CHECK(ranked({candidate("b", 0, difficulty_for(0.8))})[0].reason.why == Reason::Why::challenge);
}
