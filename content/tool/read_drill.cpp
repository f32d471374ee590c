// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "content/tool/drill_source.h"
#include "content/tool/scenario_builder.h"
#include "content/tool/todo.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

const std::vector<std::string>& drill_keys(const char* map) { return known_drill_keys().at(map); }

void read_customer(ScenarioBuilder& builder, MapReader& in, const std::string& variant) {
    const Node* node = in.map("customer", true);
    if (!node) return;
    MapReader customer(*node, "`customer`", drill_keys("customer"), builder.findings);
    builder.required_text(customer, "name", variant + "/customer/name", "the customer's name");
    if (customer.has("name")) builder.customer_name = node->find("name")->text;
    builder.scenario().customer_age = static_cast<int>(customer.integer_or("age", 1, 120, 40));
    if (const Node* looks = customer.map("looks", true)) read_looks(builder, *looks);
    if (const Node* state = customer.map("state", true)) read_state(builder, *state);
}

Choice read_drill_choice(ScenarioBuilder& builder, const Moment& moment, const Node::Member& member) {
    builder.check_name(member.key, member.at);
    const std::string place = moment.id + "/" + member.key;
    builder.source.places[builder.address(place)] = member.at;
    MapReader in(member.value, "choice `" + member.key + "`", drill_keys("choice"), builder.findings);
    Choice choice;
    choice.id = member.key;
    builder.required_text(in, "says", place + "/says", "learner");
    if (const Node* rated = in.map("rated", true))
        choice.ratings = read_ratings(builder, moment, *rated, place);
    builder.required_text(in, "reply", place + "/reply", builder.customer_name);
    builder.required_text(in, "feedback", place + "/feedback", "feedback to the learner");
    return choice;
}

SourceScenario read_variant(const Standard& standard, const std::string& drill, const Node::Member& member,
                            Findings& findings) {
    ScenarioBuilder builder{standard, nullptr, findings};
    builder.scenario().id = "drills/" + drill;
    builder.check_name(member.key, member.at);
    builder.source.file = findings.file();
    builder.source.places[builder.address(member.key)] = member.at;
    MapReader in(member.value, "variant `" + member.key + "`", drill_keys("variant"), findings);
    Moment moment;
    moment.id = member.key;
    read_customer(builder, in, moment.id);
    builder.required_text(in, "scene", moment.id + "/scene", "what is seen and heard");
    builder.required_text(in, "says", moment.id + "/says", builder.customer_name);
    moment.difficulty = static_cast<int>(in.integer("difficulty", 45, 90));
    if (const Node* tests = in.map("tests", true)) moment.tests = read_tests(builder, *tests, moment.id);
    if (const Node* choices = in.map("choices", true))
        for (const Node::Member& choice : choices->members)
            moment.choices.push_back(read_drill_choice(builder, moment, choice));
    builder.scenario().moments.push_back(std::move(moment));
    return std::move(builder.source);
}

/// `from: scenario/moment`
void read_from(MapReader& in, SourceDrill& source) {
    const std::string from = in.text("from");
    source.from_at = in.at("from");
    const auto slash = from.find('/');
    source.from_scenario = from.substr(0, slash);
    if (slash != std::string::npos) source.from_moment = from.substr(slash + 1);
    if (!from.empty() && (source.from_moment.empty() || source.from_scenario.empty()))
        in.findings().error("E131", source.from_at, fmt::format("`from` is `{}`: that names no moment", from),
                            "write `from: scenario/moment`", count_code_points(from));
}

void read_variants(MapReader& in, const Standard& standard, SourceDrill& source) {
    const Node* variants = in.map("variants", true);
    if (!variants) return;
    source.variants_at = variants->at;
    for (const Node::Member& member : variants->members)
        source.variants.push_back(read_variant(standard, source.id, member, in.findings()));
}

}  // namespace

std::vector<SourceText> SourceDrill::all_texts() const {
    std::vector<SourceText> all = texts;
    for (const SourceScenario& variant : variants)
        all.insert(all.end(), variant.texts.begin(), variant.texts.end());
    return all;
}

const std::map<std::string, std::vector<std::string>>& known_drill_keys() {
    static const std::map<std::string, std::vector<std::string>> all = {
        {"drill", {"drill", "version", "title", "from", "variants", "todo"}},
        {"variant", {"customer", "scene", "says", "difficulty", "tests", "choices", "todo"}},
        {"customer", {"name", "age", "looks", "state"}},
        {"choice", {"says", "rated", "reply", "feedback"}},
    };
    return all;
}

bool looks_like_drill(std::string_view source) {
    return source.rfind("drill:", 0) == 0 || source.find("\ndrill:") != std::string_view::npos;
}

std::optional<SourceDrill> read_drill(std::string_view text, const Standard& standard, Findings& findings) {
    const auto root = read_yaml(text, findings);
    if (!root) return std::nullopt;
    if (root->kind != Node::Kind::map) {
        findings.error("E101", root->at, "a drill file is a map of keys", "start with `drill: an-id`");
        return std::nullopt;
    }
    list_todos(*root, findings);
    MapReader in(*root, "a drill", drill_keys("drill"), findings);
    SourceDrill source;
    source.file = findings.file();
    source.id = in.name("drill");
    source.version = static_cast<int>(in.integer("version", 1, 1'000'000));
    source.texts.push_back({"drills/" + source.id + "/title", in.text("title"), in.at("title"),
                            "title of the drill: what all its variants practise"});
    read_from(in, source);
    read_variants(in, standard, source);
    return source;
}

}  // namespace touchstone::content
