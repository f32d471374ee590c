// SPDX-License-Identifier: Apache-2.0
#include "content/tool/compile.h"

#include <boost/json.hpp>

#include "engine/packs/pack.h"

namespace touchstone::content {

namespace json = boost::json;

namespace {

json::array names_in(unsigned set, const std::vector<std::string>& names) {
    json::array all;
    for (std::size_t i = 0; i < names.size(); ++i)
        if ((set >> i & 1U) != 0) all.emplace_back(names[i]);
    return all;
}
template <std::size_t count>
json::array names_in(unsigned set, const char* const (&names)[count]) {
    return names_in(set, std::vector<std::string>(std::begin(names), std::end(names)));
}

json::array texts(const std::vector<std::string>& all) { return json::array(all.begin(), all.end()); }
json::array of(const Effect& e) { return {e.satisfaction, e.trust, e.patience}; }

/// Of a scenario, or of a drill's variant.
json::object customer_json(const Scenario& scenario) {
    const Looks& looks = scenario.looks;
    json::object drawn{{"age", looks.age},        {"style", looks.style}, {"hair", looks.hair},
                       {"skin", looks.skin},      {"coat", looks.coat},   {"collar", looks.collar},
                       {"glasses", looks.glasses}};
    if (!looks.headwear.empty()) drawn["headwear"] = looks.headwear;
    if (!looks.beard.empty()) drawn["beard"] = looks.beard;
    const CustomerState& state = scenario.start_state;
    return {{"age", scenario.customer_age},
            {"looks", std::move(drawn)},
            {"state", json::array{state.satisfaction, state.trust, state.patience}}};
}
json::array tests_json(const Standard& standard, const Moment& moment) {
    json::array tests;
    for (const Test& test : moment.tests)
        tests.push_back(
            json::array{json::string(standard.indicators[test.indicator].id), test.weight_halves});
    return tests;
}

class ScenarioCompiler {
public:
    ScenarioCompiler(const SourceScenario& source, const Standard& standard)
        : source_(source), scenario_(source.scenario), standard_(standard) {}

    json::object compile() const {
        json::object out{{"id", scenario_.id},           {"version", scenario_.version},
                         {"sector", scenario_.sector},   {"touchpoint", scenario_.touchpoint},
                         {"channel", scenario_.channel}, {"minutes", scenario_.minutes}};
        json::array focus;
        for (const std::size_t behaviour : scenario_.focus)
            focus.emplace_back(standard_.behaviours[behaviour]);
        out["focus"] = std::move(focus);
        if (scenario_.spend_limit) out["spend_limit"] = *scenario_.spend_limit;
        if (scenario_.recovery)
            out["recovery"] =
                json::object{{"before", scenario_.recovery->before}, {"severe", scenario_.recovery->severe}};
        out["customer"] = customer_json(scenario_);
        out["facts"] = texts(scenario_.facts);
        out["marks"] = texts(scenario_.marks);
        out["start"] = scenario_.moments[scenario_.start].id;
        json::array moments, endings;
        for (const Moment& one : scenario_.moments) moments.emplace_back(moment(one));
        for (const Ending& one : scenario_.endings) endings.emplace_back(ending(one));
        out["moments"] = std::move(moments);
        out["endings"] = std::move(endings);
        out["worst"] = scenario_.worst;
        out["logic_hash"] = packs::sha256_hex(json::serialize(out));
        return out;
    }

private:
    json::array conditions(const std::string& rest, std::size_t count) const {
        json::array all;
        for (std::size_t i = 1; i <= count; ++i)
            all.emplace_back(
                source_.conditions.at(scenario_.id + "/" + rest + "/says-if/" + std::to_string(i)));
        return all;
    }
    json::object moment(const Moment& m) const {
        json::array asks, choices;
        for (const Ask& ask : m.asks)
            asks.push_back(json::object{{"id", ask.id},
                                        {"effect", of(ask.effect)},
                                        {"reveals", names_in(ask.reveals, scenario_.facts)}});
        for (const Choice& one : m.choices) choices.emplace_back(choice(m, one));
        return {{"id", m.id},
                {"difficulty", m.difficulty},
                {"tests", tests_json(standard_, m)},
                {"asks", std::move(asks)},
                {"choices", std::move(choices)},
                {"says_if", conditions(m.id, m.says_if.size())}};
    }
    json::object choice(const Moment& m, const Choice& c) const {
        json::object out{{"id", c.id},
                         {"needs", names_in(c.needs, scenario_.facts)},
                         {"ratings", json::array(c.ratings.begin(), c.ratings.end())},
                         {"effect", of(c.effect)},
                         {"steps", names_in(c.steps, step_names)},
                         {"marks", names_in(c.marks, scenario_.marks)}};
        if (c.bend) out["bend"] = bend(*c.bend);
        if (c.exceeds_limit) out["exceeds_limit"] = true;
        if (c.extra) out["extra"] = true;
        out["says_if"] = conditions(m.id + "/" + c.id, c.says_if.size());
        const bool to_moment = c.next.kind == Target::Kind::moment;
        out["next"] =
            json::object{{to_moment ? "moment" : "ending", to_moment ? scenario_.moments[c.next.index].id
                                                                     : scenario_.endings[c.next.index].id}};
        return out;
    }
    static json::object bend(const Bend& bend) {
        static const char* const classes[] = {"green", "amber", "red"};
        return {{"rule", bend.rule},
                {"cost", bend.cost},
                {"class", classes[static_cast<std::size_t>(bend.rule_class)]},
                {"recorded", bend.recorded},
                {"approval_asked", bend.approval_asked}};
    }
    json::object ending(const Ending& e) const {
        json::array outcomes;
        for (const Outcome& outcome : e.outcomes) {
            json::object out{
                {"id", outcome.id}, {"value", outcome.value}, {"met", names_in(outcome.met, met_names)}};
            if (outcome.when)
                out["when"] = source_.conditions.at(scenario_.id + "/" + e.id + "/" + outcome.id);
            outcomes.emplace_back(std::move(out));
        }
        return {{"id", e.id}, {"outcomes", std::move(outcomes)}};
    }

