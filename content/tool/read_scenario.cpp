// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "content/tool/scenario_builder.h"
#include "content/tool/todo.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

void collect_marks(ScenarioBuilder& builder, const Node& moment) {
    const Node* choices = moment.find("choices");
    if (!choices) return;
    for (const Node::Member& choice : choices->members) {
        const Node* marks = choice.value.find("marks");
        if (!marks) continue;
        for (const Node& mark : marks->items)
            if (!mark.text.empty() && !index_of(builder.scenario().marks, mark.text))
                builder.scenario().marks.push_back(mark.text);
    }
}

void collect_names(ScenarioBuilder& builder, const Node& moments, const Node* endings) {
    for (const Node::Member& moment : moments.members) {
        builder.check_name(moment.key, moment.at);
        builder.moment_ids.push_back(moment.key);
        collect_marks(builder, moment.value);
    }
    if (endings)
        for (const Node::Member& ending : endings->members) {
            builder.check_name(ending.key, ending.at);
            builder.ending_ids.push_back(ending.key);
        }
    if (!index_of(builder.ending_ids, "leaves")) builder.ending_ids.emplace_back("leaves");
    if (builder.scenario().facts.size() + builder.scenario().marks.size() > 8)
        builder.findings.error("E208", builder.source.place(builder.address("#hides")),
                               "a scenario has at most eight facts and marks together",
                               "drop the facts or marks that decide nothing",
                               builder.scenario().facts.empty() ? 1 : std::string_view("hides").size());
}

}  // namespace

std::vector<Test> read_tests(ScenarioBuilder& builder, const Node& node, const std::string& moment) {
    std::vector<Test> tests;
    std::vector<std::string> known;
    for (const Indicator& indicator : builder.standard.indicators) known.push_back(indicator.id);
    for (const Node::Member& member : node.members) {
        builder.place(moment + "/tests/" + member.key, member.at);
        const auto indicator = builder.standard.find_indicator(member.key);
        if (!indicator) {
            builder.unknown(member.key, member.at, "indicator", known);
            continue;
        }
        const int halves = member.value.text == "1" || member.value.text == "1.0" ? 2
                           : member.value.text == "0.5"                           ? 1
                                                                                  : 0;
        if (halves == 0)
            builder.findings.error("E106", member.value.at, "a test weighs 1 (primary) or 0.5 (secondary)",
                                   "write 1 or 0.5",
                                   std::max<std::size_t>(1, count_code_points(member.value.text)));
        tests.push_back({*indicator, halves == 0 ? 1 : halves});
    }
    const auto primaries =
        std::count_if(tests.begin(), tests.end(), [](const Test& test) { return test.weight_halves == 2; });
    if (primaries != 1 || tests.size() > 3)
        builder.findings.error(
            "E106", node.at, "a moment tests one primary indicator (1) and at most two secondary ones (0.5)",
            "give exactly one of them the weight 1");
    return tests;
}

