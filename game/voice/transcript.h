// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "game/ui/semantics.h"
#include "game/ui/words.h"

namespace touchstone::game {

/// What is spoken of a screen, in order: what stands on it, the choices with their letters, what can be
/// switched, buttons last. Left out are disabled things, keys, and what was said already.
std::vector<std::string> transcript_of(const Tree& tree, const Words& words);

}  // namespace touchstone::game
