// SPDX-License-Identifier: Apache-2.0
#include "game/screens/home/home_view.h"

#include "game/screens/common/labels.h"

namespace touchstone::game {
namespace {

std::string greeting(const Words& words, int hour, const std::string& name) {
    if (hour < 5 || hour >= 18) return words.tr("home", "Good evening, {}", {name});
    if (hour < 12) return words.tr("home", "Good morning, {}", {name});
    return words.tr("home", "Good afternoon, {}", {name});
}

std::string first_name(const std::string& name) { return name.substr(0, name.find(' ')); }

/// The first sentence, so that the bubble stays short.
std::string first_sentence(const std::string& text) {
    for (const char* end : {". ", "? ", "! ", "… "})
        if (const auto at = text.find(end); at != std::string::npos && at < 90)
            return text.substr(0, at + std::string(end).size() - 1);
    return text;
}

std::string reason_of(const Words& words, const Suggestion& suggestion) {
    if (suggestion.why == Suggestion::Why::never_played) return words.tr("home", "New for you.");
    if (suggestion.days_ago <= 0) return words.tr("home", "Last played today.");
    return words.count("home", "Last played {} day ago.", "Last played {} days ago.", suggestion.days_ago);
}

HomeView::Hero make_hero(const Words& words, const HomeInput& input) {
    HomeView::Hero hero;
    const Suggestion suggestion = suggest(input.fold, input.scenarios, input.person, input.today);
    hero.scenario = input.open ? input.open->scenario : suggestion.scenario;
    const Scenario& scenario = input.scenarios[hero.scenario];
    const ScenarioWords said(input.texts, words.language(), scenario);
    hero.title = said.title();
    hero.customer = said.customer();
    hero.looks = scenario.looks;
    hero.expression = expression_of(input.open ? input.open->situation.state : scenario.start_state, 0);
    const bool resumes = input.open && !input.open->updated;
    const Situation situation = resumes ? input.open->situation : Situation{scenario.start_state, 0, 0, 0};
    hero.quote =
        words.tr("home", "“{}”",
                 {first_sentence(said.says(resumes ? input.open->moment : scenario.start, situation))});
    hero.resumes = resumes;
    if (resumes) {
        hero.when = words.tr("home", "You paused here");
        hero.reason = words.tr("home", "Everything is kept. Go on from the same line.");
        hero.start = words.tr("home", "GO ON");
        hero.again = words.tr("home", "Start again");
    } else {
        hero.when =
            words.count("home", "Today · about {} minute", "Today · about {} minutes", scenario.minutes);
        hero.reason = input.open ? words.tr("home", "This one was updated since you paused. It starts again.")
                                 : reason_of(words, suggestion) + " " + said.summary();
        hero.start = words.tr("home", "START");
    }
    return hero;
}

void add_week(HomeView& view, const Words& words, const HomeInput& input) {
    const int weekday = weekday_of(input.today);
    long done = 0;
    for (int i = 0; i < 7; ++i) {
        HomeView::WeekDay day{weekday_letter(words, i), weekday_name(words, i),
                              input.fold.practice_days.count(input.today - weekday + i) != 0, i == weekday};
        if (day.done) ++done;
        view.week.push_back(std::move(day));
    }
    view.week_title = words.tr("home", "Your week");
    view.week_line = words.count("home", "{} practice day", "{} practice days", done);
    view.week_hint = words.tr("home", "Two days a week is plenty. Days off cost nothing.");
}

std::string best_line(const Words& words, const HomeInput& input, const Scenario& scenario) {
    const auto found = input.fold.scenarios.find(scenario.id);
    if (found == input.fold.scenarios.end() || !found->second.best)
        return words.count("home", "New · about {} minute", "New · about {} minutes", scenario.minutes);
    const std::string first = std::to_string((*found->second.first + 5) / 10),
                      best = std::to_string((*found->second.best + 5) / 10);
    return words.tr("home", "First {} · best {}", {first, best});
}

}  // namespace

HomeView make_home_view(const Words& words, const HomeInput& input) {
    HomeView view;
    view.greeting = greeting(words, input.hour, first_name(input.name));
    view.line = words.tr("home", "{}. A calm five minutes?", {weekday_name(words, weekday_of(input.today))});
    view.pill = input.pill;
    add_week(view, words, input);
    if (input.scenarios.empty()) return view;
    view.hero = make_hero(words, input);
    for (std::size_t i = 0; i < input.scenarios.size(); ++i) {
        if (i == view.hero->scenario) continue;
        const ScenarioWords said(input.texts, words.language(), input.scenarios[i]);
        view.next.push_back({i,
                             sector_icon(input.scenarios[i].sector),
                             {said.title(), best_line(words, input, input.scenarios[i])}});
    }
    return view;
}

}  // namespace touchstone::game
