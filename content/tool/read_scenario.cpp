// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "content/tool/map_reader.h"
#include "content/tool/source.h"
#include "engine/basics/id.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

const std::vector<std::string>& keys(const char* map) { return known_keys().at(map); }

std::optional<std::size_t> index_of(const std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

/// Decodes one scenario file into a SourceScenario.
class ScenarioReader {
public:
    ScenarioReader(const Standard& standard, const SourcePack* pack, Findings& findings)
        : standard_(standard), pack_(pack), findings_(findings) {}

    SourceScenario read(const Node& root) {
        MapReader in(root, "a scenario", keys("scenario"), findings_);
        read_head(in);
        read_customer(in);
        const Node* moments = in.map("moments", true);
        const Node* endings = in.map("endings", true);
        if (moments) collect_names(*moments, endings);
        if (endings) read_endings(*endings);
        if (moments) read_moments(*moments);
        read_start(in);
        return std::move(source_);
    }

private:
    Scenario& scenario() { return source_.scenario; }
    std::string address(const std::string& rest) { return scenario().id + "/" + rest; }

    void add_text(const std::string& rest, const std::string& text, TextPosition at, const std::string& context) {
        if (!text.empty()) source_.texts.push_back({address(rest), text, at, context});
    }
    void required_text(MapReader& in, const char* key, const std::string& rest, const std::string& context) {
        add_text(rest, in.text(key), in.at(key), context);
    }
    void optional_text(MapReader& in, const char* key, const std::string& rest, const std::string& context) {
        if (in.has(key)) required_text(in, key, rest, context);
    }
    void unknown(const Node& word, const char* what, const std::vector<std::string>& known) {
        findings_.error("E110", word.at, fmt::format("unknown {} `{}`{}", what, word.text, did_you_mean(word.text, known)),
                        known.empty() ? fmt::format("this scenario defines no {}", what)
                                      : "use one of: " + fmt::format("{}", fmt::join(known, ", ")),
                        count_code_points(word.text));
    }

    // ---- head
    void read_head(MapReader& in) {
        scenario().id = in.name("scenario");
        scenario().version = static_cast<int>(in.integer("version", 1, 1'000'000));
        required_text(in, "title", "title", "title of the scenario");
        optional_text(in, "summary", "summary", "one line on the home screen");
        scenario().sector = in.one_of("sector", {"shop", "hotel", "bank", "telecom", "contact-centre", "manager"});
        scenario().channel = in.one_of("channel", {"counter", "phone", "chat"});
        scenario().minutes = static_cast<int>(in.integer("minutes", 1, 60));
        scenario().touchpoint = pack_ ? in.one_of("touchpoint", pack_->journey) : in.name("touchpoint");
        optional_text(in, "shoes", "shoes", "the customer looks back, first person");
        required_text(in, "try", "try", "one thing to try on the floor");
        for (const Node* word : in.words("focus")) {
            if (const auto behaviour = standard_.find_behaviour(word->text)) scenario().focus.push_back(*behaviour);
            else unknown(*word, "behaviour", standard_.behaviours);
        }
        read_limits(in);
        read_recovery(in);
    }
    void read_limits(MapReader& in) {
        const Node* node = in.map("limits", false);
        if (!node) return;
        MapReader limits(*node, "`limits`", keys("limits"), findings_);
        if (limits.has("role")) return read_role(limits);
        if (limits.has("spend")) source_.limits.spend = limits.integer("spend", 0, 10'000'000);
        for (const Node* word : limits.words("may-bend")) source_.limits.may_bend.push_back(word->text);
        for (const Node* word : limits.words("never")) source_.limits.never.push_back(word->text);
        scenario().spend_limit = source_.limits.spend;
    }
    void read_role(MapReader& limits) {
        const std::string role = limits.text("role");
        const auto found = pack_ ? pack_->roles.find(role) : std::map<std::string, Limits>::const_iterator{};
        if (!pack_ || found == pack_->roles.end()) {
            findings_.error("E110", limits.at("role"), "unknown role `" + role + "`", "define it under `roles` in pack.yaml, or write the limits here");
            return;
        }
        source_.limits = found->second;
        scenario().spend_limit = source_.limits.spend;
    }
    void read_recovery(MapReader& in) {
        const Node* node = in.map("recovery", false);
        if (!node) return;
        MapReader recovery(*node, "`recovery`", keys("recovery"), findings_);
        scenario().recovery = Recovery{static_cast<int>(recovery.integer("before", 0, 100)), recovery.flag("severe")};
    }

    // ---- customer
    void read_customer(MapReader& in) {
        const Node* node = in.map("customer", true);
        if (!node) return;
        MapReader customer(*node, "`customer`", keys("customer"), findings_);
        name_ = customer.text("name");
        add_text("customer/name", name_, customer.at("name"), "the customer's name");
        scenario().customer_age = static_cast<int>(customer.integer_or("age", 1, 120, 40));
        required_text(customer, "wants", "customer/wants", "what the customer wants");
        if (const Node* looks = customer.map("looks", true)) read_looks(*looks);
        if (const Node* state = customer.map("state", true)) read_state(*state);
        if (const Node* hides = customer.map("hides", false)) read_facts(*hides);
    }
    void read_looks(const Node& node) {
        MapReader in(node, "`looks`", keys("looks"), findings_);
        Looks& looks = scenario().looks;
        looks.age = in.one_of("age", {"20s", "30s", "40s", "50s", "60s", "70s"});
        const auto optional = [&](const char* key, std::string& field, const std::vector<std::string>& allowed) {
            if (in.has(key)) field = in.one_of(key, allowed);
        };
        optional("style", looks.style, {"bob", "long", "bun", "ponytail", "short", "quiff", "crop", "curly", "afro", "bald", "sides"});
        optional("hair", looks.hair, {"brown", "black", "blond", "red", "grey", "white", "dark"});
        optional("skin", looks.skin, {"porcelain", "light", "olive", "brown", "deep"});
        optional("coat", looks.coat, {"slate", "teal", "mustard", "plum", "navy", "brick", "sage", "sand", "charcoal"});
        optional("collar", looks.collar, {"coat", "round", "shirt", "hood", "scarf"});
        optional("headwear", looks.headwear, {"hijab", "beanie", "cap", "turban"});
        optional("beard", looks.beard, {"full"});
        looks.glasses = in.flag("glasses");
    }
    void read_state(const Node& node) {
        MapReader in(node, "`state`", keys("state"), findings_);
        scenario().start_state = {five(in, "satisfaction", 0), five(in, "trust", 0), five(in, "patience", 0)};
    }
    int five(MapReader& in, const char* key, int least) {
        const auto value = static_cast<int>(in.integer(key, least, 100));
        if (value % 5 != 0)
            findings_.error("E106", in.at(key), fmt::format("`{}` is {}: states and effects are multiples of 5", key, value),
                            fmt::format("write {} or {}", value / 5 * 5, value / 5 * 5 + (value < 0 ? -5 : 5)));
        return value;
    }
    void read_facts(const Node& node) {
        for (const Node::Member& member : node.members) {
            check_name(member.key, member.at);
            scenario().facts.push_back(member.key);
            add_text("hides/" + member.key, member.value.text, member.value.at, "a fact about the customer");
        }
    }
    void check_name(const std::string& name, TextPosition at) {
        if (!is_valid_name(name))
            findings_.error("E108", at, fmt::format("`{}` is not a valid id", name),
                            "use 2 to 40 characters: a-z, 0-9 and single dashes, starting with a letter", count_code_points(name));
    }

    // ---- names first, because conditions and `next` look ahead
    void collect_names(const Node& moments, const Node* endings) {
        for (const Node::Member& moment : moments.members) {
            check_name(moment.key, moment.at);
            moment_ids_.push_back(moment.key);
            collect_marks(moment.value);
        }
        if (endings)
            for (const Node::Member& ending : endings->members) {
                check_name(ending.key, ending.at);
                ending_ids_.push_back(ending.key);
            }
        if (!index_of(ending_ids_, "leaves")) ending_ids_.emplace_back("leaves");
        if (scenario().facts.size() + scenario().marks.size() > 8)
            findings_.error("E208", moments.at, "a scenario has at most eight facts and marks together", "drop the facts or marks that decide nothing");
    }
    void collect_marks(const Node& moment) {
        const Node* choices = moment.find("choices");
        if (!choices) return;
        for (const Node::Member& choice : choices->members) {
            const Node* marks = choice.value.find("marks");
            if (!marks) continue;
            for (const Node& mark : marks->items)
                if (!mark.text.empty() && !index_of(scenario().marks, mark.text)) scenario().marks.push_back(mark.text);
        }
    }

    // ---- moments
    void read_moments(const Node& node) {
        for (const Node::Member& member : node.members) {
            source_.places[address(member.key)] = member.at;
            scenario().moments.push_back(read_moment(member));
        }
    }
    Moment read_moment(const Node::Member& member) {
        MapReader in(member.value, "moment `" + member.key + "`", keys("moment"), findings_);
        Moment moment;
        moment.id = member.key;
        required_text(in, "scene", moment.id + "/scene", "what is seen and heard");
        required_text(in, "says", moment.id + "/says", name_);
        moment.says_if = read_says_if(in, moment.id, name_);
        moment.difficulty = static_cast<int>(in.integer("difficulty", 45, 90));
        optional_text(in, "try", moment.id + "/try", "one thing to try on the floor");
        if (const Node* tests = in.map("tests", true)) moment.tests = read_tests(*tests);
        if (const Node* asks = in.map("asks", false))
            for (const Node::Member& ask : asks->members) moment.asks.push_back(read_ask(moment.id, ask));
        if (const Node* choices = in.map("choices", true))
            for (const Node::Member& choice : choices->members) moment.choices.push_back(read_choice(moment, choice));
        check_same_name(moment, member.at);
        return moment;
    }
    void check_same_name(const Moment& moment, TextPosition at) {
        for (const Ask& ask : moment.asks)
            for (const Choice& choice : moment.choices)
                if (ask.id == choice.id) findings_.error("E107", at, "`" + ask.id + "` is both an ask and a choice here", "rename one of the two");
    }
    std::vector<Condition> read_says_if(MapReader& in, const std::string& rest, const std::string& speaker) {
        std::vector<Condition> all;
        const Node* list = in.list("says-if", false);
        if (!list) return all;
        for (const Node& item : list->items) {
            MapReader one(item, "`says-if`", keys("says-if"), findings_);
            const std::string place = rest + "/says-if/" + std::to_string(all.size() + 1);
            all.push_back(read_condition(one, place));
            required_text(one, "says", place, speaker);
        }
        return all;
    }
    Condition read_condition(MapReader& in, const std::string& place) {
        const std::string text = in.text("when");
        source_.conditions[address(place)] = text;
        auto condition = parse_condition(text, scenario().facts, scenario().marks);
        if (condition) return std::move(*condition);
        const std::string& detail = condition.error().detail;
        const auto colon = detail.find(": ");
        TextPosition at = in.at("when");
        at.column += static_cast<int>(whole_number(detail.substr(0, colon)).value_or(1)) - 1;
        findings_.error("E109", at, "this condition cannot be read: " + detail.substr(colon + 2), condition.error().remedy);
        return {};
    }
    std::vector<Test> read_tests(const Node& node) {
        std::vector<Test> tests;
        std::vector<std::string> known;
        for (const Indicator& indicator : standard_.indicators) known.push_back(indicator.id);
        for (const Node::Member& member : node.members) {
            const auto indicator = standard_.find_indicator(member.key);
            if (!indicator) {
                Node word = member.value;
                word.text = member.key;
                word.at = member.at;
                unknown(word, "indicator", known);
                continue;
            }
            const int halves = member.value.text == "1" || member.value.text == "1.0" ? 2 : member.value.text == "0.5" ? 1 : 0;
            if (halves == 0) findings_.error("E106", member.value.at, "a test weighs 1 (primary) or 0.5 (secondary)", "write 1 or 0.5");
            tests.push_back({*indicator, halves == 0 ? 1 : halves});
        }
        const auto primaries = std::count_if(tests.begin(), tests.end(), [](const Test& test) { return test.weight_halves == 2; });
        if (primaries != 1 || tests.size() > 3)
            findings_.error("E106", node.at, "a moment tests one primary indicator (1) and at most two secondary ones (0.5)", "give exactly one of them the weight 1");
        return tests;
    }
    NameSet read_names(MapReader& in, const char* key, const char* what, const std::vector<std::string>& names) {
        unsigned set = 0;
        for (const Node* word : in.words(key)) {
            if (const auto index = index_of(names, word->text)) set |= 1U << *index;
            else unknown(*word, what, names);
        }
        return static_cast<NameSet>(set);
    }
    Effect read_effect(MapReader& outer) {
        const Node* node = outer.map("effect", true);
        if (!node) return {};
        MapReader in(*node, "`effect`", keys("state"), findings_);
        const auto part = [&](const char* key) { return in.has(key) ? five(in, key, -100) : 0; };
        return {part("satisfaction"), part("trust"), part("patience")};
    }
    Ask read_ask(const std::string& moment, const Node::Member& member) {
        check_name(member.key, member.at);
        const std::string place = moment + "/" + member.key;
        source_.places[address(place)] = member.at;
        MapReader in(member.value, "ask `" + member.key + "`", keys("ask"), findings_);
        Ask ask;
        ask.id = member.key;
        required_text(in, "says", place + "/says", "learner");
        optional_text(in, "reply", place + "/reply", name_);
        ask.effect = read_effect(in);
        if (in.has("reveals")) {
            const Node* word = member.value.find("reveals");
            if (const auto index = index_of(scenario().facts, word->text)) ask.reveals = static_cast<NameSet>(1U << *index);
            else unknown(*word, "fact", scenario().facts);
        }
        return ask;
    }
    Choice read_choice(const Moment& moment, const Node::Member& member) {
        check_name(member.key, member.at);
        const std::string place = moment.id + "/" + member.key;
        source_.places[address(place)] = member.at;
        MapReader in(member.value, "choice `" + member.key + "`", keys("choice"), findings_);
        Choice choice;
        choice.id = member.key;
        required_text(in, "says", place + "/says", "learner");
        choice.says_if = read_says_if(in, place, "learner");
        choice.needs = read_names(in, "needs", "fact", scenario().facts);
        if (const Node* rated = in.map("rated", true)) choice.ratings = read_ratings(moment, *rated, place);
        choice.effect = read_effect(in);
        choice.steps = read_steps(in);
        choice.marks = read_names(in, "marks", "mark", scenario().marks);
        read_bend(in, choice, place);
        choice.extra = in.flag("extra");
        required_text(in, "reply", place + "/reply", name_);
        optional_text(in, "thinks", place + "/thinks", name_ + ", thinking");
        required_text(in, "feedback", place + "/feedback", "feedback to the learner");
        choice.next = read_next(in, member);
        return choice;
    }
    std::vector<int> read_ratings(const Moment& moment, const Node& node, const std::string& place) {
        std::vector<int> ratings;
        for (const Test& test : moment.tests) {
            const std::string& indicator = standard_.indicators[test.indicator].id;
            const Node* rating = node.find(indicator);
            const auto value = rating ? whole_number(rating->text) : std::nullopt;
            if (!value || *value < 0 || *value > 4)
                findings_.error("E305", rating ? rating->at : source_.place(address(place)),
                                fmt::format("`rated` needs a whole number 0..4 for `{}`", indicator),
                                "let three readers rate the choice and write their rounded mean");
            ratings.push_back(value ? static_cast<int>(std::clamp<std::int64_t>(*value, 0, 4)) : 0);
        }
        for (const Node::Member& member : node.members)
            if (std::none_of(moment.tests.begin(), moment.tests.end(), [&](const Test& test) { return standard_.indicators[test.indicator].id == member.key; }))
                findings_.error("E305", member.at, fmt::format("`{}` is rated here, but the moment does not test it", member.key),
                                "add it to `tests`, or remove the rating", count_code_points(member.key));
        return ratings;
    }
    StepSet read_steps(MapReader& in) {
        unsigned set = 0;
        const std::vector<std::string> names(std::begin(step_names), std::end(step_names));
        for (const Node* word : in.words("steps")) {
            if (const auto index = index_of(names, word->text)) set |= 1U << *index;
            else unknown(*word, "step", names);
        }
        return static_cast<StepSet>(set);
    }
    void read_bend(MapReader& in, Choice& choice, const std::string& place) {
        if (in.has("limit")) choice.exceeds_limit = in.one_of("limit", {"exceeded"}) == "exceeded";
        const bool asked = in.has("approval") && in.one_of("approval", {"asked"}) == "asked";
        const Node* node = in.map("bends", false);
        if (!node) {
            if (choice.exceeds_limit || asked)
                findings_.error("E307", in.at(), "`limit` and `approval` speak of a rule, but the choice bends none", "add `bends: {rule: ..., cost: 0}`, or remove them");
            return;
        }
        MapReader bends(*node, "`bends`", keys("bends"), findings_);
        Bend bend;
        bend.rule = bends.text("rule");
        bend.cost = bends.integer_or("cost", 0, 10'000'000, 0);
        bend.recorded = bends.flag("recorded");
        bend.approval_asked = asked;
        if (bends.has("because")) required_text(bends, "because", place + "/because", "why the rule is bent");
        bend.rule_class = class_of(bend.rule, bends.at("rule"));
        choice.bend = std::move(bend);
    }
    RuleClass class_of(const std::string& rule, TextPosition at) {
        if (index_of(source_.limits.never, rule)) return RuleClass::red;
        if (index_of(source_.limits.may_bend, rule)) return RuleClass::amber;
        std::vector<std::string> known = source_.limits.never;
        known.insert(known.end(), source_.limits.may_bend.begin(), source_.limits.may_bend.end());
        Node word;
        word.text = rule;
        word.at = at;
        unknown(word, "rule", known);
        return RuleClass::green;
    }
    Target read_next(MapReader& in, const Node::Member& member) {
        if (!in.has("next")) {
            findings_.error("E105", member.at, fmt::format("choice `{}` has no `next`: it leads nowhere", member.key),
                            "add `next:` with a moment or an ending", count_code_points(member.key));
            return {Target::Kind::ending, 0};
        }
        const Node* word = member.value.find("next");
        if (const auto moment = index_of(moment_ids_, word->text)) return {Target::Kind::moment, *moment};
        if (const auto ending = index_of(ending_ids_, word->text)) return {Target::Kind::ending, *ending};
        std::vector<std::string> known = moment_ids_;
        known.insert(known.end(), ending_ids_.begin(), ending_ids_.end());
        findings_.error("E201", word->at, fmt::format("`next` names no moment or ending: `{}`{}", word->text, did_you_mean(word->text, known)),
                        "use the id of a moment or an ending of this scenario", count_code_points(word->text));
        return {Target::Kind::ending, 0};
    }

    // ---- endings
    void read_endings(const Node& node) {
        for (const Node::Member& member : node.members) {
            source_.places[address(member.key)] = member.at;
            MapReader in(member.value, "ending `" + member.key + "`", keys("ending"), findings_);
            Ending ending;
            ending.id = member.key;
            required_text(in, "scene", member.key + "/scene", "what is seen and heard");
            if (const Node* outcomes = in.list("outcomes", true))
                for (const Node& item : outcomes->items) ending.outcomes.push_back(read_outcome(member.key, item));
            if (ending.outcomes.empty() || ending.outcomes.back().when)
                findings_.error("E304", member.at, fmt::format("the last outcome of `{}` must have no `when`", member.key), "add an outcome that holds otherwise");
            scenario().endings.push_back(std::move(ending));
        }
        if (!scenario().find_ending("leaves")) scenario().endings.push_back({"leaves", {{"left", 0, 0, std::nullopt}}});
        scenario().leaves = *scenario().find_ending("leaves");
    }
    Outcome read_outcome(const std::string& ending, const Node& node) {
        MapReader in(node, "an outcome", keys("outcome"), findings_);
        Outcome outcome;
        outcome.id = in.name("id");
        const std::string place = ending + "/" + outcome.id;
        source_.places[address(place)] = node.at;
        outcome.value = static_cast<int>(in.integer("value", 0, 100));
        const std::vector<std::string> names(std::begin(met_names), std::end(met_names));
        for (const Node* word : in.words("met")) {
            if (const auto index = index_of(names, word->text)) outcome.met = static_cast<MetSet>(outcome.met | (1U << *index));
            else unknown(*word, "tick", names);
        }
        if (in.has("when")) outcome.when = read_condition(in, place);
        required_text(in, "says", place + "/says", name_);
        return outcome;
    }
    void read_start(MapReader& in) {
        const std::string start = in.text("start");
        if (const auto index = index_of(moment_ids_, start)) scenario().start = *index;
        else if (!start.empty())
            findings_.error("E201", in.at("start"), "`start` names no moment: `" + start + "`" + did_you_mean(start, moment_ids_), "use the id of the first moment");
    }

    const Standard& standard_;
    const SourcePack* pack_;
    Findings& findings_;
    SourceScenario source_;
    std::string name_;
    std::vector<std::string> moment_ids_, ending_ids_;
};

}  // namespace

