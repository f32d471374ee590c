// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/coverage.h"

namespace touchstone::content {

int run_coverage(const Options& options) {
    const auto loaded = open_packs(options.path);
    if (!loaded) return complain(loaded.error());
    const std::vector<Coverage> all = cover(loaded->packs);
    if (options.format == "json") {
        std::cout << to_json(all) << "\n";
        return clean;
    }
    for (const Coverage& coverage : all)
        std::cout << (options.format == "markdown" ? to_markdown(coverage) : to_text(coverage));
    return clean;
}

}  // namespace touchstone::content
