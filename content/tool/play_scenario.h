// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "content/tool/compile.h"
#include "engine/play/encounter.h"

namespace touchstone::content {

/// A scenario ready to be played in a terminal.
struct Playable {
    Library library;  // of one scenario
    packs::Texts texts;
    std::string language = "en";

    const Scenario& scenario() const { return library.scenarios.front(); }
};

Result<Playable> make_playable(const SourceStandard& standard, const SourceScenario& source);

/// Plays the ids of asks and choices in order ("leave" leaves). The encounter must be finished by then.
Result<Encounter> play_ids(const Playable& playable, const std::vector<std::string>& ids, std::uint64_t seed);

/// scenario, version, path, outcome, score 0..100, levels, behaviours, indicators, state: one object, always
/// the same bytes for the same play.
Result<std::string> result_json(const Playable& playable, const Encounter& encounter);

/// The event that the id of an ask or a choice means here; "leave" leaves.
PlayEvent event_for(const Scenario& scenario, const Encounter& now, const std::string& id);
/// "`closing` offers swap, plain-swap": what may be given next.
std::string offers_of(const Scenario& scenario, const Encounter& now);

/// Asks line by line; nothing when the input ended before the encounter did.
std::optional<Encounter> play_interactively(const Playable& playable, std::uint64_t seed, std::istream& in,
                                            std::ostream& out);

}  // namespace touchstone::content
