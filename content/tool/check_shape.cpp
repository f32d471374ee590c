// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "content/tool/check_choices.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

std::size_t outcomes_of(const Scenario& scenario) {
    std::size_t count = 0;
    for (const Ending& ending : scenario.endings) count += ending.outcomes.size();
    return count;
}

/// Words by address.
std::map<std::string, std::size_t> words_by_address(const SourceScenario& source) {
    std::map<std::string, std::size_t> words;
    for (const SourceText& text : source.texts) words[text.address] = count_words(text.text);
    return words;
}

/// What is read at a moment whose best choice is taken: all its choices and asks, one reply.
std::size_t words_at(const std::string& scenario, const Moment& moment,
                     std::map<std::string, std::size_t>& words) {
    const std::string place = scenario + "/" + moment.id + "/";
    std::size_t sum = words[place + "scene"] + words[place + "says"];
    for (const Choice& choice : moment.choices) sum += words[place + choice.id + "/says"];
    for (const Ask& ask : moment.asks)
        sum += words[place + ask.id + "/says"] + words[place + ask.id + "/reply"];
    const std::string best = place + moment.choices[best_choice(moment)].id;
    return sum + words[best + "/reply"] + words[best + "/thinks"];
}

bool tests_level(const Scenario& scenario, const Standard& standard, int level) {
    for (const Moment& moment : scenario.moments)
        for (const Test& test : moment.tests)
            if (standard.indicators[test.indicator].level == level) return true;
    return false;
}

bool goes_beyond(const Scenario& scenario) {
    for (const Moment& moment : scenario.moments)
        for (const Choice& choice : moment.choices)
            if (choice.extra || (choice.steps & step_prevent) != 0) return true;
    return false;
}

}  // namespace

std::size_t words_on_best_way(const SourceScenario& source) {
    auto words = words_by_address(source);
    std::size_t sum = 0, at = source.scenario.start;
    for (std::size_t steps = 0; steps < source.scenario.moments.size(); ++steps) {
        const Moment& moment = source.scenario.moments[at];
        sum += words_at(source.scenario.id, moment, words);
        const Target& next = moment.choices[best_choice(moment)].next;
        if (next.kind == Target::Kind::ending) break;
        at = next.index;
    }
    return sum;
}

void check_size(const SourceScenario& source, Findings& findings) {
    constexpr std::size_t least = 12, most = 25;
    const std::size_t outcomes = outcomes_of(source.scenario);
    const std::size_t parts = source.scenario.moments.size() + outcomes;
    if (parts < least || parts > most)
        findings.note("W411", {1, 1},
                      fmt::format("{} moments and outcomes; {} to {} make four minutes", parts, least, most),
                      parts < least ? "let weak answers lead to moments of their own; a first scenario may stay short"
                                    : "let paths join again, or make two scenarios of it");
    if (outcomes < 3 || outcomes > 4)
        findings.add({"W411",
                      outcomes < 3 ? Severity::warning : Severity::note,
                      {},
                      {1, 1},
                      1,
                      fmt::format("{} outcomes; three or four are told apart", outcomes),
                      "end delighted, satisfied, unresolved, or with the customer leaving"});
}

void check_improvement(const SourceScenario& source, const Standard& standard, Findings& findings) {
    const Scenario& scenario = source.scenario;
    if (tests_level(scenario, standard, 3) && !goes_beyond(scenario))
        findings.note("W411", {1, 1}, "level 3 is tested, but nothing is done that nobody asked for",
                      "mark a choice `extra: true`, or give one the step `prevent`");
}

void check_minutes(const SourceScenario& source, Findings& findings) {
    constexpr std::size_t slowest = 80, fastest = 240;
    const std::size_t words = words_on_best_way(source);
    const auto minutes = static_cast<std::size_t>(source.scenario.minutes);
    if (words <= fastest * minutes && words >= slowest * minutes) return;
    const std::string address = source.scenario.id + "/#minutes";
    const bool little = words > fastest * minutes;
    findings.add(
        {"W429",
         little ? Severity::warning : Severity::note,
         {},
         source.place(address),
         std::string_view("minutes").size(),
         fmt::format("{} words on the way of the best choices in {} minutes", words, minutes),
         little ? fmt::format("write {} minutes or more", words / fastest + 1) : "promise fewer minutes"});
}

void check_losses(const SourceScenario& source, Findings& findings) {
    int gains = 0, losses = 0, gain_count = 0, loss_count = 0;
    for (const Moment& moment : source.scenario.moments)
        for (const Choice& choice : moment.choices)
            for (const int d : {choice.effect.satisfaction, choice.effect.trust, choice.effect.patience}) {
                if (d > 0) gains += d, ++gain_count;
                if (d < 0) losses -= d, ++loss_count;
            }
    if (gain_count > 0 && loss_count > 0 && losses * gain_count < gains * loss_count)
        findings.warning("W406", {1, 1}, "losses are smaller than gains on average",
                         "losses weigh more: write them as they are meant");
}

}  // namespace touchstone::content
