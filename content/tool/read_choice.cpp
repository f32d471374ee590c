// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "content/tool/scenario_builder.h"
#include "content/tool/todo.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

std::vector<int> read_ratings(ScenarioBuilder& builder, const Moment& moment, const Node& node,
                              const std::string& place) {
    std::vector<int> ratings;
    for (const Test& test : moment.tests) {
        const std::string& indicator = builder.standard.indicators[test.indicator].id;
        const Node* rating = node.find(indicator);
        const auto value = rating ? whole_number(rating->text) : std::nullopt;
        if (rating && is_todo(*rating)) {
            ratings.push_back(unrated);
            continue;
        }
        if (!value || *value < 0 || *value > 4)
            builder.findings.error("E305", rating ? rating->at : builder.source.place(builder.address(place)),
                                   fmt::format("`rated` needs a whole number 0..4 for `{}`", indicator),
                                   "let three readers rate the choice and write their rounded mean",
                                   rating ? std::max<std::size_t>(1, count_code_points(rating->text))
                                          : SourceScenario::length_at(place));
        ratings.push_back(value ? static_cast<int>(std::clamp<std::int64_t>(*value, 0, 4)) : 0);
    }
    for (const Node::Member& member : node.members) {
        builder.place(place + "/rated/" + member.key, member.at);
        if (moment.tests.empty()) continue;  // the moment says why
        if (std::none_of(moment.tests.begin(), moment.tests.end(), [&](const Test& test) {
                return builder.standard.indicators[test.indicator].id == member.key;
            }))
            builder.findings.error(
                "E305", member.at,
                fmt::format("`{}` is rated here, but the moment does not test it", member.key),
                "add it to `tests`, or remove the rating", count_code_points(member.key));
    }
    return ratings;
}

namespace {

StepSet read_steps(ScenarioBuilder& builder, MapReader& in) {
    unsigned set = 0;
    const std::vector<std::string> names(std::begin(step_names), std::end(step_names));
    for (const Node* word : in.words("steps")) {
        if (const auto index = index_of(names, word->text))
            set |= 1U << *index;
        else
            builder.unknown(word->text, word->at, "step", names);
    }
    return static_cast<StepSet>(set);
}

RuleClass class_of(ScenarioBuilder& builder, const std::string& rule, TextPosition at) {
    if (index_of(builder.source.limits.never, rule)) return RuleClass::red;
    if (index_of(builder.source.limits.may_bend, rule)) return RuleClass::amber;
    std::vector<std::string> known = builder.source.limits.never;
    known.insert(known.end(), builder.source.limits.may_bend.begin(), builder.source.limits.may_bend.end());
    builder.unknown(rule, at, "rule", known);
    return RuleClass::green;
}

void read_bend(ScenarioBuilder& builder, MapReader& in, Choice& choice, const std::string& place) {
    builder.place(place + "/limit", in.key_at("limit"));
    builder.place(place + "/approval", in.key_at("approval"));
    if (in.has("limit")) choice.exceeds_limit = in.one_of("limit", {"exceeded"}) == "exceeded";
    const bool asked = in.has("approval") && in.one_of("approval", {"asked"}) == "asked";
    const Node* node = in.map("bends", false);
    if (!node) {
        if (choice.exceeds_limit || asked)
            builder.findings.error("E307", in.key_at(choice.exceeds_limit ? "limit" : "approval"),
                                   "`limit` and `approval` speak of a rule, but the choice bends none",
                                   "add `bends: {rule: ..., cost: 0}`, or remove them",
                                   std::string_view(choice.exceeds_limit ? "limit" : "approval").size());
        return;
    }
    MapReader bends(*node, "`bends`", keys("bends"), builder.findings);
    Bend bend;
    bend.rule = bends.text("rule");
    builder.place(place + "/bends/" + bend.rule, bends.at("rule"));
    bend.cost = bends.integer_or("cost", 0, 10'000'000, 0);
    bend.recorded = bends.flag("recorded");
    bend.approval_asked = asked;
    if (bends.has("because"))
        builder.required_text(bends, "because", place + "/because", "why the rule is bent");
    if (!bend.rule.empty()) bend.rule_class = class_of(builder, bend.rule, bends.at("rule"));
    choice.bend = std::move(bend);
}

Target read_next(ScenarioBuilder& builder, MapReader& in, const Node::Member& member) {
    if (!in.has("next")) {
        builder.findings.error("E105", member.at,
                               fmt::format("choice `{}` has no `next`: it leads nowhere", member.key),
                               "add `next:` with a moment or an ending", count_code_points(member.key));
        return {Target::Kind::ending, 0};
    }
    const Node* word = member.value.find("next");
    if (is_todo(*word)) return {Target::Kind::ending, 0};
    if (const auto moment = index_of(builder.moment_ids, word->text)) return {Target::Kind::moment, *moment};
    if (const auto ending = index_of(builder.ending_ids, word->text)) return {Target::Kind::ending, *ending};
    std::vector<std::string> known = builder.moment_ids;
    known.insert(known.end(), builder.ending_ids.begin(), builder.ending_ids.end());
    builder.findings.error(
        "E201", word->at,
        fmt::format("`next` names no moment or ending: `{}`{}", word->text, did_you_mean(word->text, known)),
        "use the id of a moment or an ending of this scenario", count_code_points(word->text));
    return {Target::Kind::ending, 0};
}

}  // namespace

