// SPDX-License-Identifier: Apache-2.0
#include "content/tool/po.h"

#include <fmt/format.h>

#include <optional>

#include "content/tool/yaml_document.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else
            out += c;
    }
    return out + "\"";
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
        out += text[i] == 'n' ? '\n' : text[i] == 't' ? '\t' : text[i];
    }
    return std::nullopt;
}

class PoReader {
public:
    explicit PoReader(Findings& findings) : findings_(findings) {}

    void line(std::string_view text) {
        ++at_.line;
        while (!text.empty() && (text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
        if (text.empty()) return flush();
        message_.obsolete = text.rfind("#~", 0) == 0;
        if (message_.obsolete) text = trimmed(text.substr(2));
        if (!text.empty() && text.front() == '#') return comment(text);
        entry(text);
    }
    PoFile finish() {
        flush();
        return std::move(file_);
    }

private:
    static std::string_view trimmed(std::string_view text) {
        while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
        return text;
    }
    void comment(std::string_view text) {
        if (started_ && field_ == &message_.translation) flush();
        if (text.rfind("#,", 0) == 0 && text.find("fuzzy") != std::string_view::npos) message_.fuzzy = true;
        if (text.rfind("#.", 0) == 0) message_.comment = std::string(trimmed(text.substr(2)));
    }
    void entry(std::string_view text) {
        struct Keyword {
            const char* word;
            std::string PoMessage::*field;
        };
        static const Keyword keywords[] = {{"msgctxt ", &PoMessage::context},
                                           {"msgid ", &PoMessage::source},
                                           {"msgstr ", &PoMessage::translation}};
        for (const Keyword& keyword : keywords) {
            const std::string_view word(keyword.word);
            if (text.rfind(word, 0) != 0) continue;
            if (started_ && field_ == &message_.translation) flush();
            field_ = &(message_.*keyword.field);
            started_ = true;
            if (keyword.field == &PoMessage::translation) message_.at = at_;
            text = trimmed(text.substr(word.size()));
            break;
        }
        const auto value = unquoted(text);
        if (!value || !field_)
            return findings_.error("E120", at_, "this line is not PO",
                                   "write msgctxt, msgid or msgstr with a text in double quotes");
        *field_ += *value;
    }
    void flush() {
        if (!started_) return;
        if (message_.source.empty() && message_.context.empty())
            file_.header = message_.translation;
        else
            file_.messages.push_back(message_);
        message_ = {};
        field_ = nullptr;
        started_ = false;
    }

    Findings& findings_;
    PoFile file_;
    PoMessage message_;
    std::string* field_ = nullptr;
    bool started_ = false;
    TextPosition at_{0, 1};
};

void write_message(std::string& out, const PoMessage& message) {
    const std::string mark = message.obsolete ? "#~ " : "";
    out += "\n";
    if (!message.comment.empty() && !message.obsolete) out += "#. " + message.comment + "\n";
    if (message.fuzzy) out += "#, fuzzy\n";
    out += mark + "msgctxt " + quoted(message.context) + "\n" + mark + "msgid " + quoted(message.source) +
           "\n" + mark + "msgstr " + quoted(message.translation) + "\n";
}

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

std::string write_po(const PoFile& file) {
    std::string out = "msgid \"\"\nmsgstr \"\"\n";
    for (std::string_view header = file.header; !header.empty();) {
        const auto end = header.find('\n');
        out += quoted(std::string(header.substr(0, end)) + "\n") + "\n";
        header.remove_prefix(end == std::string_view::npos ? header.size() : end + 1);
    }
    for (const PoMessage& message : file.messages) write_message(out, message);
    return out;
}

PoFile merge_po(const PoFile& old, const std::vector<SourceText>& texts, std::string_view language) {
    std::map<std::string, const PoMessage*> known;
    for (const PoMessage& message : old.messages) known[message.context] = &message;
    PoFile merged;
    merged.header = old.header.empty() ? fmt::format(
                                             "Language: {}\nMIME-Version: 1.0\nContent-Type: text/plain; "
                                             "charset=UTF-8\nContent-Transfer-Encoding: 8bit\n",
                                             language)
                                       : old.header;
    for (const SourceText& text : texts) {
        PoMessage message{
            text.address,
            text.text,
            {},
            fmt::format("{}; at most {} characters", text.context, count_code_points(text.text) * 7 / 5 + 8),
            {},
            false,
            false};
        if (const auto before = known.find(text.address); before != known.end()) {
            message.translation = before->second->translation;
            message.fuzzy = !message.translation.empty() &&
                            (before->second->fuzzy || before->second->source != text.text);
            known.erase(before);
        }
        merged.messages.push_back(std::move(message));
    }
    for (const auto& [address, gone] : known) {
        if (gone->translation.empty()) continue;
        merged.messages.push_back(*gone);
        merged.messages.back().obsolete = true;
    }
    return merged;
}

}  // namespace touchstone::content
