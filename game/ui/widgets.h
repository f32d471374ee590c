// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "game/ui/icons.h"
#include "game/ui/ui.h"

/// The parts that screens are made of. Each draws itself, puts its node into the tree and answers whether it
/// was fired.
namespace touchstone::game {

inline constexpr float margin = 24, header_height = 88, icon_button_side = 56, primary_height = 72,
                       second_height = 64;

enum class Lift { choice, card, sheet };
void lift(Ui& ui, const Rect& rect, float radius, Lift level);
/// A surface with its shadow, or with its outline in sunlight.
void card(Ui& ui, const Rect& rect, float radius = 20, Lift level = Lift::card);
void focus_ring(Ui& ui, const std::string& id, const Rect& rect, float radius);

struct ButtonLook {
    std::optional<icon::Code> icon;
    bool icon_after = false;
    bool enabled = true;
    std::string shortcut;
};
float primary_width(const Ui& ui, const std::string& label, bool with_icon);
float second_width(const Ui& ui, const std::string& label, bool with_icon);
bool primary_button(Ui& ui, const std::string& id, const Rect& rect, const std::string& label,
                    const ButtonLook& look = {});
bool second_button(Ui& ui, const std::string& id, const Rect& rect, const std::string& label,
                   const ButtonLook& look = {});
/// Words alone, in the primary colour.
bool text_button(Ui& ui, const std::string& id, const Rect& rect, const std::string& label,
                 const ButtonLook& look = {});
bool icon_button(Ui& ui, const std::string& id, const Rect& rect, icon::Code code, const std::string& label,
                 const std::string& shortcut = {});

/// The loudspeaker that reads this screen once; takes its room from the right of `row`, and none where no
/// voice is there.
void read_button(Ui& ui, Rect& row);

enum class Tint { plain, good, careful, bad, warm };
Colour text_of(const Ui& ui, Tint tint);
Colour tint_of(const Ui& ui, Tint tint);
float chip_width(const Ui& ui, const std::string& text, bool with_icon = true);
float chip_height(const Ui& ui);
void chip(Ui& ui, Point top_left, const std::string& text, Tint tint, std::optional<icon::Code> code);

/// One of several, as a sunk strip with the chosen one lifted.
std::optional<std::size_t> segments(Ui& ui, const std::string& id, const Rect& rect,
                                    const std::vector<std::string>& labels, std::size_t chosen);
bool toggle(Ui& ui, const std::string& id, const Rect& rect, const std::string& label,
            const std::string& hint, bool on, bool enabled = true);

/// A row that leads on: icon tile, title, one line, chevron.
struct RowWords {
    std::string title, line;
};
float row_height(const Ui& ui, const RowWords& words, float width);
bool row_button(Ui& ui, const std::string& id, const Rect& rect, icon::Code code, const RowWords& words,
                bool tinted);

/// What a tablet says about its link to the server.
struct SyncPill {
    enum class State { saved, syncing, up_to_date, offline, needs_help };
    State state = State::saved;
    std::string words;
};
float sync_pill_width(const Ui& ui, const SyncPill& pill, bool short_form);
bool sync_pill(Ui& ui, const std::string& id, const Rect& rect, const SyncPill& pill, bool short_form);

/// A line that rises from below and leaves by itself.
void toast(Ui& ui, const std::string& words, float share);

}  // namespace touchstone::game