Ask read_ask(ScenarioBuilder& builder, const std::string& moment, const Node::Member& member) {
    builder.check_name(member.key, member.at);
    const std::string place = moment + "/" + member.key;
    builder.source.places[builder.address(place)] = member.at;
    MapReader in(member.value, "ask `" + member.key + "`", keys("ask"), builder.findings);
    Ask ask;
    ask.id = member.key;
    builder.required_text(in, "says", place + "/says", "learner");
    builder.optional_text(in, "reply", place + "/reply", builder.customer_name);
    ask.effect = builder.effect(in);
    if (in.has("reveals") && !is_todo(*in.value("reveals"))) {
        const Node* word = member.value.find("reveals");
        if (const auto index = index_of(builder.scenario().facts, word->text))
            ask.reveals = static_cast<NameSet>(1U << *index);
        else
            builder.unknown(word->text, word->at, "fact", builder.scenario().facts);
    }
    return ask;
}

Choice read_choice(ScenarioBuilder& builder, const Moment& moment, const Node::Member& member) {
    builder.check_name(member.key, member.at);
    const std::string place = moment.id + "/" + member.key;
    builder.source.places[builder.address(place)] = member.at;
    MapReader in(member.value, "choice `" + member.key + "`", keys("choice"), builder.findings);
    Choice choice;
    choice.id = member.key;
    builder.required_text(in, "says", place + "/says", "learner");
    choice.says_if = builder.says_if(in, place, "learner");
    choice.needs = builder.name_set(in, "needs", "fact", builder.scenario().facts);
    if (const Node* rated = in.map("rated", true))
        choice.ratings = read_ratings(builder, moment, *rated, place);
    choice.effect = builder.effect(in);
    builder.place(place + "/effect", in.key_at("effect"));
    choice.steps = read_steps(builder, in);
    choice.marks = builder.name_set(in, "marks", "mark", builder.scenario().marks);
    read_bend(builder, in, choice, place);
    choice.extra = in.flag("extra");
    builder.required_text(in, "reply", place + "/reply", builder.customer_name);
    builder.optional_text(in, "thinks", place + "/thinks", builder.customer_name + ", thinking");
    builder.required_text(in, "feedback", place + "/feedback", "feedback to the learner");
    choice.next = read_next(builder, in, member);
    return choice;
}

}  // namespace touchstone::content
