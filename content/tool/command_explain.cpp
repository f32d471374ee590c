// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/explain.h"

namespace touchstone::content {

int run_explain(const Options& options) {
    if (options.other.empty()) {
        for (const ExplainPage& page : explain_pages()) fmt::print("{}  {}\n", page.code, page.in_short());
        return clean;
    }
    if (const ExplainPage* page = find_page(options.other)) {
        std::cout << page->text;
        return clean;
    }
    std::vector<std::string> codes;
    for (const ExplainPage& page : explain_pages()) codes.push_back(page.code);
    return complain({Error::Kind::not_found,
                     "no finding has the code `" + options.other + "`" + did_you_mean(options.other, codes),
                     "`touchstone-content explain` lists them all"});
}

}  // namespace touchstone::content
