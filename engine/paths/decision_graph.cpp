// SPDX-License-Identifier: Apache-2.0
#include "engine/paths/decision_graph.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "engine/paths/state_space.h"

namespace touchstone {

/// Plays from each position once; what comes later is finished first.
class DecisionGrapher {
public:
    DecisionGrapher(const Scenario& scenario, std::vector<DecisionGraph::Node>& nodes)
        : scenario_(scenario), nodes_(nodes) {}

    std::size_t node_of(const Position& position) {
        const Key key = key_of(position);
        if (const auto known = known_.find(key); known != known_.end()) return known->second;
        DecisionGraph::Node node{position.moment, {}};
        const Moment& moment = scenario_.moments[position.moment];
        for (const std::size_t i : available_choices(moment, position.facts))
            node.edges.push_back({after(after_choice(scenario_, position, i)), i});
        for (std::size_t i = 0; i < moment.asks.size(); ++i)
            if (!contains(position.asked, i))
                node.edges.push_back({after(after_ask(scenario_, position, i)), std::nullopt});
        nodes_.push_back(std::move(node));
        return known_[key] = nodes_.size() - 1;
    }

private:
    using Key = std::tuple<std::size_t, int, NameSet, std::uint8_t, bool>;
    Key key_of(const Position& p) const {
        return {p.moment, p.state.patience, p.facts, p.asked, paths::acknowledged(scenario_, p)};
    }
    std::optional<std::size_t> after(const Move& move) {
        if (move.end) return std::nullopt;
        return node_of(move.position);
    }

    const Scenario& scenario_;
    std::vector<DecisionGraph::Node>& nodes_;
    std::map<Key, std::size_t> known_;
};

DecisionGraph::DecisionGraph(const Scenario& scenario) {
    DecisionGrapher(scenario, nodes_).node_of(start_of(scenario));
}

DecisionGraph::Play DecisionGraph::greatest(const std::function<std::int64_t(const Decision&)>& value) const {
    std::vector<std::int64_t> sums(nodes_.size(), 0);
    std::vector<const Edge*> taken(nodes_.size(), nullptr);
    for (std::size_t i = 0; i < nodes_.size(); ++i)
        for (const Edge& edge : nodes_[i].edges) {
            const std::int64_t own = edge.choice ? value({nodes_[i].moment, *edge.choice}) : 0;
            const std::int64_t sum = own + (edge.next ? sums[*edge.next] : 0);
            if (taken[i] && sum <= sums[i]) continue;
            sums[i] = sum;
            taken[i] = &edge;
        }
    Play play{sums.back(), {}};
    for (std::optional<std::size_t> node = nodes_.size() - 1; node;) {
        const Edge* edge = taken[*node];
        if (!edge) break;
        if (edge->choice) play.decisions.push_back({nodes_[*node].moment, *edge->choice});
        node = edge->next;
    }
    return play;
}

namespace {

class Ranger {
public:
    Ranger(const Scenario& scenario, const DecisionGraph& graph, const std::vector<bool>& marked)
        : graph_(graph) {
        for (const Moment& moment : scenario.moments) {
            qualities_.emplace_back();
            for (const Choice& choice : moment.choices)
                qualities_.back().push_back(quality(moment, choice, marked));
        }
    }

    std::optional<QualityRange> range() const {
        const Quality any = sum(graph_.greatest([&](const Decision& d) { return of(d).weight; }));
        if (any.weight == 0) return std::nullopt;
        return QualityRange{extreme(any, -1), extreme(any, +1)};
    }

private:
    static Quality quality(const Moment& moment, const Choice& choice, const std::vector<bool>& marked) {
        Quality made;
        for (std::size_t i = 0; i < moment.tests.size(); ++i) {
            if (!marked[moment.tests[i].indicator]) continue;
            made.weighted += moment.tests[i].weight_halves * choice.ratings[i];
            made.weight += moment.tests[i].weight_halves;
        }
        return made;
    }
    const Quality& of(const Decision& decision) const { return qualities_[decision.first][decision.second]; }
    Quality sum(const DecisionGraph::Play& play) const {
        Quality all;
        for (const Decision& decision : play.decisions) {
            all.weighted += of(decision).weighted;
            all.weight += of(decision).weight;
        }
        return all;
    }
    /// The greatest (sign +1) or least (-1) mean, reached from a known one in steps that only improve.
    Quality extreme(Quality known, std::int64_t sign) const {
        for (;;) {
            const auto better = graph_.greatest([&](const Decision& d) {
                return sign * (of(d).weighted * known.weight - known.weighted * of(d).weight);
            });
            if (better.sum <= 0) return known;
            known = sum(better);
        }
    }

    const DecisionGraph& graph_;
    std::vector<std::vector<Quality>> qualities_;
};

}  // namespace

std::optional<QualityRange> quality_range(const Scenario& scenario, const DecisionGraph& graph,
                                          const std::vector<bool>& marked_indicators) {
    return Ranger(scenario, graph, marked_indicators).range();
}

}  // namespace touchstone
