// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "engine/practice/folds.h"
#include "engine/practice/rhythm.h"
#include "engine/practice/session.h"
#include "engine/scenario/library.h"
#include "game/screens/common/header.h"
#include "game/screens/common/nav.h"
#include "game/screens/common/scenario_words.h"
#include "game/screens/me/me_view.h"

namespace touchstone::game {

/// The next practice, one tap away.
struct HomeView {
    PageHeader header;
    struct Hero {
        std::string when, title, reason, quote, customer;
        Looks looks;
        Backdrop backdrop = Backdrop::shop;
        Expression expression;
        std::string start, again;  // labels; `again` only where something is open
        bool resumes = false;
    };
    std::optional<Hero> hero;          // none when there is nothing to practise
    std::vector<std::string> minutes;  // "5 min": the lengths that a session may have
    std::size_t chosen_minutes = 1;
    struct WeekDay {
        std::string letter, name;
        bool done = false, today = false;
    };
    std::vector<WeekDay> week;
    std::string week_title, week_line, week_hint;
    struct Team {
        std::string title, line, hint;
        std::size_t practised = 0, members = 0;
    };
    std::optional<Team> team;        // none where it would show a single person
    std::optional<RowWords> drills;  // those that are due
    std::optional<RowWords> thanks;  // the last of this week
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
    const Library& library;
    const PersonFold& fold;
    const Rhythm& rhythm;
    const std::vector<RankedPractice>& offers;
    std::vector<SessionItem> session;  // drills as indices into the library
    SessionLength minutes = SessionLength::five;
    std::size_t due_drills = 0;
    std::vector<int> team_shares;  // halves 0..2 of each member's week
    std::string name;
    std::vector<Thanks> thanks;  // oldest first
    Day today = 0;
    int hour = 12;  // of the site's clock
    std::optional<OpenPlay> open;
    SyncPill pill;
};
HomeView make_home_view(const Words& words, const HomeInput& input);

/// Why a scenario is suggested, in one sentence.
std::string reason_words(const Words& words, const packs::Texts& texts, const Standard& standard,
                         const Reason& reason, Day today);
/// "First 60 · best 75", or how long it takes.
std::string best_line(const Words& words, const PersonFold& fold, const Scenario& scenario);

struct HomeAction {
    enum class Kind { none, session, resume, again, scenario, drills, minutes, page, people, sync };
    Kind kind = Kind::none;
    std::size_t index = 0;  // of a scenario, or of `HomeView::minutes`
    Page page = Page::home;
};
HomeAction draw_home(Ui& ui, OutlineCache& cache, const HomeView& view);

}  // namespace touchstone::game
