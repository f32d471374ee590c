// SPDX-License-Identifier: Apache-2.0
#include "content/tool/po.h"

#include <optional>

#include "content/tool/yaml_document.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

char unescaped(char c) {
    switch (c) {
        case 'n':
            return '\n';
        case 't':
            return '\t';
        case 'r':
            return '\r';
        default:
            return c;
    }
}

/// Reads "..." at the front of `text`; nothing when it is not a whole quoted string.
std::optional<std::string> unquoted(std::string_view text) {
    if (text.size() < 2 || text.front() != '"') return std::nullopt;
    std::string out;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"') return i + 1 == text.size() ? std::optional(out) : std::nullopt;
        if (text[i] != '\\') {
            out += text[i];
            continue;
        }
        if (++i == text.size()) return std::nullopt;
        out += unescaped(text[i]);
    }
    return std::nullopt;
}

std::string_view without_indent(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    return text;
}

bool starts_with(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

void add_line(std::string& text, std::string_view line) {
    if (!text.empty()) text += '\n';
    text += line;
}

void add_flags(PoMessage& message, std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find(',');
        std::string_view flag = without_indent(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        while (!flag.empty() && flag.back() == ' ') flag.remove_suffix(1);
        if (flag == "fuzzy")
            message.fuzzy = true;
        else if (!flag.empty())
            message.flags.emplace_back(flag);
    }
}

struct Keyword {
    std::string_view word;
    std::string PoMessage::*field;
};
constexpr Keyword keywords[] = {
    {"msgctxt ", &PoMessage::context}, {"msgid ", &PoMessage::source}, {"msgstr ", &PoMessage::translation}};
constexpr Keyword previous_keywords[] = {{"msgctxt ", &PoMessage::previous_context},
                                         {"msgid ", &PoMessage::previous}};

class PoReader {
public:
    explicit PoReader(Findings& findings) : findings_(findings) {}

    void line(std::string_view text) {
        ++at_.line;
        while (!text.empty() && (text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
        if (text.empty()) {
            if (started_) flush();
        } else if (starts_with(text, "#~|")) {
            previous(text.substr(3));
        } else if (starts_with(text, "#~")) {
            entry(without_indent(text.substr(2)), true);
        } else if (text.front() == '#') {
            comment(text);
        } else {
            entry(text, false);
        }
    }
    PoFile finish() {
        if (started_) flush();
        file_.trailing_remark = message_.remark;
        return std::move(file_);
    }

private:
    /// Comments and `msgctxt` after a translation belong to the next message.
    void flush_translated() {
        if (started_ && field_ == &message_.translation) flush();
    }
    void comment(std::string_view text) {
        flush_translated();
        if (starts_with(text, "#,")) return add_flags(message_, text.substr(2));
        if (starts_with(text, "#.")) return add_line(message_.comment, without_indent(text.substr(2)));
        if (starts_with(text, "#:")) return add_line(message_.references, without_indent(text.substr(2)));
        if (starts_with(text, "#|")) return previous(text.substr(2));
        add_line(message_.remark, starts_with(text, "# ") ? text.substr(2) : text.substr(1));
    }
    void previous(std::string_view text) {
        flush_translated();
        text = without_indent(text);
        for (const Keyword& keyword : previous_keywords)
            if (starts_with(text, keyword.word)) {
                previous_field_ = &(message_.*keyword.field);
                text = without_indent(text.substr(keyword.word.size()));
            }
        append(text, previous_field_);
    }
    void entry(std::string_view text, bool obsolete) {
        for (const Keyword& keyword : keywords) {
            if (!starts_with(text, keyword.word)) continue;
            flush_translated();
            field_ = &(message_.*keyword.field);
            started_ = true;
            message_.obsolete = obsolete;
            if (keyword.field == &PoMessage::translation) message_.at = at_;
            text = without_indent(text.substr(keyword.word.size()));
            break;
        }
        append(text, field_);
    }
    void append(std::string_view text, std::string* field) {
        const auto value = unquoted(text);
        if (!value || !field)
            return findings_.error("E120", at_, "this line is not PO",
                                   "write msgctxt, msgid or msgstr with a text in double quotes");
        *field += *value;
    }
    void flush() {
        if (message_.source.empty() && message_.context.empty() && !message_.obsolete) {
            file_.header = message_.translation;
            file_.header_remark = message_.remark;
        } else {
            file_.messages.push_back(message_);
        }
        message_ = {};
        field_ = previous_field_ = nullptr;
        started_ = false;
    }

    Findings& findings_;
    PoFile file_;
    PoMessage message_;
    std::string* field_ = nullptr;
    std::string* previous_field_ = nullptr;
    bool started_ = false;
    TextPosition at_{0, 1};
};

}  // namespace

PoFile read_po(std::string_view text, Findings& findings) {
    if (refuse_bytes(text, 4 * largest_source, findings)) return {};
    PoReader reader(findings);
    while (!text.empty() && !findings.full()) {
        const auto end = text.find('\n');
        reader.line(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return reader.finish();
}

}  // namespace touchstone::content
