// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "engine/packs/pack.h"
#include "engine/scenario/drill.h"
#include "engine/scenario/scenario.h"
#include "engine/standard/standard.h"

namespace touchstone {

/// The logic of one pack, ready to play.
struct Library {
    Standard standard;
    std::vector<Scenario> scenarios;
    std::vector<Drill> drills;

    const Scenario* find(std::string_view scenario) const;
    const Scenario* find_by_hash(std::string_view logic_hash) const;
    const Drill* find_drill(std::string_view drill) const;
};

/// Decodes the standard, the scenarios and the drills of `pack.json`; a pack compiled before there were
/// drills has none. Every index, reference and range is checked, so that no compiled pack can lead play out
/// of bounds.
Result<Library> read_library(std::string_view pack_json);

}  // namespace touchstone
