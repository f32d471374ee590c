// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/condition.h"

namespace touchstone {

/// Losses are exact: multiples of 1/4800 (qualities are 24ths or 16ths, outcome values are percent).
using Loss = std::int64_t;
inline constexpr Loss loss_of_one = 4800;

/// A change of the customer's state; multiples of 5.
struct Effect {
    int satisfaction = 0;
    int trust = 0;
    int patience = 0;
    friend bool operator==(const Effect&, const Effect&) = default;
};

/// Service steps that a choice takes; combine as bits.
using StepSet = std::uint8_t;
inline constexpr StepSet step_listen = 1, step_apologise = 2, step_fix = 4, step_prevent = 8, step_close = 16;
inline constexpr const char* step_names[] = {"listen", "apologise", "fix", "prevent", "close"};

/// Ticks of the debrief that an outcome meets; combine as bits.
using MetSet = std::uint8_t;
inline constexpr const char* met_names[] = {"need", "promise", "owned", "effort"};

/// Class of a rule (learning 7.3): green habit, amber policy with limits, red law and safety.
enum class RuleClass : std::uint8_t { green, amber, red };

struct Bend {
    std::string rule;
    std::int64_t cost = 0;  // minor units
    RuleClass rule_class = RuleClass::green;
    bool recorded = false;
    bool approval_asked = false;
};

/// Where a choice leads: a moment or an ending.
struct Target {
    enum class Kind : std::uint8_t { moment, ending };
    Kind kind = Kind::moment;
    std::size_t index = 0;
};

struct Ask {
    std::string id;
    Effect effect;
    NameSet reveals = 0;
};

struct Choice {
    std::string id;
    NameSet needs = 0;         // facts that must be found, else the choice is not shown
    std::vector<int> ratings;  // 0..4, one for each of the moment's tests, in that order
    Effect effect;
    StepSet steps = 0;
    NameSet marks = 0;
    std::optional<Bend> bend;
    bool exceeds_limit = false;  // a marked trap: over the limit or against a `never` rule
    bool extra = false;
    std::vector<Condition> says_if;  // texts at .../says-if/1, 2, ...
    Target next;

    /// A red rule is broken: a critical error.
    bool critical() const { return bend && (bend->rule_class == RuleClass::red || exceeds_limit); }
};

/// An indicator that a moment tests. Weight in halves: 2 primary, 1 secondary.
struct Test {
    std::size_t indicator;  // index into Standard::indicators
    int weight_halves;
};

struct Moment {
    std::string id;
    int difficulty = 65;  // expected quality of typical staff, percent, 45..90
    std::vector<Test> tests;
    std::vector<Ask> asks;
    std::vector<Choice> choices;  // in the author's order
    std::vector<Condition> says_if;
};

struct Outcome {
    std::string id;
    int value = 0;  // percent
    MetSet met = 0;
    std::optional<Condition> when;
};

struct Ending {
    std::string id;
    std::vector<Outcome> outcomes;  // first match wins; the last has no condition
};

/// A service recovery: at the end satisfaction is at most `before` + 5 (`before` when severe).
struct Recovery {
    int before = 0;
    bool severe = false;
};

/// How the customer looks; names as in content/schema (never words for a screen).
struct Looks {
    std::string age = "40s";
    std::string style = "short";
    std::string hair = "brown";
    std::string skin = "light";
    std::string coat = "slate";
    std::string collar = "coat";
    std::string headwear;
    std::string beard;
    bool glasses = false;
    friend bool operator==(const Looks&, const Looks&) = default;
};

/// A branching role-play: logic only; its words are texts of the pack under `<scenario id>/...`.
struct Scenario {
    std::string id;
    int version = 1;
    std::string logic_hash;  // SHA-256 of the compiled scenario without texts, hexadecimal
    std::string sector, touchpoint, channel;
    int minutes = 4;
    std::vector<std::size_t> focus;  // behaviours
    std::optional<std::int64_t> spend_limit;
    std::optional<Recovery> recovery;
    int customer_age = 40;
    Looks looks;
    CustomerState start_state;
    std::vector<std::string> facts, marks;  // at most eight together
    std::size_t start = 0;                  // moment
    std::vector<Moment> moments;
    std::vector<Ending> endings;
    std::size_t leaves = 0;  // the ending when the customer's patience is gone or the learner leaves
    Loss worst = 0;          // largest loss over all reachable play; the smallest is 0

    std::optional<std::size_t> find_moment(std::string_view id) const;
    std::optional<std::size_t> find_ending(std::string_view id) const;
};

/// The choices that a learner with these facts is shown, in the author's order, as indices.
std::vector<std::size_t> available_choices(const Moment& moment, NameSet facts);

/// Whether following choices from any moment can come back to it.
bool has_cycle(const Scenario& scenario);

/// Which text of `says-if` applies: 0 for the plain `says`, else 1, 2, ...
std::size_t says_variant(const std::vector<Condition>& says_if, const Situation& situation);

}  // namespace touchstone
