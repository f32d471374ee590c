// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/schemas.h"

namespace touchstone::content {

int run_schema(const Options& options) {
    std::vector<std::string> names;
    for (const Schema& schema : schemas()) {
        names.push_back(schema.name);
        if (schema.name != options.other) continue;
        std::cout << schema.text;
        return clean;
    }
    if (options.other.empty()) {
        for (const std::string& name : names) fmt::print("{}\n", name);
        return clean;
    }
    return complain({Error::Kind::not_found,
                     "there is no schema `" + options.other + "`" + did_you_mean(options.other, names),
                     fmt::format("use one of: {}", fmt::join(names, ", "))});
}

}  // namespace touchstone::content