    const SourceScenario& source_;
    const Scenario& scenario_;
    const Standard& standard_;
};

json::object standard_json(const Standard& standard) {
    json::array indicators;
    for (const Indicator& one : standard.indicators)
        indicators.push_back(json::object{{"id", one.id},
                                          {"behaviour", standard.behaviours[one.behaviour]},
                                          {"level", one.level},
                                          {"expectation", standard.expectations[one.expectation]}});
    return {{"id", standard.id},
            {"levels", texts(standard.levels)},
            {"behaviours", texts(standard.behaviours)},
            {"expectations", texts(standard.expectations)},
            {"indicators", std::move(indicators)}};
}

json::object variant_json(const Standard& standard, const SourceScenario& variant) {
    const Moment& moment = moment_of(variant);
    json::array choices;
    for (const Choice& choice : moment.choices)
        choices.push_back(json::object{
            {"id", choice.id}, {"ratings", json::array(choice.ratings.begin(), choice.ratings.end())}});
    return {{"id", moment.id},
            {"customer", customer_json(variant.scenario)},
            {"difficulty", moment.difficulty},
            {"tests", tests_json(standard, moment)},
            {"choices", std::move(choices)}};
}

json::object drill_json(const Standard& standard, const SourceDrill& drill) {
    json::array variants;
    for (const SourceScenario& variant : drill.variants)
        variants.emplace_back(variant_json(standard, variant));
    json::object out{{"id", drill.id},
                     {"version", drill.version},
                     {"scenario", drill.from_scenario},
                     {"moment", drill.from_moment},
                     {"variants", std::move(variants)}};
    out["logic_hash"] = packs::sha256_hex(json::serialize(out));
    return out;
}

json::object logic_json(const Standard& standard, const std::vector<SourceScenario>& scenarios,
                        const std::vector<SourceDrill>& drills) {
    json::array played, drilled;
    for (const SourceScenario& one : scenarios)
        played.emplace_back(ScenarioCompiler(one, standard).compile());
    for (const SourceDrill& one : drills) drilled.emplace_back(drill_json(standard, one));
    return {{"format", 1},
            {"standard", standard_json(standard)},
            {"scenarios", std::move(played)},
            {"drills", std::move(drilled)}};
}

/// Texts in the order of their addresses. A translation stands only where its source still is the same.
std::string texts_json(const std::string& language, const std::map<std::string, std::string>& by_address) {
    json::object all;
    for (const auto& [address, text] : by_address) all.emplace(address, text);
    return json::serialize(json::object{{"format", 1}, {"language", language}, {"texts", std::move(all)}});
}

std::map<std::string, std::string> translated(const PoFile& po, const std::vector<SourceText>& texts) {
    std::map<std::string, std::string> all;
    std::map<std::string, const PoMessage*> known;
    for (const PoMessage& message : po.messages)
        if (!message.obsolete) known[message.context] = &message;
    for (const SourceText& text : texts)
        if (const auto found = known.find(text.address);
            found != known.end() && !found->second->translation.empty())
            all.emplace(text.address, found->second->translation);
    return all;
}

}  // namespace

std::vector<SourceText> PackSources::texts() const {
    std::vector<SourceText> all = pack.texts;
    all.insert(all.end(), standard.texts.begin(), standard.texts.end());
    for (const SourceScenario& scenario : scenarios)
        all.insert(all.end(), scenario.texts.begin(), scenario.texts.end());
    for (const SourceDrill& drill : drills) {
        const auto texts = drill.all_texts();
        all.insert(all.end(), texts.begin(), texts.end());
    }
    return all;
}

CompiledPack compile_pack(const PackSources& sources) {
    CompiledPack files;
    files["pack.json"] =
        json::serialize(logic_json(sources.standard.standard, sources.scenarios, sources.drills));
    std::map<std::string, std::string> source_texts;
    for (const SourceText& text : sources.texts()) source_texts[text.address] = text.text;
    const SourcePack& pack = sources.pack;
    files["text." + pack.source_language + ".json"] = texts_json(pack.source_language, source_texts);
    std::vector<std::string> languages{pack.source_language};
    for (const auto& [language, po] : sources.translations) {
        files["text." + language + ".json"] = texts_json(language, translated(po, sources.texts()));
        languages.push_back(language);
    }
    json::object hashes;
    for (const auto& [name, bytes] : files) hashes.emplace(name, packs::sha256_hex(bytes));
    files["manifest.json"] = json::serialize(json::object{{"format", 1},
                                                          {"id", pack.id},
                                                          {"version", pack.version},
                                                          {"currency", pack.currency},
                                                          {"source_language", pack.source_language},
                                                          {"languages", texts(languages)},
                                                          {"key", pack.key},
                                                          {"files", std::move(hashes)}});
    return files;
}

Result<Library> compile_library(const SourceStandard& standard, const std::vector<SourceScenario>& scenarios,
                                const std::vector<SourceDrill>& drills) {
    return read_library(json::serialize(logic_json(standard.standard, scenarios, drills)));
}

}  // namespace touchstone::content
