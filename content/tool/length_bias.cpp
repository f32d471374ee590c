// SPDX-License-Identifier: Apache-2.0
#include "content/tool/length_bias.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "content/tool/check_choices.h"
#include "content/tool/check_pack.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

/// Code points of each choice; empty when one has no text.
std::vector<std::size_t> choice_lengths(const SourceScenario& source, const Moment& moment,
                                        const Lengths& lengths) {
    std::vector<std::size_t> all;
    for (const Choice& choice : moment.choices) {
        const auto found = lengths.find(source.scenario.id + "/" + moment.id + "/" + choice.id + "/says");
        if (found == lengths.end()) return {};
        all.push_back(found->second);
    }
    return all;
}

void check_language(const PackSources& sources, const std::string& language, const Lengths& lengths,
                    Findings& findings) {
    constexpr double chance = 0.05;
    const LengthBias bias = length_bias(everything_played(sources), lengths);
    if (bias.longest == 0 || bias.chance_longest > chance) return;
    findings.warning(
        "W481", sources.pack.place("languages"),
        fmt::format("in `{}` the longest choice is the best in {} of {} moments; chance gives about {:.0f}",
                    language, bias.longest, bias.moments, bias.expected),
        "shorten some best choices, or lengthen others; `stats` counts along",
        std::string_view("languages").size());
}

}  // namespace

Lengths lengths_of(const std::vector<SourceText>& texts) {
    Lengths lengths;
    for (const SourceText& text : texts) lengths[text.address] = count_code_points(text.text);
    return lengths;
}

Lengths lengths_of(const PoFile& translation) {
    Lengths lengths;
    for (const PoMessage& message : translation.messages)
        if (!message.obsolete && !message.translation.empty())
            lengths[message.context] = count_code_points(message.translation);
    return lengths;
}

LengthBias length_bias(const std::vector<const SourceScenario*>& scenarios, const Lengths& lengths) {
    LengthBias bias;
    std::vector<double> chances;
    for (const SourceScenario* source : scenarios)
        for (const Moment& moment : source->scenario.moments) {
            const auto all = choice_lengths(*source, moment, lengths);
            if (all.size() < 2) continue;
            const auto best = static_cast<std::ptrdiff_t>(best_choice(moment));
            bias.longest += std::max_element(all.begin(), all.end()) - all.begin() == best ? 1U : 0U;
            bias.shortest += std::min_element(all.begin(), all.end()) - all.begin() == best ? 1U : 0U;
            chances.push_back(1.0 / static_cast<double>(all.size()));
        }
    bias.moments = chances.size();
    bias.expected = std::accumulate(chances.begin(), chances.end(), 0.0);
    bias.chance_longest = chance_of_at_least(bias.longest, chances);
    bias.chance_shortest = chance_of_at_least(bias.shortest, chances);
    return bias;
}

std::vector<const SourceScenario*> everything_played(const PackSources& sources) {
    std::vector<const SourceScenario*> all;
    for (const SourceScenario& scenario : sources.scenarios) all.push_back(&scenario);
    for (const SourceDrill& drill : sources.drills)
        for (const SourceScenario& variant : drill.variants) all.push_back(&variant);
    return all;
}

void check_length_bias(const PackSources& sources, Findings& findings) {
    check_language(sources, sources.pack.source_language, lengths_of(sources.texts()), findings);
    for (const auto& [language, translation] : sources.translations)
        check_language(sources, language, lengths_of(translation), findings);
}

}  // namespace touchstone::content
