// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "content/tool/po.h"
#include "content/tool/source.h"

namespace touchstone::content {

/// One language of a pack against its source texts.
struct Translation {
    const std::vector<SourceText>& texts;
    const PoFile& po;
    std::string_view po_text;  // the file itself, for exact places
    std::string language;

    /// What is translated, with the source's context and the place in the PO file.
    std::vector<SourceText> translated() const;
};

/// Nothing is missing; nothing was translated from an older text; nothing belongs to no text any more.
void check_complete(const Translation& translation, Findings& findings);
/// A translation grows by two fifths and eight characters at most (ux study, section 2); a choice has at most
/// 140 characters in any language, the short name of a behaviour 12: their cards.
void check_card_lengths(const std::vector<SourceText>& source, const std::vector<SourceText>& translated,
                        Findings& findings);
/// `{name}` placeholders are the same on both sides; numbers of the source stand in the translation too (a
/// note: "six" may become "18:00", but 412 stays 412); three words or more are not left as they were.
void check_faithful(const std::vector<SourceText>& source, const std::vector<SourceText>& translated,
                    Findings& findings);

/// All of these and the rules of texts: sentences, glyphs, feedback, reading level, internal terms.
void check_translation(const Translation& translation, const SourcePack& pack, Findings& findings);

}  // namespace touchstone::content
