// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"

namespace touchstone::content {

int run_check(const Options& options) {
    const auto loaded = load_at(options.path);
    if (!loaded) return complain(loaded.error());
    std::cout << (options.json || options.format == "json"
                      ? to_json(loaded->findings) + "\n"
                      : to_human(loaded->findings, loaded->sources, loaded->files));
    return fails(loaded->findings, options.strict) ? has_findings : clean;
}

}  // namespace touchstone::content
