// SPDX-License-Identifier: Apache-2.0
#include "content/tool/yaml_document.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

constexpr std::size_t most_keys = 300;  // of one map
constexpr std::size_t deepest = 16;

/// Stops the parser at the first thing that we refuse.
struct Refusal {
    const char* code;
    YAML::Mark at;
    std::string reason;
    std::string remedy;
    std::size_t length = 1;
};

/// Turns yaml-cpp's marks (bytes from 0) into places (code points from 1).
class Places {
public:
    explicit Places(std::string_view source) : source_(source) {
        starts_.push_back(0);
        for (std::size_t i = 0; i < source.size(); ++i)
            if (source[i] == '\n') starts_.push_back(i + 1);
    }
    TextPosition of(const YAML::Mark& mark) const {
        if (mark.line < 0) return {};
        const std::size_t line = line_of(mark);
        const std::string_view before = source_.substr(starts_[line], byte_of(mark) - starts_[line]);
        return {static_cast<int>(line) + 1, static_cast<int>(count_code_points(before)) + 1};
    }
    /// Where `value` stands as it is, plain or after one quote; line 0 when it does not.
    TextPosition words_of(const YAML::Mark& mark, const std::string& value) const {
        if (mark.line < 0 || value.empty()) return {0, 0};
        std::string_view rest = source_.substr(byte_of(mark));
        TextPosition at = of(mark);
        if (!rest.empty() && (rest.front() == '"' || rest.front() == '\'')) {
            rest.remove_prefix(1);
            ++at.column;
        }
        return rest.substr(0, value.size()) == value ? at : TextPosition{0, 0};
    }

private:
    std::size_t line_of(const YAML::Mark& mark) const {
        return std::min(static_cast<std::size_t>(mark.line), starts_.size() - 1);
    }
    std::size_t byte_of(const YAML::Mark& mark) const {
        const std::size_t start = starts_[line_of(mark)];
        return std::min(start + static_cast<std::size_t>(std::max(mark.column, 0)), source_.size());
    }
    std::string_view source_;
    std::vector<std::size_t> starts_;
};

/// Builds the tree from events, so that anchors are seen before anything is copied.
class TreeBuilder final : public YAML::EventHandler {
public:
    explicit TreeBuilder(const Places& places) : places_(places) {}
    Node root;

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        add(mark, Node{Node::Kind::nothing, places_.of(mark), {}, false, {0, 0}, {}, {}});
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        throw Refusal{"E102", mark, "an alias (`*name`) is not allowed here", "write the value out"};
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse_tag(mark, tag);
        refuse_anchor(mark, anchor);
        add(mark, Node{Node::Kind::scalar,
                       places_.of(mark),
                       value,
                       tag == "!",
                       places_.words_of(mark, value),
                       {},
                       {}});
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Node::Kind::list);
    }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Node::Kind::map);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapEnd() override { close(); }

private:
    struct Open {
        Node node;
        YAML::Mark mark;
        bool has_key = false;
        std::string key;
        TextPosition key_at;
    };

    static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != 0)
            throw Refusal{"E102", mark, "an anchor (`&name`) is not allowed here",
                          "write the value out wherever it is needed"};
    }
    static void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
        if (!tag.empty() && tag != "?" && tag != "!")
            throw Refusal{"E102", mark, "a tag (`!type`) is not allowed here",
                          "remove the tag; quote the text if it begins with `!`"};
    }
    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind) {
        refuse_tag(mark, tag);
        refuse_anchor(mark, anchor);
        if (stack_.size() >= deepest)
            throw Refusal{"E103", mark, "nested deeper than 16 levels",
                          "close the brackets, or check the indentation"};
        stack_.push_back({Node{kind, places_.of(mark), {}, false, {0, 0}, {}, {}}, mark, false, {}, {}});
    }
    void close() {
        Open done = std::move(stack_.back());
        stack_.pop_back();
        add(done.mark, std::move(done.node));
    }
    void add(const YAML::Mark& mark, Node node) {
        if (stack_.empty()) {
            root = std::move(node);
            return;
        }
        Open& parent = stack_.back();
        if (parent.node.kind == Node::Kind::list)
            parent.node.items.push_back(std::move(node));
        else if (parent.has_key)
            add_value(parent, std::move(node));
        else
            set_key(parent, mark, node);
    }
    static void add_value(Open& parent, Node node) {
        parent.node.members.push_back({std::move(parent.key), parent.key_at, std::move(node)});
        parent.has_key = false;
    }
    static void set_key(Open& parent, const YAML::Mark& mark, const Node& node) {
        if (node.kind != Node::Kind::scalar)
            throw Refusal{"E101", mark, "a key must be a word", "write `key: value`"};
        if (parent.node.members.size() >= most_keys)
            throw Refusal{"E145", mark, "a map has more than " + std::to_string(most_keys) + " keys",
                          "split it: one scenario per file", count_code_points(node.text)};
        if (parent.node.find(node.text))
            throw Refusal{"E107", mark, "`" + node.text + "` stands here twice",
                          "remove one of the two, or rename it", count_code_points(node.text)};
        parent.key = node.text;
        parent.key_at = node.at;
        parent.has_key = true;
    }

    const Places& places_;
    std::vector<Open> stack_;
};

std::string remedy_for(const std::string& message) {
    if (message.find("end of map") != std::string::npos || message.find("map value") != std::string::npos ||
        message.find("end of sequence") != std::string::npos)
        return "check the indentation (two spaces a level); put a text with `: `, ` #` or, inside braces, a comma "
               "in double quotes, and use ‘these’ for quotations inside it";
    if (message.find("unknown token") != std::string::npos)
        return "put the text in double quotes: inside braces a `?`, a comma or a colon may not stand bare";
    if (message.find("anchor") != std::string::npos)
        return "write the value out; anchors and aliases are not allowed here";
    if (message.find("tab") != std::string::npos) return "indent with spaces, not tabs";
    return "check this line and the one above: indentation, quotes and brackets";
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    for (const Member& member : members)
        if (member.key == key) return &member.value;
    return nullptr;
}

std::optional<Node> read_yaml(std::string_view source, Findings& findings) {
    if (refuse_bytes(source, largest_source, findings)) return std::nullopt;
    const Places places(source);
    TreeBuilder builder(places);
    try {
        std::istringstream stream{std::string(source)};
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder)) {
            findings.error("E101", {}, "the file is empty", "start with `scenario: an-id`");
            return std::nullopt;
        }
    } catch (const Refusal& refusal) {
        findings.error(refusal.code, places.of(refusal.at), refusal.reason, refusal.remedy, refusal.length);
        return std::nullopt;
    } catch (const YAML::Exception& problem) {
        // An alias to nowhere is refused as an alias, like every other.
        const bool alias = problem.msg.find("anchor") != std::string::npos;
        findings.error(alias ? "E102" : "E101", places.of(problem.mark), "this is not YAML: " + problem.msg,
                       remedy_for(problem.msg));
        return std::nullopt;
    }
    return std::move(builder.root);
}

}  // namespace touchstone::content
