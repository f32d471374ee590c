// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/practice/badges.h"
#include "engine/practice/folds.h"
#include "engine/practice/rhythm.h"
#include "engine/scenario/library.h"
#include "game/screens/common/nav.h"

namespace touchstone::game {

/// What belongs to one person alone: points, bests, badges, and what others may see.
struct MeView {
    PageHeader header;
    struct Figure {
        std::string value, label;
    };
    std::vector<Figure> figures;
    std::string figures_hint;
    struct Badge {
        icon::Code code = icon::star;
        std::string name, line;
        bool earned = false, gold = false;
    };
    std::string badges_title, badges_hint;
    std::vector<Badge> badges;
    std::string bests_title, bests_none;
    struct Best {
        std::string title, line;
    };
    std::vector<Best> bests;
    std::string thanks_title;  // empty where nobody has thanked yet
    std::vector<Best> thanks;
    std::string say_title, idea, kudos;  // heading and labels of the buttons
    std::vector<Best> said;              // what this person wrote, newest first
    std::string seen_title;
    std::vector<std::string> seen;  // what a manager sees and does not see, in sentences
    std::string keep;               // label of the button that writes a copy
    std::string pin;                // label of the button that changes the four numbers
};
/// What a colleague thanked for.
struct Thanks {
    std::string from;
    std::string indicator;
    std::string words;  // may be empty
    Day day = 0;
};
struct MeInput {
    const packs::Texts& texts;
    const Library& library;
    const PersonFold& fold;
    const MasteryFold& mastery;
    const Rhythm& rhythm;
    const Badges& badges;
    const std::vector<Record>& records;
    const std::vector<Thanks>& thanks;
    int points = 0;
    std::string name;
    SyncPill pill;
};
MeView make_me_view(const Words& words, const MeInput& input);

struct MeAction {
    enum class Kind { none, keep, pin, idea, kudos, settings, page, people, sync } kind = Kind::none;
    Page page = Page::me;
};
MeAction draw_me(Ui& ui, const MeView& view);

}  // namespace touchstone::game
