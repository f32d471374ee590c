// SPDX-License-Identifier: Apache-2.0
#include "engine/scenario/scenario.h"

namespace touchstone {

namespace {

template <class Named>
std::optional<std::size_t> find_by_id(const std::vector<Named>& all, std::string_view id) {
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].id == id) return i;
    return std::nullopt;
}

}  // namespace

std::optional<std::size_t> Scenario::find_moment(std::string_view wanted) const {
    return find_by_id(moments, wanted);
}
std::optional<std::size_t> Scenario::find_ending(std::string_view wanted) const {
    return find_by_id(endings, wanted);
}

std::vector<std::size_t> available_choices(const Moment& moment, NameSet facts) {
    std::vector<std::size_t> available;
    for (std::size_t i = 0; i < moment.choices.size(); ++i)
        if ((moment.choices[i].needs & ~facts) == 0) available.push_back(i);
    return available;
}

std::size_t says_variant(const std::vector<Condition>& says_if, const Situation& situation) {
    for (std::size_t i = 0; i < says_if.size(); ++i)
        if (holds(says_if[i], situation)) return i + 1;
    return 0;
}

}  // namespace touchstone
