// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "content/tool/finding.h"
#include "engine/scenario/scenario.h"
#include "engine/standard/standard.h"

namespace touchstone::content {

/// A source text, its place, and who says it: for translators and for length rules.
struct SourceText {
    std::string address;
    std::string text;
    TextPosition at;
    std::string context;  // "Marta, let down" or "learner"
};

/// What may be spent and bent in a scenario.
struct Limits {
    std::optional<std::int64_t> spend;
    std::vector<std::string> may_bend, never;
};

/// A standard as an author wrote it.
struct SourceStandard {
    Standard standard;
    std::vector<SourceText> texts;
};

/// pack.yaml.
struct SourcePack {
    std::string id, version, standard, source_language, currency, key;
    std::vector<std::string> languages;
    std::vector<std::string> journey;  // touchpoint ids, in order
    std::map<std::string, Limits> roles;
    std::vector<std::string> internal_terms;  // no customer's line may use them
    std::vector<SourceText> texts;
};

/// A scenario as an author wrote it: logic without hash and worst, its texts, and where each part stands.
struct SourceScenario {
    std::string file;
    Scenario scenario;
    Limits limits;
    std::vector<SourceText> texts;
    std::map<std::string, TextPosition>
        places;  // address of a moment, choice, ask, ending, outcome -> its key
    std::map<std::string, std::string> conditions;  // address of a says-if or outcome -> condition text
    std::string same_case;     // `case:` the same matter in another channel; empty without
    std::string same_persona;  // `persona:` the same matter of another customer (fair treatment)

    TextPosition place(const std::string& address) const {
        const auto found = places.find(address);
        return found == places.end() ? TextPosition{} : found->second;
    }
};

/// The default standard, compiled into the program.
SourceStandard default_standard();

std::optional<SourceStandard> read_standard(std::string_view source, Findings& findings);
std::optional<SourcePack> read_pack_file(std::string_view source, Findings& findings);
/// `pack` gives roles and touchpoints; none when a file is checked alone.
std::optional<SourceScenario> read_scenario(std::string_view source, const Standard& standard,
                                            const SourcePack* pack, Findings& findings);

/// Known keys per map, as the schema lists them (`scenario`, `customer`, `moment`, `ask`, `choice`, ...).
const std::map<std::string, std::vector<std::string>>& known_keys();

}  // namespace touchstone::content
