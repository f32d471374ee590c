// SPDX-License-Identifier: Apache-2.0
#include "content/tool/translator_notes.h"

#include <fmt/format.h>

#include "engine/play/mood.h"

namespace touchstone::content {

namespace {

using Notes = std::map<std::string, std::string>;  // address -> note

const char* word_of(Mood mood) {
    switch (mood) {
        case Mood::delighted:
            return "delighted";
        case Mood::reassured:
            return "reassured";
        case Mood::neutral:
            return "neutral";
        case Mood::worried:
            return "worried";
        case Mood::doubtful:
            return "doubtful";
        case Mood::let_down:
            return "let down";
        case Mood::angry:
            return "angry";
    }
    return "neutral";
}

const char* after_effect(const Effect& effect) {
    const int change = effect.satisfaction + effect.trust;
    return change > 0 ? "warmer than before" : change < 0 ? "colder than before" : "as before";
}

const char* after_outcome(int value) {
    return value >= 80 ? "won over" : value >= 40 ? "merely content" : "lost to us";
}

void add_choices(const std::string& place, const Moment& moment, Notes& moods) {
    for (const Ask& ask : moment.asks) moods[place + "/" + ask.id + "/reply"] = after_effect(ask.effect);
    for (const Choice& choice : moment.choices)
        for (const char* part : {"/reply", "/thinks"})
            moods[place + "/" + choice.id + part] = after_effect(choice.effect);
}

Notes moods_of(const Scenario& scenario) {
    Notes moods;
    const Expression first = expression_of(scenario.start_state, 0);
    moods[scenario.id + "/" + scenario.moments[scenario.start].id + "/says"] = word_of(mood_of(first));
    for (const Moment& moment : scenario.moments) add_choices(scenario.id + "/" + moment.id, moment, moods);
    for (const Ending& ending : scenario.endings)
        for (const Outcome& outcome : ending.outcomes)
            moods[scenario.id + "/" + ending.id + "/" + outcome.id + "/says"] = after_outcome(outcome.value);
    return moods;
}

}  // namespace

std::vector<SourceText> texts_with_notes(const PackSources& sources) {
    Notes moods, conditions;
    for (const SourceScenario& scenario : sources.scenarios) {
        moods.merge(moods_of(scenario.scenario));
        conditions.insert(scenario.conditions.begin(), scenario.conditions.end());
    }
    std::vector<SourceText> all = sources.texts();
    for (SourceText& text : all) {
        if (const auto mood = moods.find(text.address); mood != moods.end())
            text.context += ", " + mood->second;
        if (const auto when = conditions.find(text.address); when != conditions.end())
            text.context += ", said when: " + when->second;
    }
    return all;
}

PoFile make_template(const PackSources& sources) {
    PoFile old;
    old.header = fmt::format(
        "Project-Id-Version: {} {}\nPO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\n"
        "Last-Translator: FULL NAME <EMAIL@ADDRESS>\nLanguage-Team: LANGUAGE <LL@li.org>\n",
        sources.pack.id, sources.pack.version);
    return merge_po(old, texts_with_notes(sources), "");
}

}  // namespace touchstone::content
