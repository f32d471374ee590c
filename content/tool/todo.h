// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

#include "content/tool/yaml_document.h"

namespace touchstone::content {

/// A place that its author still has to fill in: a value that begins with `todo:`, where any value may stand,
/// or whatever stands under the key `todo`.
bool is_todo(std::string_view text);
inline bool is_todo(const Node& node) { return node.kind == Node::Kind::scalar && is_todo(node.text); }

/// One warning (W480) for each place that is to do, in the order of the file.
void list_todos(const Node& root, Findings& findings);

}  // namespace touchstone::content
