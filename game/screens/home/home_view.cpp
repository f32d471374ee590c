// SPDX-License-Identifier: Apache-2.0
#include "game/screens/home/home_view.h"

#include "game/screens/common/labels.h"
#include "game/screens/drill/drill_view.h"

namespace touchstone::game {
namespace {

constexpr SessionLength lengths[] = {SessionLength::two, SessionLength::five, SessionLength::ten};

std::string greeting(const Words& words, int hour, const std::string& name) {
    if (hour < 5 || hour >= 18) return words.tr("home", "Good evening, {}", {name});
    if (hour < 12) return words.tr("home", "Good morning, {}", {name});
    return words.tr("home", "Good afternoon, {}", {name});
}

std::string behaviour_name(const Words& words, const packs::Texts& texts, const Standard& standard,
                           std::size_t behaviour) {
    return texts.find(words.language(), "standard/behaviours/" + standard.behaviours[behaviour]);
}

/// Minutes that the session takes, rounded up.
int minutes_of(const HomeInput& input) {
    int seconds = 0;
    for (const SessionItem& item : input.session)
        seconds += item.kind == SessionItem::Kind::drill ? drill_seconds
                                                         : input.library.scenarios[item.index].minutes * 60;
    return (seconds + 59) / 60;
}

std::string about(const Words& words, long minutes) {
    return words.count("home", "Today · about {} minute", "Today · about {} minutes", minutes);
}

std::optional<std::size_t> first_of(const HomeInput& input, SessionItem::Kind kind) {
    for (const SessionItem& item : input.session)
        if (item.kind == kind) return item.index;
    return std::nullopt;
}

long drills_in(const HomeInput& input) {
    long count = 0;
    for (const SessionItem& item : input.session)
        if (item.kind == SessionItem::Kind::drill) ++count;
    return count;
}

void show_scenario(HomeView::Hero& hero, const Words& words, const HomeInput& input, std::size_t scenario,
                   std::size_t moment, const Situation& situation) {
    const Scenario& logic = input.library.scenarios[scenario];
    const ScenarioWords said(input.texts, words.language(), logic);
    hero.title = said.title();
    hero.customer = said.customer();
    hero.looks = logic.looks;
    hero.backdrop = backdrop_of(logic.sector);
    hero.expression = expression_of(situation.state, 0);
    hero.quote = words.tr("home", "“{}”", {first_sentence(said.says(moment, situation))});
}

HomeView::Hero hero_of_open(const Words& words, const HomeInput& input) {
    HomeView::Hero hero;
    show_scenario(hero, words, input, input.open->scenario, input.open->moment, input.open->situation);
    hero.resumes = true;
    hero.when = words.tr("home", "You paused here");
    hero.reason = words.tr("home", "Everything is kept. Go on from the same line.");
    hero.start = words.tr("home", "GO ON");
    hero.again = words.tr("home", "Start again");
    return hero;
}

std::string reason_of_session(const Words& words, const HomeInput& input, std::size_t scenario) {
    if (input.open && input.open->scenario == scenario)
        return words.tr("home", "This one was updated since you paused. It starts again.");
    std::string reason;
    for (const RankedPractice& one : input.offers)
        if (one.candidate == scenario)
            reason = reason_words(words, input.texts, input.library.standard, one.reason, input.today) + " ";
    const long drills = drills_in(input);
    if (drills > 0)
        return reason + words.count("home", "With {} short drill.", "With {} short drills.", drills);
    return reason + ScenarioWords(input.texts, words.language(), input.library.scenarios[scenario]).summary();
}

HomeView::Hero hero_of_scenario(const Words& words, const HomeInput& input, std::size_t scenario) {
    HomeView::Hero hero;
    const Scenario& logic = input.library.scenarios[scenario];
    show_scenario(hero, words, input, scenario, logic.start, {logic.start_state, 0, 0, 0});
    hero.when = about(words, minutes_of(input));
    hero.reason = reason_of_session(words, input, scenario);
    hero.start = words.tr("home", "START");
    return hero;
}

HomeView::Hero hero_of_drill(const Words& words, const HomeInput& input, std::size_t drill) {
    HomeView::Hero hero;
    const DrillWords said(input.texts, words.language(), input.library.drills[drill]);
    const DrillVariant& variant = said.drill().variants.front();
    hero.title = words.tr("drill", "Sixty-second drill");
    hero.customer = said.customer(0);
    hero.looks = variant.looks;
    hero.backdrop = backdrop_of(sector_of(input.library, said.drill()));
    hero.expression = expression_of(variant.state, 0);
    hero.quote = words.tr("home", "“{}”", {first_sentence(said.says(0))});
    hero.when = about(words, minutes_of(input));
    hero.reason = words.count("home", "{} short drill, before it fades.",
                              "{} short drills, before they fade.", drills_in(input));
    hero.start = words.tr("home", "START");
    return hero;
}

std::optional<HomeView::Hero> make_hero(const Words& words, const HomeInput& input) {
    if (input.open && !input.open->updated) return hero_of_open(words, input);
    if (const auto scenario = first_of(input, SessionItem::Kind::scenario))
        return hero_of_scenario(words, input, *scenario);
    if (const auto drill = first_of(input, SessionItem::Kind::drill))
        return hero_of_drill(words, input, *drill);
    return std::nullopt;
}

std::string week_hint(const Words& words, const Rhythm& rhythm) {
    if (rhythm.weeks.size() > 1 && rhythm.weeks[rhythm.weeks.size() - 2].kind == WeekKind::frozen)
        return words.tr("home", "Last week is forgiven. Days off cost nothing.");
    return words.tr("home", "Two days a week is plenty. Days off cost nothing.");
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
    view.week_line = done < days_a_week ? words.tr("home", "{} of {} practice days",
                                                   {std::to_string(done), std::to_string(days_a_week)})
                                        : words.count("home", "{} practice day", "{} practice days", done);
    if (input.rhythm.total_weeks > 0)
        view.week_line +=
            " · " + words.count("home", "{} week in all", "{} weeks in all", input.rhythm.total_weeks);
    view.week_hint = week_hint(words, input.rhythm);
}

/// The team's week without names; below four people it would tell who did not practise.
void add_team(HomeView& view, const Words& words, const std::vector<int>& shares) {
    constexpr std::size_t fewest = 4;
    if (shares.size() < fewest) return;
    HomeView::Team team;
    team.members = shares.size();
    for (const int share : shares)
        if (share > 0) ++team.practised;
    team.title = words.tr("home", "Team goal");
    team.line = words.tr("home", "{} of {} people have practised",
                         {std::to_string(team.practised), std::to_string(team.members)});
    team.hint = team_goal(shares).reached()
                    ? words.tr("home", "The team has its week. Thank you.")
                    : words.tr("home", "Two days each make the week. Every bit counts.");
    view.team = std::move(team);
}

void add_thanks(HomeView& view, const Words& words, const HomeInput& input) {
    if (input.thanks.empty() || input.today - input.thanks.back().day > 6) return;
    const Thanks& last = input.thanks.back();
    const std::string what = last.words.empty()
                                 ? input.texts.find(words.language(), "standard/indicators/" + last.indicator)
                                 : words.tr("me", "“{}”", {last.words});
    view.thanks = RowWords{words.tr("me", "{} thanks you", {last.from}), what};
}

void add_next(HomeView& view, const Words& words, const HomeInput& input) {
    if (input.due_drills > 0)
        view.drills = RowWords{words.tr("drill", "Sixty-second drill"),
                               words.count("home", "{} moment is due", "{} moments are due",
                                           static_cast<long>(input.due_drills))};
    std::optional<std::size_t> shown = first_of(input, SessionItem::Kind::scenario);
    if (input.open && !input.open->updated) shown = input.open->scenario;
    for (const RankedPractice& one : input.offers) {
        if (one.candidate == shown) continue;
        const Scenario& scenario = input.library.scenarios[one.candidate];
        const ScenarioWords said(input.texts, words.language(), scenario);
        view.next.push_back({one.candidate,
                             sector_icon(scenario.sector),
                             {said.title(), reason_words(words, input.texts, input.library.standard,
                                                         one.reason, input.today)}});
    }
}

}  // namespace

std::string reason_words(const Words& words, const packs::Texts& texts, const Standard& standard,
                         const Reason& reason, Day today) {
    const auto name = [&] { return behaviour_name(words, texts, standard, reason.behaviour); };
    switch (reason.why) {
        case Reason::Why::assigned:
            return words.tr("home", "Your manager asked for this one.");
        case Reason::Why::due:
            return words.tr("home", "What it taught begins to fade.");
        case Reason::Why::growing_edge:
            return words.tr("home", "Room to grow: {}.", {name()});
        case Reason::Why::explore:
            return words.tr("home", "Little seen of you yet: {}.", {name()});
        case Reason::Why::challenge:
            return words.tr("home", "Just hard enough for you now.");
        case Reason::Why::never_played:
            return words.tr("home", "New for you.");
        case Reason::Why::long_ago:
            break;
    }
    const int days = reason.day ? today - *reason.day : 0;
    if (days <= 0) return words.tr("home", "Last played today.");
    return words.count("home", "Last played {} day ago.", "Last played {} days ago.", days);
}

std::string best_line(const Words& words, const PersonFold& fold, const Scenario& scenario) {
    const auto found = fold.scenarios.find(scenario.id);
    if (found == fold.scenarios.end() || !found->second.best)
        return words.count("home", "New · about {} minute", "New · about {} minutes", scenario.minutes);
    const std::string first = std::to_string((*found->second.first + 5) / 10),
                      best = std::to_string((*found->second.best + 5) / 10);
    return words.tr("home", "First {} · best {}", {first, best});
}

HomeView make_home_view(const Words& words, const HomeInput& input) {
    HomeView view;
    view.header.title = greeting(words, input.hour, first_name(input.name));
    view.header.line =
        words.tr("home", "{}. A calm five minutes?", {weekday_name(words, weekday_of(input.today))});
    view.header.pill = input.pill;
    for (const SessionLength length : lengths) {
        if (length == input.minutes) view.chosen_minutes = view.minutes.size();
        view.minutes.push_back(words.tr("home", "{} min", {std::to_string(static_cast<int>(length))}));
    }
    add_week(view, words, input);
    add_team(view, words, input.team_shares);
    view.hero = make_hero(words, input);
    add_thanks(view, words, input);
    add_next(view, words, input);
    return view;
}

}  // namespace touchstone::game
