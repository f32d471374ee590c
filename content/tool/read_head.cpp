// SPDX-License-Identifier: Apache-2.0
#include "content/tool/scenario_builder.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

void read_role(ScenarioBuilder& builder, MapReader& limits) {
    const std::string role = limits.text("role");
    if (role.empty()) return;
    const auto found =
        builder.pack ? builder.pack->roles.find(role) : std::map<std::string, Limits>::const_iterator{};
    if (!builder.pack || found == builder.pack->roles.end()) {
        builder.findings.error("E110", limits.at("role"), "unknown role `" + role + "`",
                               "define it under `roles` in pack.yaml, or write the limits here",
                               count_code_points(role));
        return;
    }
    builder.source.role = role;
    builder.source.limits = found->second;
    builder.scenario().spend_limit = builder.source.limits.spend;
}

void read_limits(ScenarioBuilder& builder, MapReader& in) {
    const Node* node = in.map("limits", false);
    if (!node) return;
    MapReader limits(*node, "`limits`", keys("limits"), builder.findings);
    if (limits.has("role")) return read_role(builder, limits);
    if (limits.has("spend")) builder.source.limits.spend = limits.integer("spend", 0, 10'000'000);
    builder.place("#limits/spend", limits.key_at("spend"));
    for (const Node* word : limits.words("may-bend")) builder.source.limits.may_bend.push_back(word->text);
    for (const Node* word : limits.words("never")) {
        builder.source.limits.never.push_back(word->text);
        builder.place("#limits/never/" + word->text, word->at);
    }
    builder.scenario().spend_limit = builder.source.limits.spend;
}

void read_recovery(ScenarioBuilder& builder, MapReader& in) {
    const Node* node = in.map("recovery", false);
    if (!node) return;
    MapReader recovery(*node, "`recovery`", keys("recovery"), builder.findings);
    builder.scenario().recovery =
        Recovery{static_cast<int>(recovery.integer("before", 0, 100)), recovery.flag("severe")};
}

}  // namespace

void read_looks(ScenarioBuilder& builder, const Node& node) {
    MapReader in(node, "`looks`", keys("looks"), builder.findings);
    Looks& looks = builder.scenario().looks;
    looks.age = in.one_of("age", {"20s", "30s", "40s", "50s", "60s", "70s"});
    const auto optional = [&](const char* key, std::string& field, const std::vector<std::string>& allowed) {
        if (in.has(key)) field = in.one_of(key, allowed);
    };
    optional("style", looks.style,
             {"bob", "long", "bun", "ponytail", "short", "quiff", "crop", "curly", "afro", "bald", "sides"});
    optional("hair", looks.hair, {"brown", "black", "blond", "red", "grey", "white", "dark"});
    optional("skin", looks.skin, {"porcelain", "light", "olive", "brown", "deep"});
    optional("coat", looks.coat,
             {"slate", "teal", "mustard", "plum", "navy", "brick", "sage", "sand", "charcoal"});
    optional("collar", looks.collar, {"coat", "round", "shirt", "hood", "scarf"});
    optional("headwear", looks.headwear, {"hijab", "beanie", "cap", "turban"});
    optional("beard", looks.beard, {"full"});
    looks.glasses = in.flag("glasses");
}

void read_state(ScenarioBuilder& builder, const Node& node) {
    MapReader in(node, "`state`", keys("state"), builder.findings);
    builder.scenario().start_state = {builder.five(in, "satisfaction", 0), builder.five(in, "trust", 0),
                                      builder.five(in, "patience", 0)};
}

namespace {

void read_facts(ScenarioBuilder& builder, const Node& node) {
    for (const Node::Member& member : node.members) {
        builder.check_name(member.key, member.at);
        builder.scenario().facts.push_back(member.key);
        builder.place("hides/" + member.key, member.at);
        builder.add_text("hides/" + member.key, &member.value, "a fact about the customer");
    }
}

void read_customer(ScenarioBuilder& builder, MapReader& in) {
    const Node* node = in.map("customer", true);
    if (!node) return;
    MapReader customer(*node, "`customer`", keys("customer"), builder.findings);
    builder.customer_name = customer.text("name");
    builder.add_text("customer/name", customer.value("name"), "the customer's name");
    builder.scenario().customer_age = static_cast<int>(customer.integer_or("age", 1, 120, 40));
    builder.place("#hides", customer.key_at("hides"));
    builder.required_text(customer, "wants", "customer/wants", "what the customer wants");
    if (const Node* looks = customer.map("looks", true)) read_looks(builder, *looks);
    if (const Node* state = customer.map("state", true)) read_state(builder, *state);
    if (const Node* hides = customer.map("hides", false)) read_facts(builder, *hides);
}

}  // namespace

void read_head(ScenarioBuilder& builder, MapReader& in) {
    builder.scenario().id = in.name("scenario");
    builder.scenario().version = static_cast<int>(in.integer("version", 1, 1'000'000));
    builder.required_text(in, "title", "title", "title of the scenario");
    builder.optional_text(in, "summary", "summary", "one line on the home screen");
    builder.scenario().sector =
        in.one_of("sector", {"shop", "hotel", "bank", "telecom", "contact-centre", "manager"});
    builder.scenario().channel = in.one_of("channel", {"counter", "phone", "chat"});
    builder.scenario().minutes = static_cast<int>(in.integer("minutes", 1, 60));
    builder.place("#minutes", in.key_at("minutes"));
    builder.scenario().touchpoint =
        builder.pack ? in.one_of("touchpoint", builder.pack->journey) : in.name("touchpoint");
    builder.optional_text(in, "shoes", "shoes", "the customer looks back, first person");
    builder.required_text(in, "try", "try", "one thing to try on the floor");
    for (const Node* word : in.words("focus")) {
        builder.place("#focus/" + word->text, word->at);
        if (const auto behaviour = builder.standard.find_behaviour(word->text))
            builder.scenario().focus.push_back(*behaviour);
        else
            builder.unknown(word->text, word->at, "behaviour", builder.standard.behaviours);
    }
    if (in.has("case")) builder.source.same_case = in.name("case");
    if (in.has("persona")) builder.source.same_persona = in.name("persona");
    read_limits(builder, in);
    read_recovery(builder, in);
    read_customer(builder, in);
}

}  // namespace touchstone::content
