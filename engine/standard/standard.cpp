// SPDX-License-Identifier: Apache-2.0
#include "engine/standard/standard.h"

#include <algorithm>
#include <set>

namespace touchstone {

std::optional<std::size_t> Standard::find_indicator(std::string_view wanted) const {
    for (std::size_t i = 0; i < indicators.size(); ++i)
        if (indicators[i].id == wanted) return i;
    return std::nullopt;
}

std::optional<std::size_t> Standard::find_behaviour(std::string_view wanted) const {
    const auto found = std::find(behaviours.begin(), behaviours.end(), wanted);
    if (found == behaviours.end()) return std::nullopt;
    return static_cast<std::size_t>(found - behaviours.begin());
}

std::optional<std::string> problem_of(const Standard& standard) {
    if (standard.levels.size() != level_count) return "a standard has three levels";
    if (standard.behaviours.size() != behaviour_count) return "a standard has seven behaviours";
    std::vector<int> per_behaviour(behaviour_count, 0);
    std::set<std::string> ids;
    for (const Indicator& indicator : standard.indicators) {
        if (indicator.behaviour >= behaviour_count) return indicator.id + ": no such behaviour";
        if (indicator.level < 1 || indicator.level > 3) return indicator.id + ": level is 1, 2 or 3";
        if (indicator.expectation >= standard.expectations.size())
            return indicator.id + ": no such expectation";
        if (indicator.id.rfind(standard.behaviours[indicator.behaviour] + ".", 0) != 0)
            return indicator.id + ": an indicator is named behaviour.name";
        if (!ids.insert(indicator.id).second) return indicator.id + ": twice in the standard";
        ++per_behaviour[indicator.behaviour];
    }
    for (std::size_t i = 0; i < behaviour_count; ++i)
        if (per_behaviour[i] == 0) return standard.behaviours[i] + ": has no indicator";
    return std::nullopt;
}

}  // namespace touchstone
