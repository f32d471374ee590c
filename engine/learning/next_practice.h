// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/learning/mastery.h"
#include "engine/scenario/scenario.h"

namespace touchstone {

/// What a moment asks of one behaviour.
struct CandidateTest {
    std::size_t behaviour = 0;
    double weight = 1;  // 1 primary, 0.5 secondary
    double floor = 0;   // mean quality of all authored choices, 0..1
};
struct CandidateMoment {
    double difficulty = 0;  // logit
    std::vector<CandidateTest> tests;
};
struct CandidateAssignment {
    Day due = 0;
};
/// A scenario that could be practised next, with what is known of this learner and it.
struct Candidate {
    std::string scenario;
    std::size_t primary = 0;  // behaviour
    int minutes = 4;
    std::vector<CandidateMoment> moments;
    std::optional<Day> last_played;
    std::optional<double> recall;  // 0..1, the least of the drills born from its moments; none without
    std::optional<CandidateAssignment> assignment;
};
/// The pure part of a candidate: what the scenario itself says. Its primary behaviour is the first of its
/// focus, without one the heaviest tested.
Candidate candidate_of(const Standard& standard, const Scenario& scenario);

/// What of a learner's past steers the choice.
struct PracticeHistory {
    std::vector<double> qualities;       // 0..1 of choices, oldest first
    int left_in_a_row = 0;               // encounters that the customer left, up to the last
    int sessions = 0;                    // days of practice
    std::vector<std::size_t> primaries;  // of the encounters, oldest first
    std::set<std::size_t> practised_behaviours;
};

/// How hard practice should be now.
enum class Pace { ordinary, newcomer, frustrated, bored };
struct Guard {
    Pace pace = Pace::ordinary;
    double target = 0.80;  // expected quality to aim at

    /// After frustration the last model answer is offered first, and no behaviour that was never practised
    /// unless it was assigned.
    bool model_answer_first() const { return pace == Pace::frustrated; }
    friend bool operator==(const Guard&, const Guard&) = default;
};
/// Frustrated: exponential average (0.4) of quality below 0.50, or two customers left in a row. Newcomer: the
/// first three sessions. Bored: the last five choices at 0.95 or better. The first that holds counts.
Guard guard_of(const PracticeHistory& history);

/// The parts of U, each 0..1 before its weight.
struct Utility {
    double need = 0, due = 0, challenge = 0, assigned = 0, novelty = 0;
    bool played_this_week = false;  // costs 0.25
    bool third_in_a_row = false;    // costs 0.15: the same primary behaviour as both last times
    double predicted = 0;           // expected quality over the scenario's moments

    double total() const;
};

/// Why a scenario is suggested, for the screen to put into words.
struct Reason {
    enum class Why {
        assigned,      // by `day`
        due,           // its moments are fading
        growing_edge,  // `behaviour` is below its target
        explore,       // too little is known of `behaviour`
        challenge,     // just hard enough
        never_played,
        long_ago,  // last played on `day`
    };
    Why why = Why::challenge;
    std::size_t behaviour = 0;
    std::optional<Day> day;
    friend bool operator==(const Reason&, const Reason&) = default;
};

struct RankedPractice {
    std::size_t candidate = 0;  // index into the given candidates
    Utility utility;
    double rank = 0;  // utility with the tie-break of DEFINITIONS A8
    Reason reason;
};

/// Candidates by U, best first (design study, section 4, with DEFINITIONS' changes):
/// .28 need + .22 due + .20 challenge + .18 assigned + .12 novelty - .25 played this week - .15 third in a
/// row. Aims at the band of 70 to 90 % right (Wilson et al. 2019; Rosenshine 2012). Only the two assignments
/// due soonest count at once. The order does not depend on the order of the candidates.
std::vector<RankedPractice> rank_practice(const std::vector<Candidate>& candidates, const Mastery& mastery,
                                          const PracticeHistory& history, const std::string& person,
                                          Day today);

/// At most three of `ranked`, best first, each with another primary behaviour: the learner chooses.
std::vector<RankedPractice> three_to_offer(const std::vector<RankedPractice>& ranked,
                                           const std::vector<Candidate>& candidates);

}  // namespace touchstone
