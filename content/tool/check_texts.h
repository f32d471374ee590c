// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "content/tool/source.h"

namespace touchstone::content {

/// What a text is to the person who reads it; told by its address and context.
enum class TextKind { choice, says, reply, thought, feedback, scene, other };
TextKind kind_of(const SourceText& text);

/// Words and sentences on every card (learning 7.1): a choice has at most 22 words, what the customer says
/// and the scene 45 each, a reply 24, a thought 20, feedback 36. A spoken sentence aims at 14 words: longer
/// is a note, over 20 (the Plain English Campaign's upper average) a warning; a colon or semicolon ends it.
/// `texts` are those of one language.
void check_lengths(const std::vector<SourceText>& texts, Findings& findings);

/// How hard a language may be to read: LIX of Björnsson (1968), words per sentence + percent of words over
/// six letters. `baseline` + 5 is the limit (learning 7.1).
struct ReadingLevel {
    const char* language;
    int baseline;
};
/// Baseline: Björnsson's bound of very easy texts (25) for English; the others plus what the same text gains
/// by translation, measured on the three reviewed scenarios of content/essentials (pl +15, ru +14, et +10;
/// 2,900 words). To be replaced by ten reference texts of your own per language.
inline constexpr ReadingLevel reading_levels[] = {{"en", 25}, {"pl", 40}, {"ru", 39}, {"et", 35}};

/// LIX in tenths; 0 for no words.
int lix_tenths(const std::vector<SourceText>& texts);
/// `what` names the scenario, `at` where to say it. Fewer than 100 words are not judged.
void check_reading_level(const std::vector<SourceText>& texts, const std::string& language,
                         const std::string& what, TextPosition at, Findings& findings);

/// No customer's line uses an internal term of the glossary, nor its translation.
void check_terms(const std::vector<SourceText>& texts, const SourcePack& pack, const std::string& language,
                 Findings& findings);

}  // namespace touchstone::content
