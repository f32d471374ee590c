// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "content/tool/letters.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

struct Bound {
    const char* what;
    std::size_t words;
};

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::optional<Bound> bound_of(TextKind kind) {
    switch (kind) {
        case TextKind::choice:
            return Bound{"what the learner says", 22};
        case TextKind::says:
            return Bound{"what the customer says", 45};
        case TextKind::reply:
            return Bound{"a reply", 24};
        case TextKind::thought:
            return Bound{"a thought", 20};
        case TextKind::feedback:
            return Bound{"feedback", 36};
        case TextKind::scene:
            return Bound{"a scene", 45};
        case TextKind::other:
            break;
    }
    return std::nullopt;
}

void check_words(const SourceText& text, Findings& findings) {
    const auto bound = bound_of(kind_of(text));
    const std::size_t words = count_words(text.text);
    if (bound && words > bound->words)
        findings.warning("W401", text.place_of(0),
                         fmt::format("{} words; {} has at most {}", words, bound->what, bound->words),
                         "say it shorter", text.length_of(0, text.text.size()));
}

void check_sentences(const SourceText& text, Findings& findings) {
    constexpr std::size_t aim = 14, most = 20;
    const TextKind kind = kind_of(text);
    if (kind == TextKind::feedback || kind == TextKind::other) return;
    for (const std::string_view sentence : sentences_of(text.text)) {
        const auto words = words_of(sentence);
        if (words.size() <= aim) continue;
        const auto from = static_cast<std::size_t>(words.front().data() - text.text.data());
        const auto to = static_cast<std::size_t>(sentence.data() - text.text.data()) + sentence.size();
        findings.add({"W410",
                      words.size() > most ? Severity::warning : Severity::note,
                      {},
                      text.place_of(from),
                      text.length_of(from, to - from),
                      fmt::format("a sentence of {} words; {} is easy to follow", words.size(), aim),
                      "make two sentences of it"});
    }
}

bool names_term(const SourceText& text, const std::string& term, Findings& findings) {
    const std::size_t at = find_term(text.text, term);
    if (at == std::string::npos) return false;
    findings.warning("W404", text.place_of(at), fmt::format("the customer uses our internal word `{}`", term),
                     "say it as a customer would", text.length_of(at, term.size()));
    return true;
}

}  // namespace

TextKind kind_of(const SourceText& text) {
    if (ends_with(text.address, "/scene")) return TextKind::scene;
    if (ends_with(text.address, "/reply")) return TextKind::reply;
    if (ends_with(text.address, "/thinks")) return TextKind::thought;
    if (ends_with(text.address, "/feedback")) return TextKind::feedback;
    if (text.address.find("/says") == std::string::npos) return TextKind::other;
    return text.context == "learner" ? TextKind::choice : TextKind::says;
}

void check_lengths(const std::vector<SourceText>& texts, Findings& findings) {
    for (const SourceText& text : texts) {
        check_words(text, findings);
        check_sentences(text, findings);
    }
}

int lix_tenths(const std::vector<SourceText>& texts) {
    std::size_t words = 0, sentences = 0, long_words = 0;
    for (const SourceText& text : texts) {
        for (const std::string_view word : words_of(text.text)) {
            ++words;
            long_words += letters_in(word) > 6 ? 1U : 0U;
        }
        sentences += sentences_of(text.text).size();
    }
    if (words == 0 || sentences == 0) return 0;
    return static_cast<int>(10 * words / sentences + 1000 * long_words / words);
}

void check_reading_level(const std::vector<SourceText>& texts, const std::string& language,
                         const std::string& what, TextPosition at, Findings& findings) {
    constexpr int above = 5;
    constexpr std::size_t fewest_words = 100;
    std::size_t words = 0;
    for (const SourceText& text : texts) words += count_words(text.text);
    if (words < fewest_words) return;
    const int lix = (lix_tenths(texts) + 5) / 10;
    for (const ReadingLevel& level : reading_levels)
        if (level.language == language && lix > level.baseline + above)
            findings.warning("W412", at,
                             fmt::format("`{}` is hard to read in `{}`: LIX {}, at most {}", what, language,
                                         lix, level.baseline + above),
                             "use shorter sentences and shorter words");
}

void check_terms(const std::vector<SourceText>& texts, const SourcePack& pack, const std::string& language,
                 Findings& findings) {
    for (const SourceText& text : texts) {
        const TextKind kind = kind_of(text);
        if (kind != TextKind::says && kind != TextKind::reply && kind != TextKind::thought) continue;
        for (const InternalTerm& term : pack.internal_terms) {
            if (names_term(text, term.term, findings)) continue;
            if (const auto other = term.translated.find(language); other != term.translated.end())
                names_term(text, other->second, findings);
        }
    }
}

}  // namespace touchstone::content
