// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <set>
#include <string>

#include "game/screens/common/header.h"

namespace touchstone::game {

/// Applies at once, there is no save.
struct SettingsView {
    HeaderView header;
    std::string language;
    int text_percent = 100;
    std::string theme;
    std::set<std::string> on;   // names of those that are on or off
    bool has_voice = false;  // without one reading aloud cannot be switched on
    std::string about;          // version and pack
    std::vector<Theme> themes;  // to draw their tiles with the real tokens
};
struct SettingsAction {
    enum class Kind { none, language, text, theme, toggle, back, sync } kind = Kind::none;
    std::string text;  // language, theme, or the name of what is on or off
    int percent = 100;
};
inline constexpr int text_percents[] = {100, 115, 130, 150};
SettingsAction draw_settings(Ui& ui, const SettingsView& view);

}  // namespace touchstone::game
