// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/practice/folds.h"
#include "game/screens/common/header.h"
#include "game/screens/common/scenario_words.h"

namespace touchstone::game {

/// The next practice, one tap away.
struct HomeView {
    std::string greeting, line;
    SyncPill pill;
    struct Hero {
        std::size_t scenario = 0;
        std::string when, title, reason, quote, customer;
        Looks looks;
        Expression expression;
        std::string start, again;  // labels; `again` only where something is open
        bool resumes = false;
    };
    std::optional<Hero> hero;  // none when the pack holds no scenario
    struct WeekDay {
        std::string letter, name;
        bool done = false, today = false;
    };
    std::vector<WeekDay> week;
    std::string week_title, week_line, week_hint;
    struct Next {
        std::size_t scenario = 0;
        icon::Code code = icon::shop;
        RowWords words;
    };
    std::vector<Next> next;
};

/// What is open and can be gone on with, or not any more.
struct OpenPlay {
    std::size_t scenario = 0;
    bool updated = false;  // the scenario has changed, or it is too old: it starts again
    Situation situation;
    std::size_t moment = 0;
};
struct HomeInput {
    const packs::Texts& texts;
    const std::vector<Scenario>& scenarios;
    const PersonFold& fold;
    PersonId person;
    std::string name;
    Day today = 0;
    int hour = 12;  // of the site's clock
    std::optional<OpenPlay> open;
    SyncPill pill;
};
HomeView make_home_view(const Words& words, const HomeInput& input);

struct HomeAction {
    enum class Kind { none, start, again, settings, people, sync } kind = Kind::none;
    std::size_t scenario = 0;
};
HomeAction draw_home(Ui& ui, OutlineCache& cache, const HomeView& view);

}  // namespace touchstone::game
