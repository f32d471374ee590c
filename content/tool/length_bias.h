// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "content/tool/compile.h"

namespace touchstone::content {

/// Address of a text -> its code points, in one language.
using Lengths = std::map<std::string, std::size_t>;
Lengths lengths_of(const std::vector<SourceText>& texts);
Lengths lengths_of(const PoFile& translation);

/// How often length alone finds the best choice, and what chance makes of it (learning 1.5): the binomial
/// probability of at least so many, each moment with one chance in its number of choices.
struct LengthBias {
    std::size_t moments = 0;
    std::size_t longest = 0, shortest = 0;  // moments whose best choice is the longest, the shortest
    double expected = 0;                    // by chance, of either
    double chance_longest = 1, chance_shortest = 1;
};
/// Moments of which a choice has no text in this language are not counted.
LengthBias length_bias(const std::vector<const SourceScenario*>& scenarios, const Lengths& lengths);

/// The scenarios of a pack and the variants of its drills.
std::vector<const SourceScenario*> everything_played(const PackSources& sources);

/// The longest choice is the best more often than by chance (p <= 0.05), in each language of the pack. That
/// the shortest is stands in `stats` alone: nobody learns to look for it.
void check_length_bias(const PackSources& sources, Findings& findings);

}  // namespace touchstone::content
