// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "content/tool/finding.h"
#include "content/tool/yaml_document.h"
#include "engine/scenario/scenario.h"
#include "engine/standard/standard.h"

namespace touchstone::content {

/// A source text, its place, and who says it: for translators and for length rules.
struct SourceText {
    std::string address;
    std::string text;
    TextPosition at;
    std::string context;          // "Marta, let down" or "learner"
    TextPosition words = {0, 0};  // where the text stands as it is; line 0 when folded or escaped

    /// The place of the bytes from `offset` on, as near as can be told.
    TextPosition place_of(std::size_t offset) const;
    /// Code points under the caret for `count` bytes from `offset`; 1 when the place is not exact.
    std::size_t length_of(std::size_t offset, std::size_t count) const;
};

/// A text of `node` for `address`.
SourceText text_of(std::string address, const Node& node, std::string context);

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

/// A word of ours that customers do not use, with its translations by language.
struct InternalTerm {
    std::string term;
    std::map<std::string, std::string> translated;
};

/// What a pack must cover; `coverage:` in pack.yaml overrides single thresholds.
struct CoverageNeeds {
    int levels = 1;               // moments that test each level
    int behaviour_scenarios = 2;  // scenarios in which each behaviour is tested
    int indicators = 0;           // moments that test each indicator first; 0 = not asked for
};

/// pack.yaml.
struct SourcePack {
    std::string id, version, standard, source_language, currency, key;
    std::vector<std::string> languages;
    std::vector<std::string> journey;  // touchpoint ids, in order
    std::map<std::string, Limits> roles;
    std::vector<InternalTerm> internal_terms;  // no customer's line may use them
    CoverageNeeds coverage = {};
    std::vector<SourceText> texts = {};
    std::map<std::string, TextPosition> places =
        {};  // `journey/desk`, `roles/clerk/never/id-check`, `key`, ...
    std::string file = {};

    TextPosition place(const std::string& name) const {
        const auto found = places.find(name);
        return found == places.end() ? TextPosition{} : found->second;
    }
};

/// Stands among a choice's ratings for one that is to do.
inline constexpr int unrated = -1;

/// A scenario as an author wrote it: logic without hash and worst, its texts, and where each part stands.
struct SourceScenario {
    std::string file;
    Scenario scenario;
    Limits limits;
    std::string role;  // whose limits they are; "" when written here
    std::vector<SourceText> texts;
    /// Address of a moment, choice, ask, ending or outcome -> its key; `.../rated/people.comfort`,
    /// `.../bends/id-check`, `.../effect` below a choice; `#limits/never/id-check`, `#focus/people` and the
    /// like for what belongs to the whole file.
    std::map<std::string, TextPosition> places;
    std::map<std::string, std::string> conditions;  // address of a says-if or outcome -> condition text
    std::string same_case;     // `case:` the same matter in another channel; empty without
    std::string same_persona;  // `persona:` the same matter of another customer (fair treatment)

    TextPosition place(const std::string& address) const {
        const auto found = places.find(address);
        return found == places.end() ? TextPosition{} : found->second;
    }
    /// Code points of the word at a place: the last part of its address.
    static std::size_t length_at(const std::string& address) {
        return address.size() - (address.rfind('/') + 1);
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
