// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "content/tool/compile.h"

namespace touchstone::content {

/// The language code for pseudo-translations, in the range that ISO 639-2 keeps for private use.
inline constexpr const char* pseudo_language = "qps";

/// `text` with accents, in brackets, 40 % longer (at least by the brackets): what stays plain on a screen was
/// never a text of the pack, and what is cut shows its missing bracket. `{placeholders}` stay as they are.
std::string pseudo_text(std::string_view text);

/// A translation of every text into the pseudo-language.
PoFile pseudo_translation(const PackSources& sources);

}  // namespace touchstone::content
