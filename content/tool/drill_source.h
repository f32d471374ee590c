// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/tool/source.h"
#include "engine/scenario/drill.h"

namespace touchstone::content {

/// A drill as an author wrote it. Each variant is held as a scenario of one moment without endings, so that
/// the rules and compilers of scenarios read it too; its addresses begin with `drills/<drill>/<variant>`.
struct SourceDrill {
    std::string file;
    std::string id;
    int version = 1;
    std::string from_scenario, from_moment;
    TextPosition from_at, variants_at;
    std::vector<SourceText> texts;  // of the drill itself
    std::vector<SourceScenario> variants;

    /// With those of the variants, in the order of the file.
    std::vector<SourceText> all_texts() const;
};
/// The only moment of a drill's variant.
inline const Moment& moment_of(const SourceScenario& variant) { return variant.scenario.moments.front(); }

std::optional<SourceDrill> read_drill(std::string_view source, const Standard& standard, Findings& findings);
/// Whether a file begins as a drill does: with the key `drill`.
bool looks_like_drill(std::string_view source);

/// Known keys per map of a drill, as content/schema/drill.v1.json lists them (`drill`, `variant`,
/// `customer`, `choice`).
const std::map<std::string, std::vector<std::string>>& known_drill_keys();

}  // namespace touchstone::content
