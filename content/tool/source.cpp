// SPDX-License-Identifier: Apache-2.0
#include "content/tool/source.h"

#include "engine/basics/utf8.h"

namespace touchstone::content {

TextPosition SourceText::place_of(std::size_t offset) const {
    if (words.line == 0) return at;
    const std::size_t before = count_code_points(std::string_view(text).substr(0, offset));
    return {words.line, words.column + static_cast<int>(before)};
}

std::size_t SourceText::length_of(std::size_t offset, std::size_t count) const {
    if (words.line == 0) return 1;
    return count_code_points(std::string_view(text).substr(offset, count));
}

SourceText text_of(std::string address, const Node& node, std::string context) {
    return {std::move(address), node.text, node.at, std::move(context), node.words};
}

}  // namespace touchstone::content
