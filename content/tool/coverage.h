// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "content/tool/compile.h"

namespace touchstone::content {

/// How often something is tested: moments where it is primary (weight 1) and secondary (0.5).
struct Tested {
    int primary = 0;
    int secondary = 0;
    bool never() const { return primary == 0 && secondary == 0; }
};

/// Rows by columns of the standard or the packs; a cell that cannot be (a behaviour without an indicator of
/// that level) is nothing.
struct CoverageTable {
    std::string title;
    std::vector<std::string> rows, columns;
    std::vector<std::vector<std::optional<Tested>>> cells;
};

struct ScenarioCoverage {
    std::string pack, scenario, sector, touchpoint, channel;
    int moments = 0, asks = 0, facts = 0, marks = 0;
    int extras = 0, prevents = 0;  // choices that do more than the duty, or prevent the next complaint
    int bends = 0, traps = 0;      // choices that bend a rule within the limits, or beyond them
    int drills = 0;                // that repeat one of its moments
};

/// Scenarios that are to be compared with each other.
struct Probe {
    std::string kind;  // "case": the same matter in several channels; "persona": of several customers
    std::string name;
    std::vector<std::string> scenarios;  // "late-pickup (counter)"
    bool complete = false;               // two channels at least, or two scenarios
};

/// What the packs of one standard practise.
struct Coverage {
    std::string standard;
    std::vector<CoverageTable> tables;
    std::vector<ScenarioCoverage> scenarios;
    std::vector<Probe> probes;
    std::vector<std::string> never, never_primary;  // indicators
};

/// One for each standard, in the order of the packs.
std::vector<Coverage> cover(const std::vector<PackSources>& packs);

/// For people: aligned text, or Markdown tables. Where there are more touchpoints than a page is wide they are
/// the rows, and single indicators by touchpoint are left to JSON.
std::string to_text(const Coverage& coverage);
std::string to_markdown(const Coverage& coverage);
/// One JSON array.
std::string to_json(const std::vector<Coverage>& all);

}  // namespace touchstone::content
