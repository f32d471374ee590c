// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/standard/standard.h"

namespace touchstone::sync {

/// The seven behaviours in the order of every table.
struct BehaviourName {
    const char* id;
    const char* name;
};
inline constexpr std::array<BehaviourName, behaviour_count> behaviour_names = {
    {{"positive", "Positive"},
     {"savvy", "Savvy"},
     {"people", "People"},
     {"resourceful", "Resourceful"},
     {"responsive", "Responsive"},
     {"respectful", "Respectful"},
     {"reliable", "Reliable"}}};

/// A level shows from three weighted evidences on (DEFINITIONS A15).
inline constexpr std::int64_t enough_evidence = 3000;  // thousandths
/// An aggregate shows from five people on.
inline constexpr std::size_t enough_people = 5;

enum class Band { starting, developing, solid, strong };
Band band_of(int level);
const char* word_of(Band band);

/// 100 times sum e q over sum e, rounded half up (DEFINITIONS A6); `evidence` > 0 in thousandths, `weighted`
/// in millionths.
int level_of(std::int64_t evidence, std::int64_t weighted);

/// Mean of several people's levels with its 95 % interval (Student's t), 0..100.
struct MeanLevel {
    int level = 0, low = 0, high = 0;
    std::size_t people = 0;
};
/// Nothing below `enough_people`.
std::optional<MeanLevel> mean_of(const std::vector<int>& levels);

}  // namespace touchstone::sync
