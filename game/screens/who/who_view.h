// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "game/ui/widgets.h"

namespace touchstone::game {

/// Who practises? Tiles of people; "I am new here" leads to a name.
struct WhoView {
    std::string place;  // "Store 14", or where the tablet stands alone
    SyncPill pill;
    struct Person {
        std::string id, name, initials;
        int colour = 0;
    };
    std::vector<Person> people;        // those whose names begin with `initial`, or all
    std::vector<std::string> initials;  // to find oneself by, where there are many; may be empty
    std::string initial;                // chosen; empty: everybody
    std::string language;
    bool enrolled = false;
    bool naming = false;        // the name is being typed
    std::string name, problem;  // why it cannot be taken
    bool shifted = true;
};
struct WhoAction {
    enum class Kind {
        none,
        pick,
        initial,
        begin_name,
        cancel_name,
        type,
        finish_name,
        language,
        enrol,
        sync,
        settings
    } kind = Kind::none;
    std::string text;               // id or language
    std::vector<std::string> keys;  // typed, in order
};
WhoAction draw_who(Ui& ui, const WhoView& view);

/// Colours of people's tiles; white on each has a contrast of at least 4.5.
Colour person_colour(int index);
inline constexpr int person_colours = 8;
void draw_initials(Ui& ui, const Rect& rect, const std::string& initials, int colour);

}  // namespace touchstone::game
