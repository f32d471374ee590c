// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"

namespace touchstone::content {

int run_check(const Options& options) {
    const auto loaded = load(options.path);
    if (!loaded) return complain(loaded.error());
    if (options.json || options.format == "json") {
        std::cout << to_json(loaded->findings) << "\n";
    } else {
        print_findings(*loaded, std::cout);
        const auto count = std::count_if(loaded->findings.begin(), loaded->findings.end(),
                                         [](const Finding& one) { return one.severity == Severity::error; });
        fmt::print("{} files checked: {} errors, {} warnings\n", loaded->files, count,
                   loaded->findings.size() - static_cast<std::size_t>(count));
    }
    return has_errors(loaded->findings) || (options.strict && !loaded->findings.empty()) ? has_findings
                                                                                         : clean;
}

}  // namespace touchstone::content
