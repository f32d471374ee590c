// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/packs/pack.h"
#include "engine/scenario/library.h"
#include "game/ui/theme.h"
#include "game/ui/words.h"

namespace touchstone::game {

/// Where fonts, themes and texts lie: <program>/../share/touchstone.
std::string share_directory();
/// Light, dark and sunlight, in this order.
Result<std::vector<Theme>> load_themes(const std::string& share);
Result<packs::Texts> load_interface_texts(const std::string& share);

/// Which pack a scenario comes from.
struct Origin {
    std::string pack, version, hash;
    std::string currency;
    bool key_provisional = true;
};
/// Compiled packs, verified and ready to play together.
struct LoadedPack {
    packs::Texts texts;
    std::vector<std::string> languages;  // of the first pack, its source language first
    Library library;                     // the scenarios of all packs; one standard
    std::vector<Origin> packs;           // in the order of loading
    std::vector<std::size_t> pack_of;    // index into `packs` for each scenario
    std::vector<std::size_t> pack_of_drill;

    const Origin& origin_of_drill(std::size_t drill) const { return packs[pack_of_drill[drill]]; }
    const Origin& origin(std::size_t scenario) const { return packs[pack_of[scenario]]; }
};
Result<LoadedPack> load_pack(const std::string& directory);
/// All of them as one. Packs of another standard than the first, and an id of a scenario or a drill that
/// comes twice, are errors that name the folder.
Result<LoadedPack> load_packs(const std::vector<std::string>& directories);
/// The pack folders below the share directory: `essentials` first, then by name.
std::vector<std::string> installed_packs(const std::string& share);

}  // namespace touchstone::game
