// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "game/ui/semantics.h"

namespace touchstone::game {

/// What a finger, a mouse or a keyboard did. `ms` is the time of the shell's clock.
struct PressDown {
    Point at;
    std::int64_t ms = 0;
};
struct PressMove {
    Point at;
    std::int64_t ms = 0;
};
struct PressUp {
    Point at;
    std::int64_t ms = 0;
};
struct Wheel {
    Point at;
    float by = 0;
};
struct KeyPress {
    std::string key;
    bool shift = false;
};  // "tab", "enter", "escape", "up", "a", "1"
struct TextTyped {
    std::string text;
};
using InputEvent = std::variant<PressDown, PressMove, PressUp, Wheel, KeyPress, TextTyped>;

/// An area whose content is longer than its place.
struct ScrollArea {
    std::string id;
    Rect view;
    float content = 0;  // height
};

/// A finger that moves farther than this scrolls and no longer presses.
inline constexpr float slop = 12;

struct Scrolled {
    float offset = 0;    // 0 at the top
    float velocity = 0;  // dp per second
};

/// Everything that input has left behind. A value; `receive` gives the next one.
struct InputState {
    bool down = false;
    Point down_at, last_at;
    std::int64_t last_ms = 0;
    std::string pressed;    // id of the target under a press that may still fire
    std::string scrolling;  // id of the area that took the finger
    std::string focus;
    bool focus_visible = false;
    std::string fired;               // for one frame
    std::vector<std::string> typed;  // texts and "backspace"/"enter", for one frame, when a field is shown
    std::map<std::string, Scrolled> scroll;
};

/// `tree` and `areas` are those of the frame that the person saw.
InputState receive(InputState state, const InputEvent& event, const Tree& tree,
                   const std::vector<ScrollArea>& areas);

/// Lets scrolling go on by itself: decays with 325 ms, stops under 20 dp/s.
InputState coast(InputState state, const std::vector<ScrollArea>& areas, std::int64_t ms, bool calm);
bool is_coasting(const InputState& state);

}  // namespace touchstone::game
