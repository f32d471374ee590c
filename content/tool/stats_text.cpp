// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <boost/json.hpp>

#include "content/tool/stats.h"

namespace touchstone::content {

namespace json = boost::json;

namespace {

/// "12 of 78 longest (p 0.99), 34 shortest (p 0.00); chance 21"
std::string shown(const LengthBias& bias) {
    if (bias.moments == 0) return "no moment to judge";
    return fmt::format(
        "the best is the longest in {} of {} (p {:.2f}), the shortest in {} (p {:.2f}); chance {:.0f}",
        bias.longest, bias.moments, bias.chance_longest, bias.shortest, bias.chance_shortest, bias.expected);
}

std::string shown(const std::string& language, const LanguageStats& stats) {
    return fmt::format("    {:<4} {:>6} words  LIX {:>2}  {}\n", language, stats.words,
                       (stats.lix_tenths + 5) / 10, shown(stats.length));
}

std::string shown(const ScenarioStats& stats) {
    const std::string paths = stats.paths ? fmt::format("{}", *stats.paths) : "over 100000";
    std::string text = fmt::format(
        "  {}: {:.1f} minutes (says {}), {} decisions, {} moments, {} choices, {} endings with {} outcomes, "
        "{} paths\n",
        stats.id, stats.minutes, stats.minutes_said, stats.decisions, stats.moments, stats.choices,
        stats.endings, stats.outcomes, paths);
    for (const auto& [language, one] : stats.languages) text += shown(language, one);
    return text;
}

json::object to_object(const LanguageStats& stats) {
    const LengthBias& bias = stats.length;
    return {{"words", stats.words},
            {"lix_tenths", stats.lix_tenths},
            {"length", json::object{{"moments", bias.moments},
                                    {"expected", bias.expected},
                                    {"longest_best", bias.longest},
                                    {"p_longest", bias.chance_longest},
                                    {"shortest_best", bias.shortest},
                                    {"p_shortest", bias.chance_shortest}}}};
}

json::object to_object(const std::map<std::string, LanguageStats>& languages) {
    json::object all;
    for (const auto& [language, stats] : languages) all[language] = to_object(stats);
    return all;
}

json::object to_object(const ScenarioStats& stats) {
    return {{"scenario", stats.id},
            {"minutes", stats.minutes},
            {"minutes_said", stats.minutes_said},
            {"decisions", stats.decisions},
            {"moments", stats.moments},
            {"choices", stats.choices},
            {"endings", stats.endings},
            {"outcomes", stats.outcomes},
            {"paths", stats.paths ? json::value(*stats.paths) : json::value()},
            {"languages", to_object(stats.languages)}};
}

}  // namespace

std::string to_text(const std::vector<PackStats>& all) {
    std::string text;
    for (const PackStats& pack : all) {
        if (!text.empty()) text += "\n";
        if (!pack.id.empty())
            text += fmt::format("{}: {} scenarios, {} drills with {} variants\n", pack.id,
                                pack.scenarios.size(), pack.drills, pack.variants);
        for (const auto& [language, stats] : pack.languages) text += shown(language, stats);
        if (pack.unfinished > 0)
            text += fmt::format("  {} more with places to do, not counted\n", pack.unfinished);
        for (const ScenarioStats& scenario : pack.scenarios) text += shown(scenario);
    }
    return text;
}

std::string to_json(const std::vector<PackStats>& all) {
    json::array packs;
    for (const PackStats& pack : all) {
        json::array scenarios;
        for (const ScenarioStats& scenario : pack.scenarios) scenarios.emplace_back(to_object(scenario));
        packs.emplace_back(json::object{{"pack", pack.id},
                                        {"source_language", pack.source_language},
                                        {"drills", pack.drills},
                                        {"variants", pack.variants},
                                        {"unfinished", pack.unfinished},
                                        {"languages", to_object(pack.languages)},
                                        {"scenarios", std::move(scenarios)}});
    }
    return json::serialize(packs);
}

}  // namespace touchstone::content
