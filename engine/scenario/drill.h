// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/scenario.h"

namespace touchstone {

/// One surface of a drill: the same decision with another customer and other words. Of its choices only id
/// and ratings count; they lead nowhere and change nothing.
struct DrillVariant {
    Moment moment;  // its id is the variant's
    int customer_age = 40;
    Looks looks;
    CustomerState state;

    const std::string& id() const { return moment.id; }
};

/// One moment of a scenario, practised alone in at least three variants, so that the principle and not the
/// text is recalled (learning 3). Its words are texts of the pack under `drills/<drill>/<variant>/...`.
struct Drill {
    std::string id;
    int version = 1;
    std::string logic_hash;  // SHA-256 of the compiled drill without texts, hexadecimal
    std::string from_scenario, from_moment;
    std::vector<DrillVariant> variants;

    std::optional<std::size_t> find_variant(std::string_view id) const;
};

/// What a drill has at least and at most.
inline constexpr std::size_t fewest_variants = 3, most_variants = 8;

}  // namespace touchstone
