// SPDX-License-Identifier: Apache-2.0
#include "game/screens/me/me_view.h"

#include "game/screens/common/scenario_words.h"
#include "game/screens/map/map_view.h"

namespace touchstone::game {
namespace {

constexpr std::size_t most_lines = 5;

void add_figures(MeView& view, const Words& words, const MeInput& input) {
    long finished = 0;
    for (const auto& [id, scenario] : input.fold.scenarios) finished += scenario.finished;
    view.figures = {
        {std::to_string(input.points), words.count("me", "point", "points", input.points)},
        {std::to_string(finished), words.count("me", "encounter finished", "encounters finished", finished)},
        {std::to_string(input.rhythm.total_weeks),
         words.count("me", "week of practice", "weeks of practice", input.rhythm.total_weeks)},
        {std::to_string(input.rhythm.freezes_left),
         words.count("me", "forgiven week left this month", "forgiven weeks left this month",
                     input.rhythm.freezes_left)}};
    view.figures_hint = words.tr(
        "me", "10 points for each finished scenario, more for beating your own best. Never for speed.");
}

/// What stands between somebody and a badge; the first thing only.
std::string missing_words(const Words& words, const BadgeMissing& missing) {
    if (missing.evidence) return words.tr("me", "Practise it some more.");
    if (missing.scenarios) return words.tr("me", "Show it in three different scenarios.");
    if (missing.days) return words.tr("me", "Show it again after a week.");
    return words.tr("me", "Keep going until even a careful guess is good.");
}

void add_badges(MeView& view, const Words& words, const MeInput& input) {
    view.badges_title = words.tr("me", "Badges");
    view.badges_hint = words.tr("me", "Only you see them, and they stay.");
    for (std::size_t i = 0; i < behaviour_count; ++i) {
        MeView::Badge badge;
        const std::string& id = input.library.standard.behaviours[i];
        badge.code = behaviour_icon(id);
        badge.name = input.texts.find(words.language(), "standard/behaviours/" + id);
        badge.earned = input.badges[i].mastered_on.has_value();
        badge.gold = input.badges[i].gold_on.has_value();
        if (badge.gold)
            badge.line = words.tr("me", "Gold");
        else if (badge.earned)
            badge.line = words.tr("me", "Mastered");
        else
            badge.line = missing_words(words, missing_for(input.mastery, i, BadgeGrade::mastered));
        view.badges.push_back(std::move(badge));
    }
}

void add_bests(MeView& view, const Words& words, const MeInput& input) {
    view.bests_title = words.tr("me", "First and best");
    view.bests_none = words.tr("me", "Finish a scenario, and your first score stands here.");
    for (const Scenario& scenario : input.library.scenarios) {
        const auto found = input.fold.scenarios.find(scenario.id);
        if (found == input.fold.scenarios.end() || !found->second.best) continue;
        const ScenarioWords said(input.texts, words.language(), scenario);
        const std::string first = std::to_string((*found->second.first + 5) / 10),
                          best = std::to_string((*found->second.best + 5) / 10);
        view.bests.push_back({said.title(), words.tr("home", "First {} · best {}", {first, best})});
    }
}

void add_thanks(MeView& view, const Words& words, const MeInput& input) {
    if (input.thanks.empty()) return;
    view.thanks_title = words.tr("me", "Thanks from colleagues");
    for (auto thanks = input.thanks.rbegin();
         thanks != input.thanks.rend() && view.thanks.size() < most_lines; ++thanks) {
        const std::string what =
            input.texts.find(words.language(), "standard/indicators/" + thanks->indicator);
        view.thanks.push_back(
            {words.tr("me", "{} thanks you", {thanks->from}),
             thanks->words.empty() ? what : words.tr("me", "“{}”", {thanks->words}) + " · " + what});
    }
}

/// What kind of writing it was, and its words; nothing for another kind of record.
std::optional<MeView::Best> said_in(const Words& words, const RecordBody& body) {
    if (const auto* contest = std::get_if<Contest>(&body))
        return MeView::Best{words.tr("me", "A score seen differently"), contest->words.value_or("")};
    if (const auto* idea = std::get_if<Idea>(&body))
        return MeView::Best{words.tr("me", "An idea"), idea->words.value_or("")};
    if (const auto* thought = std::get_if<Reflection>(&body))
        return MeView::Best{words.tr("me", "A thought"), thought->words.value_or("")};
    return std::nullopt;
}

void add_said(MeView& view, const Words& words, const MeInput& input) {
    view.say_title = words.tr("me", "Your say");
    view.idea = words.tr("me", "Write down an idea");
    view.kudos = words.tr("kudos", "Thank a colleague");
    for (auto record = input.records.rbegin();
         record != input.records.rend() && view.said.size() < most_lines; ++record)
        if (auto said = said_in(words, record->body)) view.said.push_back(*std::move(said));
}

}  // namespace

MeView make_me_view(const Words& words, const MeInput& input) {
    MeView view;
    view.header.title = input.name;
    view.header.line = words.tr("me", "This page is yours alone.");
    view.header.pill = input.pill;
    view.header.settings = true;
    add_figures(view, words, input);
    add_badges(view, words, input);
    add_bests(view, words, input);
    add_thanks(view, words, input);
    add_said(view, words, input);
    view.seen_title = words.tr("me", "What your manager sees");
    view.seen = {
        words.tr("me", "Your level per behaviour, once there is enough to say."),
        words.tr("me", "That you practised, and your scores."),
        words.tr("me", "Not your single answers, not how sure you were, not your points or badges."),
    };
    view.keep = words.tr("me", "Keep a copy of my data");
    view.pin = words.tr("me", "Choose new numbers");
    return view;
}

}  // namespace touchstone::game
