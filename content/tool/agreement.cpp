// SPDX-License-Identifier: Apache-2.0
#include "content/tool/agreement.h"

#include <map>
#include <utility>

namespace touchstone::content {

namespace {

/// How often each pair of values met within a unit, each unit weighing as many as it has values.
struct Coincidences {
    std::map<std::pair<int, int>, double> pairs;
    std::map<int, double> values;
    double total = 0;
};

Coincidences coincidences_of(const std::vector<std::vector<int>>& units) {
    Coincidences all;
    for (const std::vector<int>& unit : units) {
        if (unit.size() < 2) continue;
        const double weight = 1.0 / static_cast<double>(unit.size() - 1);
        for (std::size_t i = 0; i < unit.size(); ++i)
            for (std::size_t k = 0; k < unit.size(); ++k)
                if (i != k) all.pairs[{unit[i], unit[k]}] += weight;
        for (const int value : unit) all.values[value] += 1;
        all.total += static_cast<double>(unit.size());
    }
    return all;
}

/// The ordinal metric: how many ranks lie between two values, squared.
double difference(const std::map<int, double>& values, int low, int high) {
    if (low > high) std::swap(low, high);
    double between = 0;
    for (auto one = values.lower_bound(low); one != values.upper_bound(high); ++one) between += one->second;
    between -= (values.at(low) + values.at(high)) / 2;
    return between * between;
}

}  // namespace

std::optional<double> krippendorff_alpha(const std::vector<std::vector<int>>& units) {
    const Coincidences all = coincidences_of(units);
    double observed = 0, expected = 0;
    for (const auto& [pair, count] : all.pairs)
        observed += count * difference(all.values, pair.first, pair.second);
    for (const auto& [one, count] : all.values)
        for (const auto& [other, other_count] : all.values)
            expected += count * other_count * difference(all.values, one, other);
    if (all.values.size() < 2) return std::nullopt;
    return 1 - (all.total - 1) * observed / expected;
}

}  // namespace touchstone::content
