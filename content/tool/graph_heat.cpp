// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "content/tool/graph.h"

namespace touchstone::content {

namespace {

/// 0 for never, else 1..8.
int width_of(std::int64_t times, std::int64_t most) {
    constexpr double widest = 8;
    if (times == 0) return 0;
    return 1 + static_cast<int>((widest - 1) * static_cast<double>(times) / static_cast<double>(most) + 0.5);
}

/// Percent, rounded half up.
int share_of(std::int64_t times, std::int64_t all) {
    return static_cast<int>(100.0 * static_cast<double>(times) / static_cast<double>(all) + 0.5);
}

std::int64_t most_of(const std::map<std::string, std::int64_t>& times) {
    std::int64_t most = 0;
    for (const auto& [id, count] : times) most = std::max(most, count);
    return most;
}

}  // namespace

void add_heat(Graph& graph, const Usage& usage) {
    const auto times_of = [&](const Graph::Arrow& arrow) {
        const auto found = usage.find(arrow.choice);
        return found == usage.end() ? 0 : found->second;
    };
    std::map<std::string, std::int64_t> left, reached;  // node -> times, by its choices and by those into it
    std::int64_t most = 0;
    for (const Graph::Arrow& arrow : graph.arrows) {
        left[arrow.from] += times_of(arrow);
        reached[arrow.to] += times_of(arrow);
        most = std::max(most, times_of(arrow));
    }
    for (Graph::Arrow& arrow : graph.arrows) {
        const std::int64_t times = times_of(arrow);
        arrow.width = width_of(times, most);
        arrow.label +=
            times == 0 ? "\nnever" : fmt::format("\n{} ({} %)", times, share_of(times, left[arrow.from]));
    }
    const std::int64_t most_met = std::max(most_of(left), most_of(reached));
    for (Graph::Node& node : graph.nodes) {
        const std::int64_t times = node.ending ? reached[node.id] : left[node.id];
        node.width = width_of(times, most_met);
        node.title += times == 0 ? " (never)" : fmt::format(" ({})", times);
    }
}

}  // namespace touchstone::content
