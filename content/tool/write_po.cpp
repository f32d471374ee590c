// SPDX-License-Identifier: Apache-2.0
#include "content/tool/po.h"

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
        else if (c == '\r')
            out += "\\r";
        else
            out += c;
    }
    return out + "\"";
}

/// Every line of `text` with `mark` before it; an empty line is the mark alone.
std::string marked(std::string_view mark, std::string_view text) {
    std::string out;
    for (bool more = !text.empty(); more;) {
        const auto end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        out += std::string(mark) + (line.empty() ? "" : " ") + std::string(line) + "\n";
        more = end != std::string_view::npos;  // behind the last line break is one more line, be it empty
        if (more) text.remove_prefix(end + 1);
    }
    return out;
}

std::string flags_of(const PoMessage& message) {
    std::string out = message.fuzzy ? "#, fuzzy" : "";
    for (const std::string& flag : message.flags) out += (out.empty() ? "#, " : ", ") + flag;
    return out.empty() ? out : out + "\n";
}

std::string previous_of(const PoMessage& message) {
    const std::string mark = message.obsolete ? "#~| " : "#| ";
    std::string out;
    if (!message.previous_context.empty()) out += mark + "msgctxt " + quoted(message.previous_context) + "\n";
    if (!message.previous.empty()) out += mark + "msgid " + quoted(message.previous) + "\n";
    return out;
}

/// The parts in the order of GNU gettext's own writer.
std::string message_text(const PoMessage& message) {
    const std::string mark = message.obsolete ? "#~ " : "";
    std::string out = "\n" + marked("#", message.remark);
    if (!message.obsolete) out += marked("#.", message.comment) + marked("#:", message.references);
    out += flags_of(message) + previous_of(message);
    if (!message.context.empty()) out += mark + "msgctxt " + quoted(message.context) + "\n";
    return out + mark + "msgid " + quoted(message.source) + "\n" + mark + "msgstr " +
           quoted(message.translation) + "\n";
}

}  // namespace

std::string write_po(const PoFile& file) {
    std::string out = marked("#", file.header_remark) + "msgid \"\"\nmsgstr \"\"\n";
    for (std::string_view header = file.header; !header.empty();) {
        const auto end = header.find('\n');
        out += quoted(std::string(header.substr(0, end)) + "\n") + "\n";
        header.remove_prefix(end == std::string_view::npos ? header.size() : end + 1);
    }
    for (const PoMessage& message : file.messages) out += message_text(message);
    if (!file.trailing_remark.empty()) out += "\n" + marked("#", file.trailing_remark);
    return out;
}

}  // namespace touchstone::content
