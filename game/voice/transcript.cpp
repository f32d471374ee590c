// SPDX-License-Identifier: Apache-2.0
#include "game/voice/transcript.h"

#include <algorithm>
#include <array>

namespace touchstone::game {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// On one line, with single spaces; signs that a voice would call by name become pauses.
std::string tidy(std::string text) {
    replace_all(text, " · ", ", ");
    std::string out;
    for (const char c : text)
        if (!is_space(c))
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

bool ends_a_sentence(const std::string& text) {
    constexpr std::array<std::string_view, 8> ends{".", "!", "?", ":", "…", "”", "’", "»"};
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::string_view end) { return std::string_view(text).ends_with(end); });
}

/// "Trust: 40, wary", "Stop here? You can pause."
std::string joined(const std::string& label, const std::string& value, std::string_view between = ": ") {
    if (label.empty() || value.empty()) return label + value;
    return label + (ends_a_sentence(label) ? " " : std::string(between)) + value;
}

std::string marked(const Node& node, const std::string& line, const Words& words) {
    return node.selected ? words.tr("voice", "{} (chosen)", {line}) : line;
}

bool is_letter(const std::string& value) { return value.size() == 1 && value[0] >= 'A' && value[0] <= 'Z'; }

std::string choice_line(const Node& node, const Words& words) {
    return marked(
        node, is_letter(node.value) ? node.value + ". " + node.label : joined(node.label, node.value), words);
}

std::string toggle_line(const Node& node, const Words& words) {
    const std::string state = node.selected ? words.tr("voice", "{}: on", {node.label})
                                            : words.tr("voice", "{}: off", {node.label});
    return joined(state, node.value, ". ");
}

std::string button_line(const Node& node, const Words& words) {
    return joined(words.tr("voice", "{}, button", {node.label}), node.value, ". ");
}

/// An item of a list without a value tells nothing: a day without practice.
bool says_something(const Node& node) { return node.role != Role::list_item || !node.value.empty(); }

/// "minutes" of "minutes/1": tabs of one group share a line.
std::string group_of(const Node& node) { return node.id.substr(0, node.id.find('/')); }

class Transcript {
public:
    Transcript(const Tree& tree, const Words& words) : tree_(tree), words_(words) {}

    std::vector<std::string> run() {
        for (const Node& node : tree_.nodes)
            if (!is_target(node.role) && says_something(node) && !was_told(node))
                add(joined(node.label, node.value, node.role == Role::heading ? ". " : ": "));
        each(Role::choice, choice_line);
        tabs();
        each(Role::toggle, toggle_line);
        for (const Node& node : tree_.nodes)
            if (node.enabled && (node.role == Role::button || node.role == Role::link) &&
                node.id != "read-aloud")
                add(button_line(node, words_));
        return std::move(lines_);
    }

private:
    void add(const std::string& text) {
        std::string line = tidy(text);
        if (!line.empty() && std::find(lines_.begin(), lines_.end(), line) == lines_.end())
            lines_.push_back(std::move(line));
    }
    /// A chip that repeats a part of a line, as the mood under a face does.
    bool was_told(const Node& node) const {
        return node.role == Role::status && node.value.empty() &&
               std::any_of(lines_.begin(), lines_.end(), [&](const std::string& line) {
                   return line.find(tidy(node.label)) != std::string::npos;
               });
    }
    void each(Role role, std::string (*line_of)(const Node&, const Words&)) {
        for (const Node& node : tree_.nodes)
            if (node.enabled && node.role == role) add(line_of(node, words_));
    }
    void tabs() {
        std::string line, group;
        for (const Node& node : tree_.nodes) {
            if (!node.enabled || node.role != Role::tab) continue;
            if (group_of(node) != group) add(std::exchange(line, {}));
            group = group_of(node);
            line += (line.empty() ? "" : "; ") + marked(node, node.label, words_);
        }
        add(line);
    }

    const Tree& tree_;
    const Words& words_;
    std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> transcript_of(const Tree& tree, const Words& words) {
    return Transcript(tree, words).run();
}

}  // namespace touchstone::game
