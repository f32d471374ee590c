// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "engine/basics/result.h"
#include "game/ui/colour.h"

namespace touchstone::game {

/// The tokens of a theme file. Widgets take tokens, never colours.
struct Theme {
    std::string id;
    bool outlined = false;  // sunlight: 2 dp lines instead of shadows
    float shadow_strength = 1;
    Colour shadow, bg, surface, speech, sunk, line, ink, ink2, ink3;
    Colour primary, on_primary, pressed, tint, tint_border;
    Colour accent, on_accent, accent_tint, ok, ok_tint, bad, bad_tint, warn, warn_tint, warn_fill, gain;
    Colour control, outline, focus;
    Colour window_top, window_bottom, shelf, parcel1, parcel2, parcel_tape, counter_top, counter_front, disc;
    float disc_alpha = 0;
};

/// Reads a theme: {"id":"light","colours":{"bg":"F6F7F9",...}}. A missing or unknown token is an Error that
/// names it.
Result<Theme> read_theme(std::string_view json);

}  // namespace touchstone::game
