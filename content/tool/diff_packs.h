// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "content/tool/finding.h"
#include "content/tool/pack_content.h"

namespace touchstone::content {

/// What a new version of a scenario changes for somebody who knows the old one.
struct ScenarioChange {
    enum class Kind { same, added, gone, logic, texts };
    std::string scenario;
    Kind kind = Kind::same;
    int old_version = 0, new_version = 0;
    std::vector<std::string> ids_added, ids_gone;
    std::map<std::string, std::vector<std::string>> texts;  // language -> addresses
};

struct PackDiff {
    std::string pack, old_version, new_version;
    std::vector<ScenarioChange> scenarios;
    std::map<std::string, std::vector<std::string>> texts;  // of the pack and the standard
    std::vector<std::string> languages_added, languages_gone;
    std::vector<std::string> standard;  // "indicator x.y: new"
    /// E416 logic changed without a higher version, E417 the version went down, E418 a scenario is gone and
    /// the pack's version is the same, E419 an id is used again for something else.
    std::vector<Finding> findings;
};

/// `file` names the new pack in findings.
PackDiff diff_packs(const PackContent& before, const PackContent& after, const std::string& file);

/// What happens to attempts that a learner has begun.
const char* saved_attempts(ScenarioChange::Kind kind);

std::string to_text(const PackDiff& diff);
std::string to_json(const PackDiff& diff);

}  // namespace touchstone::content
