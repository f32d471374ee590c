// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content/tool/length_bias.h"
#include "content/tool/load.h"

namespace touchstone::content {

/// One language of a scenario, or of a whole pack.
struct LanguageStats {
    std::size_t words = 0;
    int lix_tenths = 0;  // see check_texts.h
    LengthBias length;
};

struct ScenarioStats {
    std::string id;
    int minutes_said = 0;
    double minutes = 0;         // as `estimated_minutes` says
    std::size_t decisions = 0;  // on the best path
    std::size_t moments = 0, choices = 0, endings = 0, outcomes = 0;
    std::optional<std::size_t> paths;  // plays without asks; none when there are more than 100,000
    std::map<std::string, LanguageStats> languages;
};

struct PackStats {
    std::string id;               // empty for a file that stands alone
    std::string source_language;  // first of the languages
    std::vector<ScenarioStats> scenarios;
    std::size_t drills = 0, variants = 0;
    std::map<std::string, LanguageStats> languages;  // drills too
    std::size_t unfinished = 0;  // scenarios with places to do, of which nothing is counted
};

/// Words at 238 a minute, the mean of silent reading in English (Brysbaert 2019), and ten seconds for each
/// decision (our own guess).
double estimated_minutes(std::size_t words, std::size_t decisions);

/// Of packs and scenario files that could be read.
std::vector<PackStats> stats_of(const Loaded& loaded);

std::string to_text(const std::vector<PackStats>& all);
std::string to_json(const std::vector<PackStats>& all);

}  // namespace touchstone::content
