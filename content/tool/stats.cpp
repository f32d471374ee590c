// SPDX-License-Identifier: Apache-2.0
#include "content/tool/stats.h"

#include "content/tool/check_shape.h"
#include "content/tool/check_texts.h"
#include "content/tool/check_translation.h"
#include "content/tool/paths_report.h"
#include "content/tool/play_scenario.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

/// Every text of a pack in one language, as far as there are any.
std::map<std::string, std::vector<SourceText>> texts_by_language(const PackSources& sources) {
    std::map<std::string, std::vector<SourceText>> all;
    const auto texts = sources.texts();
    all[sources.pack.source_language] = texts;
    for (const auto& [language, po] : sources.translations)
        all[language] = Translation{texts, po, {}, language}.translated();
    return all;
}

bool is_of(const SourceText& text, const std::string& scenario) {
    return text.address.rfind(scenario + "/", 0) == 0;
}

LanguageStats language_stats(const std::vector<SourceText>& texts,
                             const std::vector<const SourceScenario*>& scenarios) {
    LanguageStats stats;
    for (const SourceText& text : texts) stats.words += count_words(text.text);
    stats.lix_tenths = lix_tenths(texts);
    stats.length = length_bias(scenarios, lengths_of(texts));
    return stats;
}

void count_paths(const SourceStandard& standard, const SourceScenario& source, ScenarioStats& stats) {
    const auto playable = make_playable(standard, source);
    if (!playable) return;
    if (const auto paths = list_paths(playable->scenario())) stats.paths = paths->size();
    if (const auto explored = explore(playable->scenario()))
        stats.decisions = decisions_of(playable->scenario(), explored->best_path);
}

ScenarioStats scenario_stats(const SourceStandard& standard, const SourceScenario& source,
                             const std::map<std::string, std::vector<SourceText>>& texts) {
    ScenarioStats stats;
    const Scenario& scenario = source.scenario;
    stats.id = scenario.id;
    stats.minutes_said = scenario.minutes;
    stats.moments = scenario.moments.size();
    stats.endings = scenario.endings.size();
    for (const Moment& moment : scenario.moments) stats.choices += moment.choices.size();
    for (const Ending& ending : scenario.endings) stats.outcomes += ending.outcomes.size();
    count_paths(standard, source, stats);
    stats.minutes = estimated_minutes(words_on_best_way(source), stats.decisions);
    for (const auto& [language, all] : texts) {
        std::vector<SourceText> own;
        for (const SourceText& text : all)
            if (is_of(text, scenario.id)) own.push_back(text);
        stats.languages[language] = language_stats(own, {&source});
    }
    return stats;
}

PackStats pack_stats(const PackSources& sources) {
    PackStats stats;
    stats.id = sources.pack.id;
    stats.source_language = sources.pack.source_language;
    stats.unfinished = sources.unfinished.size();
    const auto texts = texts_by_language(sources);
    for (const SourceScenario& source : sources.scenarios)
        stats.scenarios.push_back(scenario_stats(sources.standard, source, texts));
    stats.drills = sources.drills.size();
    for (const SourceDrill& drill : sources.drills) stats.variants += drill.variants.size();
    for (const auto& [language, all] : texts) {
        std::vector<SourceText> played;
        for (const SourceText& text : all)
            if (!is_of(text, "standard")) played.push_back(text);
        stats.languages[language] = language_stats(played, everything_played(sources));
    }
    return stats;
}

PackStats loose_stats(const Loaded& loaded) {
    PackStats stats;
    stats.source_language = loaded.loose_language;
    for (const SourceScenario& source : loaded.loose)
        stats.scenarios.push_back(
            scenario_stats(loaded.default_standard, source, {{loaded.loose_language, source.texts}}));
    return stats;
}

}  // namespace

double estimated_minutes(std::size_t words, std::size_t decisions) {
    constexpr double words_a_minute = 238, seconds_a_decision = 10;
    return static_cast<double>(words) / words_a_minute +
           static_cast<double>(decisions) * seconds_a_decision / 60;
}

std::vector<PackStats> stats_of(const Loaded& loaded) {
    std::vector<PackStats> all;
    for (const PackSources& sources : loaded.packs) all.push_back(pack_stats(sources));
    if (!loaded.loose.empty()) all.push_back(loose_stats(loaded));
    return all;
}

}  // namespace touchstone::content
