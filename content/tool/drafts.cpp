// SPDX-License-Identifier: Apache-2.0
#include "content/tool/drafts.h"

#include <algorithm>

#include "content/tool/check_scenario.h"
#include "content/tool/todo.h"

namespace touchstone::content {

namespace {

/// What nobody has rated yet counts as a middling answer; how many ratings those are.
std::ptrdiff_t take_for_middling(Scenario& draft) {
    constexpr int middling = 2;
    std::ptrdiff_t taken = 0;
    for (Moment& moment : draft.moments)
        for (Choice& choice : moment.choices)
            for (int& rating : choice.ratings)
                if (rating == unrated) {
                    rating = middling;
                    ++taken;
                }
    return taken;
}

/// Whether it can be played: all that is to do are words and ratings, and what leads where is whole.
bool is_playable(SourceScenario& draft, const PackSources& sources, const std::vector<Finding>& findings) {
    const auto places = std::count_if(findings.begin(), findings.end(), [&](const Finding& one) {
        return one.code == todo_code && one.file == draft.file;
    });
    const auto words = std::count_if(draft.texts.begin(), draft.texts.end(),
                                     [](const SourceText& text) { return is_todo(text.text); });
    if (places != words + take_for_middling(draft.scenario)) return false;
    Findings ignored(draft.file);  // `check` tells them when nothing is to do any more
    check_scenario(draft, sources.standard.standard, &sources.pack, ignored);
    return !ignored.has_errors();
}

}  // namespace

std::vector<std::string> take_in_drafts(PackSources& sources, const std::vector<Finding>& findings) {
    std::vector<std::string> drafts;
    for (SourceScenario& draft : sources.unfinished) {
        if (!is_playable(draft, sources, findings)) continue;
        drafts.push_back(draft.scenario.id);
        sources.scenarios.push_back(std::move(draft));
    }
    std::erase_if(sources.drills, [&](const SourceDrill& drill) {
        return std::none_of(
            sources.scenarios.begin(), sources.scenarios.end(),
            [&](const SourceScenario& one) { return one.scenario.id == drill.from_scenario; });
    });
    return drafts;
}

}  // namespace touchstone::content