const std::map<std::string, std::vector<std::string>>& known_keys() {
    static const std::map<std::string, std::vector<std::string>> all = {
        {"scenario", {"scenario", "version", "title", "summary", "sector", "touchpoint", "channel", "minutes", "focus", "limits",
                      "recovery", "customer", "shoes", "try", "case", "persona", "start", "moments", "endings"}},
        {"limits", {"role", "spend", "may-bend", "never"}},
        {"recovery", {"before", "severe"}},
        {"customer", {"name", "age", "looks", "state", "wants", "hides"}},
        {"looks", {"age", "style", "hair", "skin", "coat", "collar", "headwear", "beard", "glasses"}},
        {"state", {"satisfaction", "trust", "patience"}},
        {"moment", {"scene", "says", "says-if", "difficulty", "try", "tests", "asks", "choices"}},
        {"says-if", {"when", "says"}},
        {"ask", {"says", "reply", "effect", "reveals"}},
        {"choice", {"says", "says-if", "needs", "rated", "effect", "steps", "marks", "bends", "limit", "approval", "extra",
                    "reply", "thinks", "feedback", "next"}},
        {"bends", {"rule", "cost", "because", "recorded"}},
        {"ending", {"scene", "outcomes"}},
        {"outcome", {"id", "value", "met", "when", "says"}},
    };
    return all;
}

std::optional<SourceScenario> read_scenario(std::string_view text, const Standard& standard, const SourcePack* pack, Findings& findings) {
    const auto root = read_yaml(text, findings);
    if (!root) return std::nullopt;
    if (root->kind != Node::Kind::map) {
        findings.error("E101", root->at, "a scenario file is a map of keys", "start with `scenario: an-id`");
        return std::nullopt;
    }
    SourceScenario source = ScenarioReader(standard, pack, findings).read(*root);
    source.file = findings.file();
    return source;
}

}  // namespace touchstone::content
