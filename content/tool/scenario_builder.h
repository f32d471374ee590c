// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "content/tool/map_reader.h"
#include "content/tool/source.h"

namespace touchstone::content {

std::optional<std::size_t> index_of(const std::vector<std::string>& names, const std::string& name);
/// Known keys of one map of a scenario.
const std::vector<std::string>& keys(const char* map);

/// What the parts of a scenario's reader share: the scenario so far, the names it defines, and the findings.
struct ScenarioBuilder {
    const Standard& standard;
    const SourcePack* pack;  // none when a file is checked alone
    Findings& findings;
    SourceScenario source = {};
    std::string customer_name = {};
    std::vector<std::string> moment_ids = {}, ending_ids = {};

    Scenario& scenario() { return source.scenario; }
    std::string address(const std::string& rest) const { return source.scenario.id + "/" + rest; }

    void add_text(const std::string& rest, const Node* node, const std::string& context);
    /// Remembers where a key or a word stands.
    void place(const std::string& rest, TextPosition at) { source.places[address(rest)] = at; }
    void required_text(MapReader& in, const char* key, const std::string& rest, const std::string& context);
    void optional_text(MapReader& in, const char* key, const std::string& rest, const std::string& context);
    /// A name that nothing defines; `what` is "fact", "indicator", ...
    void unknown(const std::string& word, TextPosition at, const char* what,
                 const std::vector<std::string>& known);
    void check_name(const std::string& name, TextPosition at);
    /// A multiple of 5 from `least` to 100.
    int five(MapReader& in, const char* key, int least);
    Effect effect(MapReader& outer);
    /// Facts or marks as a set.
    NameSet name_set(MapReader& in, const char* key, const char* what, const std::vector<std::string>& names);
    std::vector<Condition> says_if(MapReader& in, const std::string& rest, const std::string& speaker);
    Condition condition(MapReader& in, const std::string& place);
};

/// Title, sector, limits, recovery and the customer.
void read_head(ScenarioBuilder& builder, MapReader& in);
/// One ask or choice of a moment.
Ask read_ask(ScenarioBuilder& builder, const std::string& moment, const Node::Member& member);
Choice read_choice(ScenarioBuilder& builder, const Moment& moment, const Node::Member& member);

/// Parts that scenarios and drills have in common.
void read_looks(ScenarioBuilder& builder, const Node& node);
void read_state(ScenarioBuilder& builder, const Node& node);
std::vector<Test> read_tests(ScenarioBuilder& builder, const Node& node, const std::string& moment);
/// One rating for each of the moment's tests; `place` is the choice's address within the scenario.
std::vector<int> read_ratings(ScenarioBuilder& builder, const Moment& moment, const Node& node,
                              const std::string& place);

}  // namespace touchstone::content