namespace {

/// Asks and choices of a moment share one namespace; `at` are the places of the asks.
void check_same_name(ScenarioBuilder& builder, const Moment& moment,
                     const std::map<std::string, TextPosition>& at) {
    for (const Choice& choice : moment.choices)
        if (const auto ask = at.find(choice.id); ask != at.end())
            builder.findings.add({"E107",
                                  Severity::error,
                                  {},
                                  builder.source.place(builder.address(moment.id + "/" + choice.id)),
                                  choice.id.size(),
                                  "`" + choice.id + "` is both an ask and a choice here",
                                  "rename one of the two",
                                  {{}, ask->second, choice.id.size(), "the ask of this name"}});
}

Moment read_moment(ScenarioBuilder& builder, const Node::Member& member) {
    MapReader in(member.value, "moment `" + member.key + "`", keys("moment"), builder.findings);
    Moment moment;
    moment.id = member.key;
    builder.required_text(in, "scene", moment.id + "/scene", "what is seen and heard");
    builder.required_text(in, "says", moment.id + "/says", builder.customer_name);
    moment.says_if = builder.says_if(in, moment.id, builder.customer_name);
    moment.difficulty = static_cast<int>(in.integer("difficulty", 45, 90));
    builder.optional_text(in, "try", moment.id + "/try", "one thing to try on the floor");
    if (const Node* tests = in.map("tests", true)) moment.tests = read_tests(builder, *tests, moment.id);
    std::map<std::string, TextPosition> ask_places;
    if (const Node* asks = in.map("asks", false))
        for (const Node::Member& ask : asks->members) {
            moment.asks.push_back(read_ask(builder, moment.id, ask));
            ask_places[ask.key] = ask.at;
        }
    if (const Node* choices = in.map("choices", true))
        for (const Node::Member& choice : choices->members)
            moment.choices.push_back(read_choice(builder, moment, choice));
    check_same_name(builder, moment, ask_places);
    return moment;
}

void read_moments(ScenarioBuilder& builder, const Node& node) {
    for (const Node::Member& member : node.members) {
        builder.source.places[builder.address(member.key)] = member.at;
        builder.scenario().moments.push_back(read_moment(builder, member));
    }
}

Outcome read_outcome(ScenarioBuilder& builder, const std::string& ending, const Node& node) {
    MapReader in(node, "an outcome", keys("outcome"), builder.findings);
    Outcome outcome;
    outcome.id = in.name("id");
    const std::string place = ending + "/" + outcome.id;
    builder.place(place, in.at("id"));
    outcome.value = static_cast<int>(in.integer("value", 0, 100));
    const std::vector<std::string> names(std::begin(met_names), std::end(met_names));
    for (const Node* word : in.words("met")) {
        if (const auto index = index_of(names, word->text))
            outcome.met = static_cast<MetSet>(outcome.met | (1U << *index));
        else
            builder.unknown(word->text, word->at, "tick", names);
    }
    if (in.has("when")) outcome.when = builder.condition(in, place);
    builder.required_text(in, "says", place + "/says", builder.customer_name);
    return outcome;
}

void read_endings(ScenarioBuilder& builder, const Node& node) {
    for (const Node::Member& member : node.members) {
        builder.source.places[builder.address(member.key)] = member.at;
        MapReader in(member.value, "ending `" + member.key + "`", keys("ending"), builder.findings);
        Ending ending;
        ending.id = member.key;
        builder.required_text(in, "scene", member.key + "/scene", "what is seen and heard");
        if (const Node* list = in.list("outcomes", true))
            for (const Node& item : list->items)
                ending.outcomes.push_back(read_outcome(builder, member.key, item));
        const Node* outcomes = in.value("outcomes");
        if (outcomes && is_todo(*outcomes)) continue;
        if (ending.outcomes.empty() || ending.outcomes.back().when)
            builder.findings.error("E304", member.at,
                                   fmt::format("the last outcome of `{}` must have no `when`", member.key),
                                   "add an outcome that holds otherwise", count_code_points(member.key));
        builder.scenario().endings.push_back(std::move(ending));
    }
    if (!builder.scenario().find_ending("leaves"))
        builder.scenario().endings.push_back({"leaves", {{"left", 0, 0, std::nullopt}}});
    builder.scenario().leaves = *builder.scenario().find_ending("leaves");
}

void read_start(ScenarioBuilder& builder, MapReader& in) {
    const std::string start = in.text("start");
    if (const auto index = index_of(builder.moment_ids, start))
        builder.scenario().start = *index;
    else if (!start.empty())
        builder.findings.error(
            "E201", in.at("start"),
            "`start` names no moment: `" + start + "`" + did_you_mean(start, builder.moment_ids),
            "use the id of the first moment", count_code_points(start));
}

void read_all(ScenarioBuilder& builder, const Node& root) {
    MapReader in(root, "a scenario", keys("scenario"), builder.findings);
    read_head(builder, in);
    const Node* moments = in.map("moments", true);
    const Node* endings = in.map("endings", true);
    // Names first, because conditions and `next` look ahead.
    if (moments) collect_names(builder, *moments, endings);
    if (endings) read_endings(builder, *endings);
    if (moments) read_moments(builder, *moments);
    read_start(builder, in);
}

}  // namespace

const std::map<std::string, std::vector<std::string>>& known_keys() {
    static const std::map<std::string, std::vector<std::string>> all = {
        {"scenario", {"scenario", "version", "title",  "summary",  "sector",   "touchpoint", "channel",
                      "minutes",  "focus",   "limits", "recovery", "customer", "shoes",      "try",
                      "case",     "persona", "start",  "moments",  "endings",  "todo"}},
        {"limits", {"role", "spend", "may-bend", "never"}},
        {"recovery", {"before", "severe"}},
        {"customer", {"name", "age", "looks", "state", "wants", "hides"}},
        {"looks", {"age", "style", "hair", "skin", "coat", "collar", "headwear", "beard", "glasses"}},
        {"state", {"satisfaction", "trust", "patience"}},
        {"moment", {"scene", "says", "says-if", "difficulty", "try", "tests", "asks", "choices", "todo"}},
        {"says-if", {"when", "says"}},
        {"ask", {"says", "reply", "effect", "reveals"}},
        {"choice",
         {"says", "says-if", "needs", "rated", "effect", "steps", "marks", "bends", "limit", "approval",
          "extra", "reply", "thinks", "feedback", "next", "todo"}},
        {"bends", {"rule", "cost", "because", "recorded"}},
        {"ending", {"scene", "outcomes", "todo"}},
        {"outcome", {"id", "value", "met", "when", "says"}},
    };
    return all;
}

std::optional<SourceScenario> read_scenario(std::string_view text, const Standard& standard,
                                            const SourcePack* pack, Findings& findings) {
    const auto root = read_yaml(text, findings);
    if (!root) return std::nullopt;
    if (root->kind != Node::Kind::map) {
        findings.error("E101", root->at, "a scenario file is a map of keys", "start with `scenario: an-id`");
        return std::nullopt;
    }
    list_todos(*root, findings);
    ScenarioBuilder builder{standard, pack, findings};
    read_all(builder, *root);
    builder.source.file = findings.file();
    return std::move(builder.source);
}

}  // namespace touchstone::content
