// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "engine/play/encounter.h"

namespace touchstone {

/// A decision: moment and choice by index.
using Decision = std::pair<std::size_t, std::size_t>;

/// Everything that can be decided from start to end. Satisfaction and trust are left out: they decide only
/// which outcome comes, never what can be chosen. Exact, and small. Nobody leaves of their own accord.
class DecisionGraph {
public:
    /// The scenario must be acyclic.
    explicit DecisionGraph(const Scenario& scenario);

    struct Play {
        std::int64_t sum = 0;
        std::vector<Decision> decisions;
    };
    /// The play with the greatest sum of `value` over its decisions; the author's order among equals.
    Play greatest(const std::function<std::int64_t(const Decision&)>& value) const;

private:
    struct Edge {
        std::optional<std::size_t> next;    // node; none at an end
        std::optional<std::size_t> choice;  // none for an ask
    };
    struct Node {
        std::size_t moment;
        std::vector<Edge> edges;
    };
    std::vector<Node> nodes_;  // what comes later stands earlier; the start is the last
    friend class DecisionGrapher;
};

/// A weighted mean of ratings, not yet divided: value in percent = 25 weighted / weight.
struct Quality {
    std::int64_t weighted = 0;  // sum of weight (halves) x rating 0..4
    std::int64_t weight = 0;    // sum of weight (halves)
    double percent() const { return 25.0 * static_cast<double>(weighted) / static_cast<double>(weight); }
};
struct QualityRange {
    Quality least, most;
};

/// Between which values the weighted mean quality (DEFINITIONS A6, V) of the marked indicators can lie at the
/// end of an encounter; nothing when no play tests them. Exact: Dinkelbach's method for fractions (Dinkelbach
/// 1967, Management Science 13:492-498) in whole numbers.
std::optional<QualityRange> quality_range(const Scenario& scenario, const DecisionGraph& graph,
                                          const std::vector<bool>& marked_indicators);

}  // namespace touchstone
