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

/// A compiled pack, verified and ready to play.
struct LoadedPack {
    packs::Pack pack;
    Library library;
};
Result<LoadedPack> load_pack(const std::string& directory);
/// The pack folders below the share directory, by name.
std::vector<std::string> installed_packs(const std::string& share);

}  // namespace touchstone::game
