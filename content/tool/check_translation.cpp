// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_translation.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "content/tool/check_choices.h"
#include "content/tool/check_feedback.h"
#include "content/tool/check_glyphs.h"
#include "content/tool/check_texts.h"
#include "content/tool/letters.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

std::map<std::string, const PoMessage*> by_address(const PoFile& po) {
    std::map<std::string, const PoMessage*> known;
    for (const PoMessage& message : po.messages)
        if (!message.obsolete) known[message.context] = &message;
    return known;
}

std::map<std::string, const SourceText*> by_address(const std::vector<SourceText>& texts) {
    std::map<std::string, const SourceText*> known;
    for (const SourceText& text : texts) known[text.address] = &text;
    return known;
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

/// Where the translation stands as it is; line 0 when it is escaped or goes over several lines.
TextPosition words_place(const PoMessage& message, const std::vector<std::string_view>& lines) {
    const auto index = static_cast<std::size_t>(std::max(message.at.line, 1)) - 1;
    const std::string_view opening = "msgstr \"";
    if (index >= lines.size() || lines[index].rfind(opening, 0) != 0) return {0, 0};
    if (lines[index].substr(opening.size(), message.translation.size()) != message.translation) return {0, 0};
    return {message.at.line, static_cast<int>(opening.size()) + 1};
}

std::vector<std::string> matches(const std::string& text, bool (*part)(char), std::size_t least) {
    std::vector<std::string> all;
    std::string now;
    for (const char c : text + " ") {
        if (part(c)) {
            now += c;
            continue;
        }
        if (now.size() >= least) all.push_back(now);
        now.clear();
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// `{name}` parts, sorted.
std::vector<std::string> placeholders(const std::string& text) {
    std::vector<std::string> all;
    for (auto from = text.find('{'); from != std::string::npos; from = text.find('{', from + 1)) {
        const auto to = text.find('}', from);
        if (to == std::string::npos) break;
        all.push_back(text.substr(from, to - from + 1));
    }
    std::sort(all.begin(), all.end());
    return all;
}

/// Numbers of three digits and more: rooms and amounts; hours are often told in words.
std::vector<std::string> numbers(const std::string& text) {
    return matches(
        text, [](char c) { return c >= '0' && c <= '9'; }, 3);
}

void add(const SourceText& text, const char* code, Severity severity, std::string reason, std::string remedy,
         Findings& findings) {
    findings.add({code,
                  severity,
                  {},
                  text.place_of(0),
                  text.length_of(0, text.text.size()),
                  std::move(reason),
                  std::move(remedy)});
}

void check_numbers(const SourceText& source, const SourceText& translated, Findings& findings) {
    const auto there = numbers(translated.text);
    for (const std::string& number : numbers(source.text))
        if (std::find(there.begin(), there.end(), number) == there.end())
            add(translated, "W424", Severity::note,
                fmt::format("the source says {}, the translation does not", number), "say the number too",
                findings);
}

/// `standard/behaviours/positive/short`, a label below an icon.
bool is_short_name(const SourceText& text) {
    const std::string_view end = "/short";
    return text.address.rfind("standard/", 0) == 0 && text.address.size() > end.size() &&
           text.address.compare(text.address.size() - end.size(), end.size(), end) == 0;
}

/// Reading level of each scenario by itself.
void check_levels(const Translation& translation, const std::vector<SourceText>& translated,
                  Findings& findings) {
    std::map<std::string, std::vector<SourceText>> by_scenario;
    for (const SourceText& text : translated)
        if (kind_of(text) != TextKind::other)
            by_scenario[text.address.substr(0, text.address.find('/'))].push_back(text);
    for (const auto& [scenario, texts] : by_scenario)
        check_reading_level(texts, translation.language, scenario, texts.front().at, findings);
}

}  // namespace

std::vector<SourceText> Translation::translated() const {
    const auto known = by_address(po);
    const auto lines = lines_of(po_text);
    std::vector<SourceText> all;
    for (const SourceText& text : texts)
        if (const auto found = known.find(text.address);
            found != known.end() && !found->second->translation.empty())
            all.push_back({text.address, found->second->translation, found->second->at, text.context,
                           words_place(*found->second, lines)});
    return all;
}

void check_complete(const Translation& translation, Findings& findings) {
    const auto known = by_address(translation.po);
    const auto sources = by_address(translation.texts);
    for (const SourceText& text : translation.texts) {
        const auto found = known.find(text.address);
        if (found == known.end() || found->second->translation.empty())
            findings.error("E122", found == known.end() ? TextPosition{} : found->second->at,
                           "`" + text.address + "` is not translated",
                           "translate it; run `touchstone-content merge` first if it is missing here");
        else if (found->second->source != text.text || found->second->fuzzy)
            findings.warning("W407", found->second->at,
                             "`" + text.address + "` was translated from an older text",
                             "read the translation again and remove the `fuzzy` mark");
    }
    for (const auto& [address, message] : known)
        if (sources.count(address) == 0)
            findings.warning("W422", message->at, "`" + address + "` translates a text that is gone",
                             "run `touchstone-content merge`: it keeps the translation as obsolete");
}

void check_card_lengths(const std::vector<SourceText>& source, const std::vector<SourceText>& translated,
                        Findings& findings) {
    constexpr std::size_t short_name = 12;
    const auto sources = by_address(source);
    for (const SourceText& text : translated) {
        // A short word may double; a long text grows by two fifths at most.
        std::size_t most = count_code_points(sources.at(text.address)->text) * 7 / 5 + 8;
        if (kind_of(text) == TextKind::choice) most = std::min(most, choice_card);
        if (is_short_name(text)) most = short_name;
        const std::size_t length = count_code_points(text.text);
        if (length > most)
            add(text, "W408", Severity::warning,
                fmt::format("`{}` has {} characters; the card takes {}", text.address, length, most),
                "say it shorter", findings);
    }
}

void check_faithful(const std::vector<SourceText>& source, const std::vector<SourceText>& translated,
                    Findings& findings) {
    const auto sources = by_address(source);
    for (const SourceText& text : translated) {
        const SourceText& from = *sources.at(text.address);
        if (placeholders(from.text) != placeholders(text.text))
            add(text, "W424", Severity::warning, "the placeholders are not those of the source",
                fmt::format("keep every {{name}} of `{}` as it is", from.text), findings);
        if (from.text == text.text && words_of(from.text).size() >= 3)
            add(text, "W423", Severity::warning, "the translation is the source text",
                "translate it, or leave it empty until somebody does", findings);
        check_numbers(from, text, findings);
    }
}

void check_translation(const Translation& translation, const SourcePack& pack, Findings& findings) {
    check_complete(translation, findings);
    const std::vector<SourceText> translated = translation.translated();
    check_card_lengths(translation.texts, translated, findings);
    check_faithful(translation.texts, translated, findings);
    check_lengths(translated, findings);
    check_glyphs(translated, shipped_glyphs(), findings);
    check_feedback(translated, translation.language, findings);
    check_terms(translated, pack, translation.language, findings);
    check_levels(translation, translated, findings);
}

}  // namespace touchstone::content
