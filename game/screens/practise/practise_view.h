// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "engine/practice/folds.h"
#include "engine/scenario/library.h"
#include "game/screens/common/nav.h"

namespace touchstone::game {

/// Everything that can be practised, sector by sector.
struct PractiseView {
    PageHeader header;
    struct Sector {
        std::string id, label;
    };
    std::vector<Sector> sectors;  // the first stands for all
    std::size_t chosen = 0;
    struct Row {
        std::size_t scenario = 0;
        icon::Code code = icon::shop;
        RowWords words;
    };
    struct Group {
        std::string title;
        std::vector<Row> rows;
    };
    std::vector<Group> groups;
};
struct PractiseInput {
    const packs::Texts& texts;
    const Library& library;
    const PersonFold& fold;
    std::string sector;  // empty: all
    SyncPill pill;
};
PractiseView make_practise_view(const Words& words, const PractiseInput& input);

struct PractiseAction {
    enum class Kind { none, scenario, sector, page, people, sync } kind = Kind::none;
    std::size_t index = 0;  // of a scenario, or of `sectors`
    Page page = Page::practise;
};
PractiseAction draw_practise(Ui& ui, const PractiseView& view);

}  // namespace touchstone::game
