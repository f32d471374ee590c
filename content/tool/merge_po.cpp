// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>
#include <set>

#include "content/tool/po.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

bool has_work_of_a_translator(const PoMessage& message) {
    return !message.translation.empty() || !message.remark.empty();
}

/// What is known of each address: the message in use, else the last obsolete one.
std::map<std::string, std::size_t> known_in(const PoFile& file) {
    std::map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < file.messages.size(); ++i) {
        const auto [found, is_new] = known.emplace(file.messages[i].context, i);
        if (!is_new && file.messages[found->second].obsolete) found->second = i;
    }
    return known;
}

/// The message for a source text that stood there before, perhaps in other words.
PoMessage brought_up(PoMessage message, const SourceText& text) {
    const bool changed = message.source != text.text;
    if (changed && !message.translation.empty()) {
        // The oldest source since it was translated: that is the one the translation says.
        if (!message.fuzzy || message.previous.empty()) message.previous = message.source;
        message.fuzzy = true;
    }
    if (!message.fuzzy || message.previous == text.text) message.previous.clear();
    if (!message.fuzzy) message.previous_context.clear();
    message.source = text.text;
    message.obsolete = false;
    return message;
}

std::string with_field(const std::string& header, const std::string& field, const std::string& value) {
    const bool there = ("\n" + header).find("\n" + field + ":") != std::string::npos;
    return there ? header : header + field + ": " + value + "\n";
}

std::string header_for(const std::string& old, std::string_view language) {
    std::string header = old;
    if (!header.empty() && header.back() != '\n') header += '\n';
    header = with_field(header, "Language", std::string(language));
    header = with_field(header, "MIME-Version", "1.0");
    header = with_field(header, "Content-Type", "text/plain; charset=UTF-8");
    return with_field(header, "Content-Transfer-Encoding", "8bit");
}

}  // namespace

std::size_t longest_translation(std::string_view source) {
    // A short word may double; a long text grows by two fifths at most (ux.md section 2).
    return count_code_points(source) * 7 / 5 + 8;
}

PoFile merge_po(const PoFile& old, const std::vector<SourceText>& texts, std::string_view language) {
    const auto known = known_in(old);
    std::set<std::size_t> used;
    PoFile merged;
    merged.header = header_for(old.header, language);
    merged.header_remark = old.header_remark;
    merged.trailing_remark = old.trailing_remark;
    for (const SourceText& text : texts) {
        PoMessage message;
        message.context = text.address;
        message.source = text.text;
        if (const auto before = known.find(text.address); before != known.end()) {
            message = brought_up(old.messages[before->second], text);
            used.insert(before->second);
        }
        message.comment =
            fmt::format("{}; at most {} characters", text.context, longest_translation(text.text));
        merged.messages.push_back(std::move(message));
    }
    for (std::size_t i = 0; i < old.messages.size(); ++i) {
        if (used.count(i) != 0 || !has_work_of_a_translator(old.messages[i])) continue;
        merged.messages.push_back(old.messages[i]);
        merged.messages.back().obsolete = true;
    }
    return merged;
}

MergeReport report_merge(const PoFile& old, const PoFile& merged) {
    const auto before = known_in(old);
    MergeReport report;
    std::set<std::string> in_use;
    for (const PoMessage& message : merged.messages) {
        if (message.obsolete) continue;
        in_use.insert(message.context);
        const auto found = before.find(message.context);
        const PoMessage* was = found == before.end() ? nullptr : &old.messages[found->second];
        if (!was) report.added.push_back(message.context);
        if (was && was->obsolete) report.back.push_back(message.context);
        if (was && was->source != message.source) report.changed.push_back(message.context);
        ++(message.translation.empty() ? report.untranslated
           : message.fuzzy             ? report.fuzzy
                                       : report.translated);
    }
    for (const PoMessage& message : old.messages)
        if (!message.obsolete && in_use.count(message.context) == 0) report.gone.push_back(message.context);
    return report;
}

}  // namespace touchstone::content
