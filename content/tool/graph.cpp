// SPDX-License-Identifier: Apache-2.0
#include "content/tool/graph.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/basics/utf8.h"
#include "engine/paths/loss.h"

namespace touchstone::content {

namespace {

using Step = std::pair<std::size_t, std::size_t>;  // moment and choice

/// The choices of the best path. Patience never runs out on it: its last choice leads to an ending.
std::set<Step> best_steps(const Scenario& scenario, const std::vector<std::string>& path) {
    std::set<Step> steps;
    std::size_t moment = scenario.start;
    for (const std::string& id : path) {
        const auto& choices = scenario.moments[moment].choices;
        const auto found =
            std::find_if(choices.begin(), choices.end(), [&](const Choice& one) { return one.id == id; });
        if (found == choices.end()) continue;  // an ask
        steps.emplace(moment, static_cast<std::size_t>(found - choices.begin()));
        if (found->next.kind == Target::Kind::ending) break;
        moment = found->next.index;
    }
    return steps;
}

std::string node_id(const Target& target) {
    return (target.kind == Target::Kind::moment ? "m" : "e") + std::to_string(target.index);
}

/// At most `most` code points, cut at a word.
std::string shortened(const std::string& text, std::size_t most) {
    if (count_code_points(text) <= most) return text;
    std::string out;
    for (std::size_t space = text.find(' '); space != std::string::npos; space = text.find(' ', space + 1)) {
        if (count_code_points(text.substr(0, space)) > most) break;
        out = text.substr(0, space);
    }
    return out + " ...";
}

std::string asks_of(const Moment& moment) {
    std::vector<std::string> ids;
    for (const Ask& ask : moment.asks) ids.push_back(ask.id);
    return ids.empty() ? "" : fmt::format("\nasks: {}", fmt::join(ids, ", "));
}

std::string outcomes_of(const Ending& ending) {
    std::vector<std::string> all;
    for (const Outcome& outcome : ending.outcomes)
        all.push_back(fmt::format("{} {}", outcome.id, outcome.value));
    return fmt::format("{}", fmt::join(all, "\n"));
}

std::string needs_of(const Scenario& scenario, const Choice& choice) {
    std::vector<std::string> facts;
    for (std::size_t i = 0; i < scenario.facts.size(); ++i)
        if (contains(choice.needs, i)) facts.push_back(scenario.facts[i]);
    return facts.empty() ? "" : fmt::format(" (needs {})", fmt::join(facts, ", "));
}

void add_moment(Graph& graph, const Scenario& scenario, std::size_t index, const std::set<Step>& best) {
    const Moment& moment = scenario.moments[index];
    for (std::size_t c = 0; c < moment.choices.size(); ++c) {
        const Choice& choice = moment.choices[c];
        // 48ths to percent, rounded half up.
        const int percent = (quality_48(moment, choice) * 200 + 48) / 96;
        graph.arrows.push_back({"m" + std::to_string(index), node_id(choice.next),
                                fmt::format("{}{} {} %", choice.id, needs_of(scenario, choice), percent),
                                best.count({index, c}) != 0, choice.exceeds_limit || choice.critical(),
                                moment.id + "/" + choice.id});
    }
}

}  // namespace

Graph make_graph(const Scenario& scenario, const std::map<std::string, std::string>& says,
                 const std::vector<std::string>& best_path) {
    constexpr std::size_t longest = 60;
    const std::set<Step> best = best_steps(scenario, best_path);
    Graph graph;
    graph.title = scenario.id;
    for (std::size_t m = 0; m < scenario.moments.size(); ++m) {
        const Moment& moment = scenario.moments[m];
        const auto text = says.find(scenario.id + "/" + moment.id + "/says");
        graph.nodes.push_back({"m" + std::to_string(m), moment.id,
                               (text == says.end() ? "" : shortened(text->second, longest)) + asks_of(moment),
                               false, false});
        add_moment(graph, scenario, m, best);
    }
    for (std::size_t e = 0; e < scenario.endings.size(); ++e)
        graph.nodes.push_back(
            {"e" + std::to_string(e), scenario.endings[e].id, outcomes_of(scenario.endings[e]), true, false});
    for (Graph::Node& node : graph.nodes)
        node.on_best = std::any_of(graph.arrows.begin(), graph.arrows.end(), [&](const Graph::Arrow& arrow) {
            return arrow.on_best && (arrow.from == node.id || arrow.to == node.id);
        });
    return graph;
}

}  // namespace touchstone::content
