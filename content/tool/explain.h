// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace touchstone::content {

/// What a code means, for somebody who is no programmer: one file of content/tool/explain. Its first line is
/// `# CODE: in short`.
struct ExplainPage {
    std::string code;
    std::string text;

    /// What stands behind the code in the first line.
    std::string in_short() const;
};
/// Every page, in the order of the codes.
const std::vector<ExplainPage>& explain_pages();

/// None when no rule has this code; letters may be small.
const ExplainPage* find_page(std::string code);

}  // namespace touchstone::content
