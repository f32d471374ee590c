// SPDX-License-Identifier: Apache-2.0
#include "content/tool/coverage.h"

#include <algorithm>
#include <functional>
#include <set>

#include "content/tool/scenario_builder.h"

namespace touchstone::content {

namespace {

/// One test of a moment, with all that it counts for.
struct TestedHere {
    const Indicator* indicator;
    bool primary;
    std::string touchpoint, channel;
};

/// A side of a table: names, and whether a test counts for the name at an index.
struct Side {
    std::vector<std::string> names;
    std::function<bool(const Indicator&, std::size_t)> is_of;         // of the standard
    std::function<const std::string&(const TestedHere&)> place = {};  // or of the scenario
    bool counts(const TestedHere& test, std::size_t index) const {
        return place ? place(test) == names[index] : is_of(*test.indicator, index);
    }
    /// Whether any test of the indicator may count here.
    bool possible(const Indicator& indicator, std::size_t index) const {
        return place || is_of(indicator, index);
    }
};

class Counter {
public:
    explicit Counter(const Standard& standard) : standard_(standard) {}

    void add(const PackSources& sources) {
        for (const std::string& touchpoint : sources.pack.journey)
            if (!index_of(touchpoints_, touchpoint)) touchpoints_.push_back(touchpoint);
        for (const SourceScenario& scenario : sources.scenarios) add(sources, scenario);
    }
    Coverage finish() {
        coverage_.standard = standard_.id;
        const Side indicators = indicator_side(), behaviours = behaviour_side(), levels = level_side();
        const Side expectations = expectation_side(), channels = channel_side();
        const Side touchpoints = touchpoint_side();
        coverage_.tables = {table("Indicators by level", indicators, levels),
                            table("Indicators by channel", indicators, channels),
                            table("Indicators by touchpoint", indicators, touchpoints),
                            table("Behaviours by level", behaviours, levels),
                            table("Behaviours by channel", behaviours, channels),
                            table("Behaviours by touchpoint", behaviours, touchpoints),
                            table("Levels by touchpoint", levels, touchpoints),
                            table("Expectations by channel", expectations, channels),
                            table("Expectations by touchpoint", expectations, touchpoints)};
        find_gaps();
        for (Probe& probe : coverage_.probes) complete(probe);
        return std::move(coverage_);
    }

private:
    void add(const PackSources& sources, const SourceScenario& source) {
        const Scenario& scenario = source.scenario;
        ScenarioCoverage row;
        row.pack = sources.pack.id;
        row.scenario = scenario.id;
        row.sector = scenario.sector;
        row.touchpoint = scenario.touchpoint;
        row.channel = scenario.channel;
        row.facts = static_cast<int>(scenario.facts.size());
        row.marks = static_cast<int>(scenario.marks.size());
        for (const Moment& moment : scenario.moments) add(row, moment);
        for (const SourceDrill& drill : sources.drills) row.drills += drill.from_scenario == scenario.id ? 1 : 0;
        coverage_.scenarios.push_back(row);
        if (!source.same_case.empty()) add_probe("case", source.same_case, scenario);
        if (!source.same_persona.empty()) add_probe("persona", source.same_persona, scenario);
    }
    void add(ScenarioCoverage& row, const Moment& moment) {
        ++row.moments;
        row.asks += static_cast<int>(moment.asks.size());
        for (const Test& test : moment.tests)
            tests_.push_back({&standard_.indicators[test.indicator], test.weight_halves == 2, row.touchpoint,
                              row.channel});
        for (const Choice& choice : moment.choices) {
            row.extras += choice.extra ? 1 : 0;
            row.prevents += (choice.steps & step_prevent) != 0 ? 1 : 0;
            row.traps += choice.exceeds_limit ? 1 : 0;
            row.bends += choice.bend && !choice.exceeds_limit ? 1 : 0;
        }
    }
    void add_probe(const char* kind, const std::string& name, const Scenario& scenario) {
        auto& all = coverage_.probes;
        auto found = std::find_if(all.begin(), all.end(), [&](const Probe& probe) {
            return probe.kind == kind && probe.name == name;
        });
        if (found == all.end()) found = all.insert(all.end(), {kind, name, {}, false});
        found->scenarios.push_back(scenario.id + " (" + scenario.channel + ")");
    }
    static void complete(Probe& probe) {
        std::set<std::string> channels;
        for (const std::string& one : probe.scenarios) channels.insert(one.substr(one.find(' ')));
        probe.complete = (probe.kind == "case" ? channels.size() : probe.scenarios.size()) >= 2;
    }

    Side indicator_side() const {
        std::vector<std::string> names;
        for (const Indicator& one : standard_.indicators) names.push_back(one.id);
        return {names,
                [this](const Indicator& one, std::size_t i) { return one == standard_.indicators[i]; }};
    }
    Side behaviour_side() const {
        return {standard_.behaviours, [](const Indicator& one, std::size_t i) { return one.behaviour == i; }};
    }
    Side level_side() const {
        return {standard_.levels,
                [](const Indicator& one, std::size_t i) { return one.level == static_cast<int>(i) + 1; }};
    }
    Side expectation_side() const {
        return {standard_.expectations,
                [](const Indicator& one, std::size_t i) { return one.expectation == i; }};
    }
    static Side channel_side() {
        return {{"counter", "phone", "chat"}, {}, [](const TestedHere& test) -> const std::string& {
                    return test.channel;
                }};
    }
    Side touchpoint_side() const {
        return {
            touchpoints_, {}, [](const TestedHere& test) -> const std::string& { return test.touchpoint; }};
    }

    CoverageTable table(const char* title, const Side& rows, const Side& columns) const {
        CoverageTable table{title, rows.names, columns.names, {}};
        for (std::size_t r = 0; r < rows.names.size(); ++r) {
            table.cells.emplace_back();
            for (std::size_t c = 0; c < columns.names.size(); ++c)
                table.cells.back().push_back(cell(rows, r, columns, c));
        }
        return table;
    }
    std::optional<Tested> cell(const Side& rows, std::size_t r, const Side& columns, std::size_t c) const {
        const auto possible = [&](const Indicator& one) {
            return rows.possible(one, r) && columns.possible(one, c);
        };
        if (std::none_of(standard_.indicators.begin(), standard_.indicators.end(), possible))
            return std::nullopt;
        Tested tested;
        for (const TestedHere& test : tests_)
            if (rows.counts(test, r) && columns.counts(test, c))
                ++(test.primary ? tested.primary : tested.secondary);
        return tested;
    }
    void find_gaps() {
        for (const Indicator& indicator : standard_.indicators) {
            Tested tested;
            for (const TestedHere& test : tests_)
                if (*test.indicator == indicator) ++(test.primary ? tested.primary : tested.secondary);
            if (tested.never())
                coverage_.never.push_back(indicator.id);
            else if (tested.primary == 0)
                coverage_.never_primary.push_back(indicator.id);
        }
    }

    const Standard& standard_;
    std::vector<TestedHere> tests_;
    std::vector<std::string> touchpoints_;
    Coverage coverage_;
};

}  // namespace

std::vector<Coverage> cover(const std::vector<PackSources>& packs) {
    std::vector<Coverage> all;
    std::set<std::string> done;
    for (const PackSources& first : packs) {
        const std::string& standard = first.standard.standard.id;
        if (!done.insert(standard).second) continue;
        Counter counter(first.standard.standard);
        for (const PackSources& sources : packs)
            if (sources.standard.standard.id == standard) counter.add(sources);
        all.push_back(counter.finish());
    }
    return all;
}

}  // namespace touchstone::content
