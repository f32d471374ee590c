// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

namespace touchstone::content {

/// The words of a piece of HTML: tags go, paragraphs and list items become lines, entities become letters.
std::string text_of_html(std::string_view html);

}  // namespace touchstone::content
