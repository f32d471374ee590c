// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "game/screens/common/header.h"

namespace touchstone::game {

inline constexpr std::size_t longest_writing = 280;  // letters

/// A page to write on: a score seen differently, an idea, a thought, thanks.
struct WritingView {
    HeaderView header;
    std::string question, who_reads;  // what to write, and who will see it
    std::string text, placeholder;
    std::string language;
    bool shifted = true;
    std::string keep;           // label of the button
    bool may_be_empty = false;  // thanks need no words
};
struct WritingAction {
    enum class Kind { none, type, keep, back, sync } kind = Kind::none;
    std::vector<std::string> keys;  // typed, in order
};
WritingAction draw_writing(Ui& ui, const WritingView& view);

/// Whom to thank, and for what.
struct KudosView {
    HeaderView header;
    std::string whom, what;  // headings
    struct Person {
        std::string id, name, initials;
        int colour = 0;
    };
    std::vector<Person> people;
    std::string nobody;  // what to say where there is nobody else
    struct Group {
        std::string behaviour;
        std::vector<std::pair<std::string, std::string>> indicators;  // id, words
    };
    std::vector<Group> groups;
    std::string chosen_person, chosen_indicator;
    std::string next;
};
struct KudosAction {
    enum class Kind { none, person, indicator, next, back, sync } kind = Kind::none;
    std::string id;
};
KudosAction draw_kudos(Ui& ui, const KudosView& view);

}  // namespace touchstone::game
