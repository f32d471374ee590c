// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "content/tool/check_drill.h"
#include "content/tool/check_scenario.h"
#include "content/tool/drill_source.h"
#include "tests/fuzz/fuzz.h"

using namespace touchstone;
using namespace touchstone::content;

namespace {

const Standard& standard() {
    static const SourceStandard all = default_standard();
    return all.standard;
}

void read_scenario_or_drill(std::string_view text, Findings& findings) {
    if (looks_like_drill(text)) {
        auto drill = read_drill(text, standard(), findings);
        if (drill && !findings.has_errors()) check_drill(*drill, standard(), nullptr, findings);
        return;
    }
    auto scenario = read_scenario(text, standard(), nullptr, findings);
    if (scenario && !findings.has_errors()) check_scenario(*scenario, standard(), nullptr, findings);
}

/// Every finding stands in the file, says the way out, and can be shown.
void look_at(const Findings& findings, std::string_view text) {
    const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
    for (const Finding& finding : findings.all()) {
        test::must(finding.at.line >= 1 && finding.at.line <= lines && finding.at.column >= 1);
        test::must(!finding.remedy.empty() && !to_human(finding, text).empty());
    }
}

}  // namespace

/// What an author writes in YAML: a scenario, a drill, a pack or a standard, by its first word.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = test::text_of(data, size);
    Findings findings("fuzz.yaml");
    if (text.substr(0, 5) == "pack:")
        read_pack_file(text, findings);
    else if (text.substr(0, 9) == "standard:")
        read_standard(text, findings);
    else
        read_scenario_or_drill(text, findings);
    look_at(findings, text);
    return 0;
}
