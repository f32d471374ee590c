// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "content/tool/yaml_document.h"

namespace touchstone::content {

/// Reads the members of one map and reports what is unknown, missing or of the wrong kind. A value that is
/// still to do (todo.h) counts as there: what is returned is the same as after a finding.
class MapReader {
public:
    /// `what` names the map in messages ("a choice"). Unknown keys are reported at once.
    MapReader(const Node& node, std::string what, const std::vector<std::string>& known, Findings& findings);

    bool has(const char* key) const { return node_.find(key) != nullptr; }
    TextPosition at(const char* key) const;
    TextPosition at() const { return node_.at; }
    /// Where the key itself stands; the map's place when it is absent.
    TextPosition key_at(const char* key) const;
    /// The value, whatever it is; none when the key is absent.
    const Node* value(const char* key) const { return node_.find(key); }

    /// A required text; "" after a finding.
    std::string text(const char* key);
    std::string text_or(const char* key, std::string otherwise);
    /// A required name (DEFINITIONS A12).
    std::string name(const char* key);
    std::int64_t integer(const char* key, std::int64_t least, std::int64_t most);
    std::int64_t integer_or(const char* key, std::int64_t least, std::int64_t most, std::int64_t otherwise);
    bool flag(const char* key);
    /// One of `allowed`; the first of them after a finding.
    std::string one_of(const char* key, const std::vector<std::string>& allowed);
    /// A list of words; empty when the key is absent.
    std::vector<const Node*> words(const char* key);
    /// A map or list; nothing after a finding, when it is to do, or when it is absent and not required.
    const Node* map(const char* key, bool required);
    const Node* list(const char* key, bool required);

    Findings& findings() { return findings_; }

private:
    const Node* need(const char* key, Node::Kind kind, const char* kind_name, bool required);

    const Node& node_;
    std::string what_;
    Findings& findings_;
};

/// A whole number with an optional sign.
std::optional<std::int64_t> whole_number(const std::string& text);

}  // namespace touchstone::content
