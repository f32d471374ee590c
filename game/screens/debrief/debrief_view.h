// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/practice/folds.h"
#include "engine/scoring/score_encounter.h"
#include "game/screens/common/header.h"
#include "game/screens/common/scenario_words.h"
#include "game/ui/charts.h"

namespace touchstone::game {

/// All that the debrief shows, ready to print.
struct DebriefView {
    HeaderView header;
    std::string customer, mood, quote;
    Tint tint = Tint::plain;
    icon::Code code = icon::neutral;
    Looks looks;
    Backdrop backdrop = Backdrop::shop;
    Expression expression;
    std::string score, score_line;  // "82", "new best, was 74"
    std::string provisional;        // "key: provisional", or ""
    struct Line {
        icon::Code code;
        std::string words;
    };
    std::vector<Line> lines;  // facts found, money spent
    struct Turn {
        bool helped = true;
        std::string head, what, why;
        std::string other, other_reply;  // the road not taken; may be empty
    };
    std::string turns_title;
    std::vector<Turn> turns;
    std::string retry;     // label of the way back to where it could turn; may be empty
    std::string done;      // label of the button that ends it
    bool replays = false;  // whether there is something to see from the other side
    std::vector<Axis> axes;
    std::vector<Rung> rungs;  // partnership first
    std::string ladder_line;
    std::vector<Tick> ticks, steps;
    std::string shoes, try_it;
    bool as_list = false;
    std::string contest, reflect;  // labels of what one can write about it
};

struct DebriefInput {
    const Standard& standard;
    const packs::Texts& texts;
    const Encounter& encounter;  // finished
    const Scoring& scoring;
    std::optional<int> best_before;  // tenths
    const PersonFold& before;        // without this encounter
    std::string currency;
    bool provisional = true;
    bool as_list = false;
    long rapid = 0;      // answers given before they could be read
    bool retry = false;  // this is one itself
    bool more = false;   // a session goes on after it
    SyncPill pill;
};
DebriefView make_debrief_view(const Words& words, const ScenarioWords& scenario, const DebriefInput& input);

enum class DebriefAction { none, done, list, retry, shoes, contest, reflect, sync };
DebriefAction draw_debrief(Ui& ui, OutlineCache& cache, const DebriefView& view);

}  // namespace touchstone::game
