// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "game/ui/widgets.h"

namespace touchstone::game {

/// Our own keyboard. `language` chooses the letters; "address" is for the addresses of servers.
/// Words need digits and marks besides letters; a name does not.
enum class Keys { name, words };
float keyboard_height(const std::string& language, Keys keys = Keys::name);
/// What was pressed: letters, " ", "backspace", "shift".
std::optional<std::string> keyboard(Ui& ui, const Rect& rect, const std::string& language, bool shifted,
                                    Keys keys = Keys::name);

/// Twelve keys for digits: "0".."9", "backspace".
std::optional<std::string> digit_pad(Ui& ui, const Rect& rect);

/// A line to type in; the caret stands at its end.
void text_field(Ui& ui, const Rect& rect, const std::string& label, const std::string& text,
                const std::string& hint);

/// `text` with a typed key applied; at most `most` letters.
std::string edited(const std::string& text, const std::string& key, std::size_t most);
/// The letter with a capital.
std::string capital(const std::string& letter);

}  // namespace touchstone::game
