// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/scoring/score_encounter.h"
#include "game/screens/common/header.h"
#include "game/screens/common/scenario_words.h"
#include "game/ui/words.h"

namespace touchstone::game {

/// The encounter once more, as the customer lived it. Nothing is scored here.
struct ShoesView {
    HeaderView header;
    Looks looks;
    Backdrop backdrop = Backdrop::shop;
    struct Step {
        std::string yours, reply, thought;  // `thought` may be empty
        std::string mood, picture;
        Expression expression;  // after it
    };
    std::vector<Step> steps;
    std::size_t at = 0;
    std::string question, hint, next;
};
struct ShoesInput {
    const Scoring& scoring;
    std::size_t at = 0;
    SyncPill pill;
};
ShoesView make_shoes_view(const Words& words, const ScenarioWords& scenario, const ShoesInput& input);

struct ShoesAction {
    enum class Kind { none, go, leave, sync } kind = Kind::none;
    std::size_t step = 0;
};
ShoesAction draw_shoes(Ui& ui, OutlineCache& cache, const ShoesView& view);

}  // namespace touchstone::game
