// SPDX-License-Identifier: Apache-2.0
#include "engine/scenario/library.h"

#include <algorithm>
#include <boost/json.hpp>

namespace touchstone {

namespace json = boost::json;

namespace {

constexpr std::int64_t most_money = 10'000'000;
constexpr std::size_t most_moments = 1000;
const json::object empty_object;
const json::array empty_array;

/// Decodes with a sticky error: after the first problem every read gives a harmless default.
class Decoder {
public:
    const std::optional<Error>& error() const { return error_; }

    void fail(const std::string& what) {
        if (!error_)
            error_ =
                Error{Error::Kind::malformed, "pack.json: " + place_ + ": " + what, "compile the pack again"};
    }
    void enter(std::string place) { place_ = std::move(place); }

    const json::object& object(const json::value* value) {
        if (value && value->is_object()) return value->get_object();
        fail("expected an object");
        return empty_object;
    }
    const json::object& object(const json::object& from, const char* key) {
        return object(from.if_contains(key));
    }
    const json::array& array(const json::object& from, const char* key) {
        const json::value* value = from.if_contains(key);
        if (value && value->is_array()) return value->get_array();
        fail(std::string("`") + key + "` is not a list");
        return empty_array;
    }
    std::string text(const json::value& value) {
        if (value.is_string()) return std::string(value.get_string());
        fail("expected a text");
        return {};
    }
    std::string text(const json::object& from, const char* key) {
        if (const json::value* value = from.if_contains(key)) return text(*value);
        fail(std::string("`") + key + "` is missing");
        return {};
    }
    std::int64_t integer(const json::value& value, std::int64_t least, std::int64_t most) {
        if (value.is_int64() && value.get_int64() >= least && value.get_int64() <= most)
            return value.get_int64();
        fail("a number is missing or out of " + std::to_string(least) + ".." + std::to_string(most));
        return least;
    }
    std::int64_t integer(const json::object& from, const char* key, std::int64_t least, std::int64_t most) {
        if (const json::value* value = from.if_contains(key)) return integer(*value, least, most);
        fail(std::string("`") + key + "` is missing");
        return least;
    }
    static bool flag(const json::object& from, const char* key) {
        const json::value* value = from.if_contains(key);
        return value && value->is_bool() && value->get_bool();
    }
    std::vector<std::string> texts(const json::object& from, const char* key) {
        std::vector<std::string> all;
        for (const json::value& value : array(from, key)) all.push_back(text(value));
        return all;
    }
    std::size_t index_in(const std::vector<std::string>& names, const std::string& name) {
        const auto found = std::find(names.begin(), names.end(), name);
        if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
        fail("unknown name `" + name + "`");
        return 0;
    }
    NameSet name_set(const json::object& from, const char* key, const std::vector<std::string>& names) {
        unsigned set = 0;
        for (const std::string& name : texts(from, key)) set |= 1U << index_in(names, name);
        return static_cast<NameSet>(set);
    }
    template <std::size_t count>
    std::uint8_t bit_set(const json::object& from, const char* key, const char* const (&names)[count]) {
        unsigned set = 0;
        for (const std::string& name : texts(from, key)) {
            const auto found = std::find(std::begin(names), std::end(names), name);
            if (found == std::end(names)) return fail("unknown name `" + name + "`"), std::uint8_t{0};
            set |= 1U << static_cast<unsigned>(found - std::begin(names));
        }
        return static_cast<std::uint8_t>(set);
    }

private:
    std::string place_ = "pack";
    std::optional<Error> error_;
};

Effect effect_from(Decoder& in, const json::object& from) {
    const json::array& numbers = in.array(from, "effect");
    if (numbers.size() != 3) return in.fail("an effect has three numbers"), Effect{};
    const auto number = [&](std::size_t i) { return static_cast<int>(in.integer(numbers[i], -100, 100)); };
    const Effect effect{number(0), number(1), number(2)};
    if (effect.satisfaction % 5 != 0 || effect.trust % 5 != 0 || effect.patience % 5 != 0)
        in.fail("effects are multiples of 5");
    return effect;
}

std::vector<Condition> conditions_from(Decoder& in, const json::object& from, const Scenario& scenario) {
    std::vector<Condition> all;
    for (const std::string& text : in.texts(from, "says_if")) {
        auto condition = parse_condition(text, scenario.facts, scenario.marks);
        if (condition)
            all.push_back(std::move(*condition));
        else
            in.fail(condition.error().detail);
    }
    return all;
}

Bend bend_from(Decoder& in, const json::object& from) {
    Bend bend;
    bend.rule = in.text(from, "rule");
    bend.cost = in.integer(from, "cost", 0, most_money);
    bend.rule_class = static_cast<RuleClass>(in.index_in({"green", "amber", "red"}, in.text(from, "class")));
    bend.recorded = Decoder::flag(from, "recorded");
    bend.approval_asked = Decoder::flag(from, "approval_asked");
    return bend;
}

Target target_from(Decoder& in, const json::object& from, const std::vector<std::string>& moments,
                   const std::vector<std::string>& endings) {
    const json::object& next = in.object(from, "next");
    if (next.if_contains("moment"))
        return {Target::Kind::moment, in.index_in(moments, in.text(next, "moment"))};
    return {Target::Kind::ending, in.index_in(endings, in.text(next, "ending"))};
}

std::vector<int> ratings_from(Decoder& in, const json::object& from, const std::string& choice,
                              std::size_t tests) {
    std::vector<int> ratings;
    for (const json::value& rating : in.array(from, "ratings"))
        ratings.push_back(static_cast<int>(in.integer(rating, 0, 4)));
    if (ratings.size() != tests) in.fail("choice `" + choice + "` has not one rating per test");
    return ratings;
}

Choice choice_from(Decoder& in, const json::object& from, const Scenario& scenario, std::size_t tests,
                   const std::vector<std::string>& moments, const std::vector<std::string>& endings) {
    Choice choice;
    choice.id = in.text(from, "id");
    choice.needs = in.name_set(from, "needs", scenario.facts);
    choice.ratings = ratings_from(in, from, choice.id, tests);
    choice.effect = effect_from(in, from);
    choice.steps = in.bit_set(from, "steps", step_names);
    choice.marks = in.name_set(from, "marks", scenario.marks);
    if (from.if_contains("bend")) choice.bend = bend_from(in, in.object(from, "bend"));
    choice.exceeds_limit = Decoder::flag(from, "exceeds_limit");
    choice.extra = Decoder::flag(from, "extra");
    choice.says_if = conditions_from(in, from, scenario);
    choice.next = target_from(in, from, moments, endings);
    return choice;
}

std::vector<Test> tests_from(Decoder& in, const json::object& from, const Standard& standard) {
    std::vector<Test> tests;
    for (const json::value& one : in.array(from, "tests")) {
        if (!one.is_array() || one.get_array().size() != 2)
            return in.fail("a test is [indicator, halves]"), tests;
        const auto indicator = standard.find_indicator(in.text(one.get_array()[0]));
        if (!indicator) return in.fail("a test names an unknown indicator"), tests;
        tests.push_back({*indicator, static_cast<int>(in.integer(one.get_array()[1], 1, 2))});
    }
    if (tests.empty() || tests.size() > 3) in.fail("a moment tests one to three indicators");
    return tests;
}

void check_count(Decoder& in, const std::vector<Choice>& choices) {
    if (choices.size() < 2 || choices.size() > 4) in.fail("a moment has two to four choices");
}

Moment moment_from(Decoder& in, const json::object& from, const Standard& standard, const Scenario& scenario,
                   const std::vector<std::string>& moments, const std::vector<std::string>& endings) {
    Moment moment;
    moment.id = in.text(from, "id");
    in.enter(scenario.id + "/" + moment.id);
    moment.difficulty = static_cast<int>(in.integer(from, "difficulty", 45, 90));
    moment.tests = tests_from(in, from, standard);
    for (const json::value& one : in.array(from, "asks")) {
        const json::object& ask = in.object(&one);
        moment.asks.push_back(
            {in.text(ask, "id"), effect_from(in, ask), in.name_set(ask, "reveals", scenario.facts)});
    }
    if (moment.asks.size() > 3) in.fail("a moment has at most three asks");
    for (const json::value& one : in.array(from, "choices"))
        moment.choices.push_back(
            choice_from(in, in.object(&one), scenario, moment.tests.size(), moments, endings));
    check_count(in, moment.choices);
    if (available_choices(moment, 0).empty()) in.fail("a moment needs a choice without `needs`");
    moment.says_if = conditions_from(in, from, scenario);
    return moment;
}

Ending ending_from(Decoder& in, const json::object& from, const Scenario& scenario) {
    Ending ending;
    ending.id = in.text(from, "id");
    in.enter(scenario.id + "/" + ending.id);
    for (const json::value& one : in.array(from, "outcomes")) {
        const json::object& object = in.object(&one);
        Outcome outcome;
        outcome.id = in.text(object, "id");
        outcome.value = static_cast<int>(in.integer(object, "value", 0, 100));
        outcome.met = in.bit_set(object, "met", met_names);
        if (object.if_contains("when")) {
            auto when = parse_condition(in.text(object, "when"), scenario.facts, scenario.marks);
            if (when)
                outcome.when = std::move(*when);
            else
                in.fail(when.error().detail);
        }
        ending.outcomes.push_back(std::move(outcome));
    }
    if (ending.outcomes.empty() || ending.outcomes.back().when) in.fail("the last outcome has no condition");
    return ending;
}

Looks looks_from(Decoder& in, const json::object& from) {
    Looks looks;
    const std::pair<const char*, std::string*> fields[] = {
        {"age", &looks.age},           {"style", &looks.style}, {"hair", &looks.hair},
        {"skin", &looks.skin},         {"coat", &looks.coat},   {"collar", &looks.collar},
        {"headwear", &looks.headwear}, {"beard", &looks.beard}};
    for (const auto& [key, field] : fields)
        if (from.if_contains(key)) *field = in.text(from, key);
    looks.glasses = Decoder::flag(from, "glasses");
    return looks;
}

/// `to` is a scenario or a drill's variant; `state` its customer's.
template <class Customer>
void customer_from(Decoder& in, const json::object& from, Customer& to, CustomerState& state) {
    to.customer_age = static_cast<int>(in.integer(from, "age", 1, 120));
    to.looks = looks_from(in, in.object(from, "looks"));
    const json::array& numbers = in.array(from, "state");
    if (numbers.size() != 3) return in.fail("a state has three numbers");
    const auto number = [&](std::size_t i) { return static_cast<int>(in.integer(numbers[i], 0, 100)); };
    state = {number(0), number(1), number(2)};
    if (number(0) % 5 != 0 || number(1) % 5 != 0 || number(2) % 5 != 0) in.fail("states are multiples of 5");
}

std::vector<std::string> ids_of(Decoder& in, const json::array& all) {
    std::vector<std::string> ids;
    for (const json::value& one : all) ids.push_back(in.text(in.object(&one), "id"));
    return ids;
}

void rules_from(Decoder& in, const json::object& from, Scenario& scenario) {
    if (from.if_contains("spend_limit"))
        scenario.spend_limit = in.integer(from, "spend_limit", 0, most_money);
    if (!from.if_contains("recovery")) return;
    const json::object& recovery = in.object(from, "recovery");
    scenario.recovery =
        Recovery{static_cast<int>(in.integer(recovery, "before", 0, 100)), Decoder::flag(recovery, "severe")};
}

void head_from(Decoder& in, const json::object& from, const Standard& standard, Scenario& scenario) {
    scenario.id = in.text(from, "id");
    in.enter(scenario.id);
    scenario.version = static_cast<int>(in.integer(from, "version", 1, 1'000'000));
    scenario.logic_hash = in.text(from, "logic_hash");
    scenario.sector = in.text(from, "sector");
    scenario.touchpoint = in.text(from, "touchpoint");
    scenario.channel = in.text(from, "channel");
    scenario.minutes = static_cast<int>(in.integer(from, "minutes", 1, 60));
    scenario.worst = in.integer(from, "worst", 1, 100'000'000);
    for (const std::string& behaviour : in.texts(from, "focus"))
        scenario.focus.push_back(in.index_in(standard.behaviours, behaviour));
    rules_from(in, from, scenario);
    customer_from(in, in.object(from, "customer"), scenario, scenario.start_state);
    scenario.facts = in.texts(from, "facts");
    scenario.marks = in.texts(from, "marks");
    if (scenario.facts.size() + scenario.marks.size() > 8) in.fail("more than eight facts and marks");
}

Scenario scenario_from(Decoder& in, const json::object& from, const Standard& standard) {
    Scenario scenario;
    head_from(in, from, standard, scenario);
    const json::array& moments = in.array(from, "moments");
    const json::array& endings = in.array(from, "endings");
    if (moments.empty() || moments.size() > most_moments) in.fail("a scenario has 1 to 1000 moments");
    if (in.error()) return scenario;
    const auto moment_ids = ids_of(in, moments);
    const auto ending_ids = ids_of(in, endings);
    for (const json::value& one : moments)
        scenario.moments.push_back(
            moment_from(in, in.object(&one), standard, scenario, moment_ids, ending_ids));
    for (const json::value& one : endings)
        scenario.endings.push_back(ending_from(in, in.object(&one), scenario));
    in.enter(scenario.id);
    scenario.start = in.index_in(moment_ids, in.text(from, "start"));
    scenario.leaves = in.index_in(ending_ids, "leaves");
    if (!in.error() && has_cycle(scenario)) in.fail("the moments form a cycle");
    return scenario;
}

DrillVariant variant_from(Decoder& in, const json::object& from, const Standard& standard,
                          const std::string& drill) {
    DrillVariant variant;
    Moment& moment = variant.moment;
    moment.id = in.text(from, "id");
    in.enter("drills/" + drill + "/" + moment.id);
    customer_from(in, in.object(from, "customer"), variant, variant.state);
    moment.difficulty = static_cast<int>(in.integer(from, "difficulty", 45, 90));
    moment.tests = tests_from(in, from, standard);
    for (const json::value& one : in.array(from, "choices")) {
        const json::object& object = in.object(&one);
        Choice choice;
        choice.id = in.text(object, "id");
        choice.ratings = ratings_from(in, object, choice.id, moment.tests.size());
        moment.choices.push_back(std::move(choice));
    }
    check_count(in, moment.choices);
    return variant;
}

Drill drill_from(Decoder& in, const json::object& from, const Standard& standard) {
    Drill drill;
    drill.id = in.text(from, "id");
    in.enter("drills/" + drill.id);
    drill.version = static_cast<int>(in.integer(from, "version", 1, 1'000'000));
    drill.logic_hash = in.text(from, "logic_hash");
    drill.from_scenario = in.text(from, "scenario");
    drill.from_moment = in.text(from, "moment");
    const json::array& variants = in.array(from, "variants");
    if (variants.size() < fewest_variants || variants.size() > most_variants)
        in.fail("a drill has " + std::to_string(fewest_variants) + " to " + std::to_string(most_variants) +
                " variants");
    if (in.error()) return drill;
    for (const json::value& one : variants)
        drill.variants.push_back(variant_from(in, in.object(&one), standard, drill.id));
    return drill;
}

Standard standard_from(Decoder& in, const json::object& from) {
    Standard standard;
    standard.id = in.text(from, "id");
    standard.levels = in.texts(from, "levels");
    standard.behaviours = in.texts(from, "behaviours");
    standard.expectations = in.texts(from, "expectations");
    for (const json::value& one : in.array(from, "indicators")) {
        const json::object& object = in.object(&one);
        Indicator indicator;
        indicator.id = in.text(object, "id");
        indicator.behaviour = in.index_in(standard.behaviours, in.text(object, "behaviour"));
        indicator.level = static_cast<int>(in.integer(object, "level", 1, 3));
        indicator.expectation = in.index_in(standard.expectations, in.text(object, "expectation"));
        standard.indicators.push_back(std::move(indicator));
    }
    if (const auto problem = problem_of(standard)) in.fail(*problem);
    return standard;
}

}  // namespace

Result<Library> read_library(std::string_view pack_json) {
    boost::system::error_code failure;
    const json::value root = json::parse({pack_json.data(), pack_json.size()}, failure);
    if (failure)
        return Error{Error::Kind::malformed, "pack.json: " + failure.message(), "compile the pack again"};
    Decoder in;
    const json::object& object = in.object(&root);
    if (in.integer(object, "format", 1, 1) != 1) in.fail("unknown format");
    Library library;
    library.standard = standard_from(in, in.object(object, "standard"));
    for (const json::value& one : in.array(object, "scenarios")) {
        if (in.error()) break;
        library.scenarios.push_back(scenario_from(in, in.object(&one), library.standard));
    }
    if (object.if_contains("drills"))
        for (const json::value& one : in.array(object, "drills")) {
            if (in.error()) break;
            library.drills.push_back(drill_from(in, in.object(&one), library.standard));
        }
    if (in.error()) return *in.error();
    return library;
}

}  // namespace touchstone
