// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_pack.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "content/tool/check_choices.h"

namespace touchstone::content {

namespace {

template <class Act>
void each_moment(const PackSources& sources, Act act) {
    for (const SourceScenario& source : sources.scenarios)
        for (const Moment& moment : source.scenario.moments) act(source, moment);
}

void uncovered(const std::string& what, int has, int needs, const char* unit, Findings& findings) {
    if (has < needs)
        findings.warning("W417", {1, 1},
                         fmt::format("the pack tests {} in {} {}; it needs {}", what, has, unit, needs),
                         "write a moment that tests it, or lower the threshold under `coverage:`");
}

/// How often something that should not matter is the best choice, and what chance makes of it.
struct Giveaway {
    std::size_t hits = 0;
    std::vector<double> chances = {};
    void count(bool hit, std::size_t choices) {
        hits += hit ? 1U : 0U;
        chances.push_back(1.0 / static_cast<double>(choices));
    }
};

void report(const Giveaway& giveaway, const char* which, const char* remedy, Findings& findings) {
    constexpr double chance = 0.05;
    if (giveaway.hits == 0 || chance_of_at_least(giveaway.hits, giveaway.chances) > chance) return;
    const double expected = std::accumulate(giveaway.chances.begin(), giveaway.chances.end(), 0.0);
    findings.warning("W419", {1, 1},
                     fmt::format("the {} choice is the best in {} of {} moments; chance gives about {:.0f}",
                                 which, giveaway.hits, giveaway.chances.size(), expected),
                     remedy);
}

}  // namespace

void check_coverage(const PackSources& sources, Findings& findings) {
    const Standard& standard = sources.standard.standard;
    std::vector<int> levels(standard.levels.size()), indicators(standard.indicators.size());
    std::vector<std::set<std::string>> behaviours(standard.behaviours.size());
    each_moment(sources, [&](const SourceScenario& source, const Moment& moment) {
        for (const Test& test : moment.tests) {
            const Indicator& indicator = standard.indicators[test.indicator];
            const auto level = static_cast<std::size_t>(indicator.level - 1);
            if (level < levels.size()) ++levels[level];
            behaviours[indicator.behaviour].insert(source.scenario.id);
            indicators[test.indicator] += test.weight_halves == 2 ? 1 : 0;
        }
    });
    const CoverageNeeds& needs = sources.pack.coverage;
    for (std::size_t i = 0; i < levels.size(); ++i)
        uncovered("level `" + standard.levels[i] + "`", levels[i], needs.levels, "moments", findings);
    for (std::size_t i = 0; i < behaviours.size(); ++i)
        uncovered("`" + standard.behaviours[i] + "`", static_cast<int>(behaviours[i].size()),
                  needs.behaviour_scenarios, "scenarios", findings);
    for (std::size_t i = 0; i < indicators.size(); ++i)
        uncovered("`" + standard.indicators[i].id + "` first", indicators[i], needs.indicators, "moments",
                  findings);
}

void check_journey(const PackSources& sources, Findings& findings) {
    for (const std::string& touchpoint : sources.pack.journey)
        if (std::none_of(sources.scenarios.begin(), sources.scenarios.end(),
                         [&](const SourceScenario& one) { return one.scenario.touchpoint == touchpoint; }))
            findings.note("W418", sources.pack.place("journey/" + touchpoint),
                          fmt::format("no scenario plays at the touchpoint `{}`", touchpoint),
                          "write one, or take the touchpoint out of the journey", touchpoint.size());
}

void check_giveaways(const PackSources& sources, Findings& findings) {
    Giveaway first;
    each_moment(sources, [&](const SourceScenario&, const Moment& moment) {
        first.count(best_choice(moment) == 0, moment.choices.size());
    });
    report(first, "first", "change the order of the choices in the files", findings);
}

double chance_of_at_least(std::size_t x, const std::vector<double>& chances) {
    std::vector<double> exactly{1.0};  // chance of 0, 1, 2, ... events so far
    for (const double p : chances) {
        exactly.push_back(0.0);
        for (std::size_t i = exactly.size() - 1; i > 0; --i)
            exactly[i] = exactly[i] * (1 - p) + exactly[i - 1] * p;
        exactly[0] *= 1 - p;
    }
    double sum = 0;
    for (std::size_t i = x; i < exactly.size(); ++i) sum += exactly[i];
    return sum;
}

}  // namespace touchstone::content
