// SPDX-License-Identifier: Apache-2.0
#include "content/tool/import/twee_links.h"

#include <algorithm>
#include <optional>

#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

constexpr std::size_t longest_link = 1000;  // bytes; no search goes further

struct Found {
    std::size_t bytes = 0;  // of the whole link
    StoryLink link;
    bool setter = false;
};

StoryLink link(std::string_view text, std::string_view target) {
    return {std::string(trimmed(text)), std::string(trimmed(target)), {}};
}

/// `text->target`, `target<-text`, `text|target` or `target`.
StoryLink link_of(std::string_view inner) {
    if (const auto arrow = inner.rfind("->"); arrow != std::string_view::npos)
        return link(inner.substr(0, arrow), inner.substr(arrow + 2));
    if (const auto arrow = inner.find("<-"); arrow != std::string_view::npos)
        return link(inner.substr(arrow + 2), inner.substr(0, arrow));
    if (const auto bar = inner.find('|'); bar != std::string_view::npos)
        return link(inner.substr(0, bar), inner.substr(bar + 1));
    return link(inner, inner);
}

/// A link that begins at the front of `text`, on one line.
std::optional<Found> bracket_link(std::string_view text) {
    if (text.substr(0, 2) != "[[") return std::nullopt;
    const auto end = text.substr(0, longest_link).find("]]", 2);
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view inner = text.substr(2, end - 2);
    if (inner.find('\n') != std::string_view::npos || inner.find("[[") != std::string_view::npos)
        return std::nullopt;
    Found found;
    found.bytes = end + 2;
    if (const auto setter = inner.find("]["); setter != std::string_view::npos) {
        found.setter = true;
        inner = inner.substr(0, setter);
    }
    found.link = link_of(inner);
    if (found.link.target.empty()) return std::nullopt;
    if (found.link.words.empty()) found.link.words = found.link.target;
    return found;
}

/// A text in quotes at the front, moved past; nothing when there is none.
std::optional<std::string> take_quoted(std::string_view& text) {
    const auto from = text.find_first_not_of(" \t,");
    if (from == std::string_view::npos || (text[from] != '"' && text[from] != '\'')) return std::nullopt;
    std::string word;
    for (std::size_t i = from + 1; i < text.size() && text[i] != '\n'; ++i) {
        if (text[i] == text[from]) {
            text.remove_prefix(i + 1);
            return word;
        }
        if (text[i] == '\\' && i + 1 < text.size()) ++i;
        word += text[i];
    }
    return std::nullopt;
}

/// `<<link "words" "target">>` and `(link-goto: "words", "target")`; a macro without a target is no way on.
std::optional<Found> macro_link(std::string_view text) {
    struct Macro {
        std::string_view opening, closing;
    };
    static constexpr Macro macros[] = {
        {"<<link ", ">>"}, {"<<button ", ">>"}, {"(link-goto:", ")"}, {"(link-reveal-goto:", ")"}};
    for (const Macro& macro : macros) {
        if (text.substr(0, macro.opening.size()) != macro.opening) continue;
        std::string_view rest = text.substr(macro.opening.size(), longest_link);
        const std::size_t before = rest.size();
        const auto words = take_quoted(rest);
        if (!words) return std::nullopt;
        const auto target = take_quoted(rest);
        const auto gap = rest.find_first_not_of(" \t");
        if (gap == std::string_view::npos || rest.substr(gap, macro.closing.size()) != macro.closing)
            return std::nullopt;
        const bool harlowe = macro.closing == ")";
        if (!target && !harlowe) return std::nullopt;
        rest.remove_prefix(gap + macro.closing.size());
        return Found{
            macro.opening.size() + before - rest.size(), {*words, target.value_or(*words), {}}, false};
    }
    return std::nullopt;
}

bool only_signs(std::string_view line) {
    return line.find_first_not_of(" \t*-+>.#|/") == std::string_view::npos;
}

/// Lines without those that held nothing but links, and with at most one empty line in a row.
class Lines {
public:
    void add(std::string_view bare, const std::string& line, bool had_link) {
        if (had_link && only_signs(bare)) return;
        const bool empty = trimmed(line).empty();
        if (empty && (text_.empty() || empty_before_)) return;
        text_ += (text_.empty() ? "" : "\n") + std::string(trimmed(line));
        empty_before_ = empty;
    }
    std::string text() const { return std::string(trimmed(text_)); }

private:
    std::string text_;
    bool empty_before_ = false;
};

std::string without_comments(std::string_view text, std::size_t& count) {
    std::string all;
    while (true) {
        const auto from = text.find("<!--");
        const auto to = from == std::string_view::npos ? from : text.find("-->", from);
        if (to == std::string_view::npos) return all.append(text);
        all.append(text.substr(0, from));
        text.remove_prefix(to + 3);
        ++count;
    }
}

/// One line: its links go to `into`; what stays goes to `lines`.
void take_line(std::string_view line, TweeText& into, Lines& lines) {
    std::string bare, kept;
    bool had_link = false;
    while (!line.empty()) {
        auto found = line.front() == '[' ? bracket_link(line) : std::nullopt;
        if (!found && (line.front() == '<' || line.front() == '(')) found = macro_link(line);
        if (!found) {
            bare += line.front();
            kept += line.front();
            line.remove_prefix(1);
            continue;
        }
        had_link = true;
        into.setters += found->setter ? 1U : 0U;
        kept += found->link.words;
        into.links.push_back(std::move(found->link));
        line.remove_prefix(found->bytes);
    }
    lines.add(bare, kept, had_link);
}

bool holds_code(const std::string& text) {
    if (text.find("<<") != std::string::npos) return true;
    for (auto at = text.find('('); at != std::string::npos; at = text.find('(', at + 1)) {
        const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at + 1);
        if (end != std::string::npos && end > at + 1 && text[end] == ':') return true;
    }
    return false;
}

}  // namespace

TweeText take_links(std::string_view text) {
    TweeText taken;
    const std::string clean = without_comments(text, taken.comments);
    Lines lines;
    std::string_view rest = clean;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        take_line(rest.substr(0, end), taken, lines);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    taken.text = lines.text();
    taken.has_code = holds_code(taken.text);
    return taken;
}

}  // namespace touchstone::content
