// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content/tool/source.h"
#include "engine/paths/decision_graph.h"
#include "engine/paths/explore.h"
#include "engine/paths/policies.h"

namespace touchstone::content {

/// One play without asks: what is chosen and what comes of it.
struct ListedPath {
    double score = 0;
    std::string outcome;  // ending/outcome
    std::vector<std::string> choices;
};

/// What all reachable play of a scenario says.
struct PathsReport {
    Exploration exploration;
    Expectation chance, typical;  // choosing by chance, and as well as the author's difficulties say
    std::map<std::string, Expectation> robots;
    std::vector<std::optional<QualityRange>> levels, behaviours, indicators;
    std::size_t best_decisions = 0;
};
Result<PathsReport> report_paths(const SourceScenario& source, const Standard& standard,
                                 Exploration explored);
/// Explores first.
Result<PathsReport> report_paths(const SourceScenario& source, const Standard& standard);

/// Choices on a path of asks and choices, as far as it can be played.
std::size_t decisions_of(const Scenario& scenario, const std::vector<std::string>& path);

/// Every play without asks, best score first; more than `limit` of them are refused.
Result<std::vector<ListedPath>> list_paths(const Scenario& scenario, std::size_t limit = 100'000);

/// Score 0..100 of a loss, not rounded.
double score_of(Loss loss, Loss worst, bool broke_red_rule);

std::string to_json(const PathsReport& report, const Scenario& scenario, const Standard& standard);
std::string to_text(const PathsReport& report, const Scenario& scenario, const Standard& standard);

}  // namespace touchstone::content
