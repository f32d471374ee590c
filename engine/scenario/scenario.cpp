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

bool has_cycle(const Scenario& scenario) {
    std::vector<std::size_t> arrows(scenario.moments.size(), 0);
    const auto each_next = [&](std::size_t moment, auto act) {
        for (const Choice& choice : scenario.moments[moment].choices)
            if (choice.next.kind == Target::Kind::moment) act(choice.next.index);
    };
    for (std::size_t i = 0; i < scenario.moments.size(); ++i)
        each_next(i, [&](std::size_t next) { ++arrows[next]; });
    std::vector<std::size_t> free;
    for (std::size_t i = 0; i < arrows.size(); ++i)
        if (arrows[i] == 0) free.push_back(i);
    std::size_t removed = 0;
    while (!free.empty()) {
        const std::size_t moment = free.back();
        free.pop_back();
        ++removed;
        each_next(moment, [&](std::size_t next) {
            if (--arrows[next] == 0) free.push_back(next);
        });
    }
    return removed != scenario.moments.size();
}

std::size_t says_variant(const std::vector<Condition>& says_if, const Situation& situation) {
    for (std::size_t i = 0; i < says_if.size(); ++i)
        if (holds(says_if[i], situation)) return i + 1;
    return 0;
}

}  // namespace touchstone
