// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/basics/result.h"

namespace touchstone::game {

/// What the author's tool (`touchstone-content watch --json`) says of one build.
struct BuildReport {
    struct Pack {
        std::string path;                 // folder of the compiled pack
        std::vector<std::string> drafts;  // scenarios in which words are to do
    };
    enum class Weight { error, warning, note };
    struct Finding {
        Weight weight = Weight::error;
        std::string code, place, reason, remedy;  // place: "scenarios/late-pickup.yaml:41:9"
        bool to_do = false;                       // a place that waits for words
    };
    int number = 0;
    std::int64_t milliseconds = 0;
    std::vector<Pack> packs;  // none: there is nothing new to look at
    std::vector<Finding> findings;
    std::string problem, remedy;  // the folder cannot be read, or the like; else empty

    long errors() const;
    long warnings() const;
    long to_do() const;
};

/// One line of the tool. Places are told from `folder` on.
Result<BuildReport> read_build_report(std::string_view line, const std::string& folder);

}  // namespace touchstone::game
