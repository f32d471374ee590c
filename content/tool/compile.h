// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "content/tool/drill_source.h"
#include "content/tool/po.h"
#include "content/tool/source.h"
#include "engine/scenario/library.h"

namespace touchstone::content {

/// The files of a compiled pack, by name: manifest.json, pack.json, text.<language>.json. The same sources
/// give the same bytes.
using CompiledPack = std::map<std::string, std::string>;

/// A whole pack as read from its folder. Files that could not be read are missing here and have findings.
struct PackSources {
    SourcePack pack;
    SourceStandard standard;
    std::vector<SourceScenario> scenarios;
    std::vector<SourceDrill> drills;
    std::vector<SourceScenario> unfinished;  // with places to do: read, and not judged; see drafts.h
    std::map<std::string, PoFile> translations;

    /// Every source text, in the order of the files.
    std::vector<SourceText> texts() const;
};

CompiledPack compile_pack(const PackSources& sources);

/// A library of these scenarios and drills, through their compiled form: what play sees is what a client
/// would see.
Result<Library> compile_library(const SourceStandard& standard, const std::vector<SourceScenario>& scenarios,
                                const std::vector<SourceDrill>& drills = {});

}  // namespace touchstone::content
