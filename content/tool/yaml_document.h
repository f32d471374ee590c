// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/tool/finding.h"
#include "content/tool/source_bytes.h"

namespace touchstone::content {

/// One value of a YAML file with its place.
struct Node {
    enum class Kind { nothing, scalar, list, map };
    struct Member;

    Kind kind = Kind::nothing;
    TextPosition at;
    std::string text;  // of a scalar
    bool quoted = false;
    /// Where the words of a scalar stand exactly as in `text` (after the quote); line 0 when they are folded
    /// or escaped in the file.
    TextPosition words{0, 0};
    std::vector<Node> items;      // of a list
    std::vector<Member> members;  // of a map, in the order of the file

    const Node* find(std::string_view key) const;
};
struct Node::Member {
    std::string key;
    TextPosition at;
    Node value;
};

/// Reads the subset of YAML that authors use: no anchors, aliases or tags, nested at most 16 deep, at most 1
/// MiB of valid UTF-8 without NUL. Nothing when it cannot be read; the finding says why and where.
std::optional<Node> read_yaml(std::string_view source, Findings& findings);

}  // namespace touchstone::content
