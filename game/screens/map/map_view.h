// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/practice/mastery_fold.h"
#include "engine/scenario/library.h"
#include "game/screens/common/nav.h"
#include "game/ui/mastery_chart.h"

namespace touchstone::game {

/// The seven behaviours on one scale, and what moved the one that is looked at.
struct MapView {
    PageHeader header;
    std::vector<std::string> bands;  // names of the four zones
    struct Row {
        icon::Code code = icon::star;
        std::string name, value;  // "71", or what is missing for a number
        std::string words;        // "solid, likely 64 to 77"
        std::optional<MasteryMark> mark;
    };
    std::vector<Row> rows;
    std::size_t chosen = 0;
    std::string legend;
    std::vector<float> course;  // the level after each evidence, oldest first
    std::string course_label;
    struct Moved {
        std::string change, title, line;
        bool up = true;
    };
    std::vector<Moved> moved;
    std::string moved_title, nothing_yet, practise;
};
struct MapInput {
    const packs::Texts& texts;
    const Library& library;
    const Mastery& now;  // aged to today
    const MasteryFold& fold;
    const std::vector<Record>& records;
    std::size_t chosen = 0;
    bool as_list = false;
    Day today = 0;
    SyncPill pill;
};
MapView make_map_view(const Words& words, const MapInput& input);
icon::Code behaviour_icon(const std::string& behaviour);

struct MapAction {
    enum class Kind { none, choose, practise, list, page, people, sync } kind = Kind::none;
    std::size_t index = 0;  // of a behaviour
    Page page = Page::map;
};
MapAction draw_map(Ui& ui, const MapView& view);

}  // namespace touchstone::game
