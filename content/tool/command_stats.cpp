// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/stats.h"

namespace touchstone::content {

int run_stats(const Options& options) {
    const auto loaded = load_at(options.path);
    if (!loaded) return complain(loaded.error());
    const std::vector<PackStats> all = stats_of(*loaded);
    // Scenarios with errors are not counted: say why before the numbers.
    print_errors(*loaded);
    std::cout << (options.json ? to_json(all) + "\n" : to_text(all));
    return holds_back(loaded->findings) ? has_findings : clean;
}

}  // namespace touchstone::content
