// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

namespace touchstone::content {

/// A JSON schema (draft-07) of a file that authors write, as in content/schema.
struct Schema {
    std::string name;  // "scenario", "pack", "standard"
    std::string text;
};
const std::vector<Schema>& schemas();

}  // namespace touchstone::content
