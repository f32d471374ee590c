// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_choices.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "content/tool/letters.h"
#include "engine/basics/utf8.h"
#include "engine/paths/loss.h"

namespace touchstone::content {

namespace {

const SourceText* text_at(const SourceScenario& source, const std::string& rest) {
    const std::string address = source.scenario.id + "/" + rest;
    const auto found = std::find_if(source.texts.begin(), source.texts.end(),
                                    [&](const SourceText& text) { return text.address == address; });
    return found == source.texts.end() ? nullptr : &*found;
}

const SourceText* says(const SourceScenario& source, const Moment& moment, const Choice& choice) {
    return text_at(source, moment.id + "/" + choice.id + "/says");
}

void add(const SourceText& text, const char* code, Severity severity, std::string reason, std::string remedy,
         std::size_t from, std::size_t count, Findings& findings) {
    findings.add({code,
                  severity,
                  {},
                  text.place_of(from),
                  text.length_of(from, count),
                  std::move(reason),
                  std::move(remedy)});
}

/// Words that give an answer away when one choice alone has them; beginnings, lower case.
struct CueWords {
    const char* language;
    const char* what;
    std::vector<std::string> beginnings;
    std::vector<std::string> whole;
};

const std::vector<CueWords>& cue_words() {
    static const std::vector<CueWords> all = {{"en", "an apology", {"apolog", "forgive"}, {"sorry"}},
                                              {"en", "an absolute word", {}, {"never", "always"}},
                                              {"pl", "an apology", {"przepras", "wybacz"}, {"przykro"}},
                                              {"pl", "an absolute word", {}, {"nigdy", "zawsze"}},
                                              {"ru", "an apology", {"извин", "прости"}, {"жаль"}},
                                              {"ru", "an absolute word", {}, {"никогда", "всегда"}},
                                              {"et", "an apology", {"vabanda", "andest"}, {"kahju"}},
                                              {"et", "an absolute word", {}, {"kunagi", "alati"}}};
    return all;
}

bool matches(const std::string& word, const CueWords& cue) {
    return std::find(cue.whole.begin(), cue.whole.end(), word) != cue.whole.end() ||
           std::any_of(cue.beginnings.begin(), cue.beginnings.end(),
                       [&](const std::string& one) { return word.rfind(one, 0) == 0; });
}

/// "not always" is no absolute word.
bool is_negation(const std::string& word) {
    return word == "not" || word == "nie" || word == "не" || word == "ei" ||
           (word.size() > 4 && word.compare(word.size() - 4, 4, "’t") == 0) ||
           (word.size() > 2 && word.compare(word.size() - 2, 2, "'t") == 0);
}

/// The first cue word in `text`; empty when there is none.
std::string_view cue_in(const SourceText& text, const CueWords& cue) {
    std::string before;
    for (const std::string_view word : words_of(text.text)) {
        const std::string lower = folded(word);
        if (matches(lower, cue) && !is_negation(before)) return word;
        before = lower;
    }
    return {};
}

struct Cue {
    std::size_t choice = 0;
    std::string_view word = {};
};

void check_cue(const SourceScenario& source, const Moment& moment, const CueWords& cue, Findings& findings) {
    std::vector<Cue> found;
    for (std::size_t i = 0; i < moment.choices.size(); ++i)
        if (const SourceText* text = says(source, moment, moment.choices[i]))
            if (const std::string_view word = cue_in(*text, cue); !word.empty()) found.push_back({i, word});
    if (found.size() != 1 || moment.choices.size() < 3) return;
    const SourceText& text = *says(source, moment, moment.choices[found[0].choice]);
    const bool best = found[0].choice == best_choice(moment);
    add(text, "W413", best ? Severity::warning : Severity::note,
        fmt::format("only this choice of `{}` has {} (`{}`){}", moment.id, cue.what, found[0].word,
                    best ? ", and it is the best" : ""),
        "let another choice have one too, or say it without",
        static_cast<std::size_t>(found[0].word.data() - text.text.data()), found[0].word.size(), findings);
}

std::set<std::string> content_words(const std::string& text) {
    constexpr std::size_t shortest = 4;
    std::set<std::string> words;
    for (const std::string_view word : words_of(text))
        if (letters_in(word) >= shortest) words.insert(folded(word));
    return words;
}

/// Percent of the choice's words that stand in the stem; 0 for fewer than three words.
std::size_t overlap(const std::set<std::string>& choice, const std::set<std::string>& stem) {
    const auto shared = std::count_if(choice.begin(), choice.end(),
                                      [&](const std::string& word) { return stem.count(word) != 0; });
    return choice.size() < 3 ? 0 : static_cast<std::size_t>(shared) * 100 / choice.size();
}

}  // namespace

std::size_t best_choice(const Moment& moment) {
    const auto best = std::max_element(
        moment.choices.begin(), moment.choices.end(),
        [&](const Choice& a, const Choice& b) { return quality_48(moment, a) < quality_48(moment, b); });
    return static_cast<std::size_t>(best - moment.choices.begin());
}

void check_choice_lengths(const SourceScenario& source, Findings& findings) {
    const auto length = [&](const Moment& moment, const Choice& choice) {
        const SourceText* text = says(source, moment, choice);
        return text ? count_code_points(text->text) : 0;
    };
    for (const Moment& moment : source.scenario.moments)
        for (const Choice& choice : moment.choices) {
            std::vector<std::size_t> others;
            for (const Choice& other : moment.choices)
                if (&other != &choice) others.push_back(length(moment, other));
            std::sort(others.begin(), others.end());
            const std::size_t mine = length(moment, choice);
            const std::size_t median = others.empty() ? mine : others[others.size() / 2];
            const SourceText* text = says(source, moment, choice);
            if (text && mine > choice_card)
                add(*text, "W408", Severity::warning,
                    fmt::format("`{}` has {} characters; the card takes {}", choice.id, mine, choice_card),
                    "say it shorter", 0, text->text.size(), findings);
            else if (text && (mine * 10 > median * 13 || mine * 10 < median * 7))
                add(*text, "W405", Severity::warning,
                    fmt::format("`{}` has {} characters, the others about {}", choice.id, mine, median),
                    "make the choices of a moment about equally long", 0, text->text.size(), findings);
        }
}

void check_cue_words(const SourceScenario& source, const std::string& language, Findings& findings) {
    for (const CueWords& cue : cue_words())
        if (language == cue.language)
            for (const Moment& moment : source.scenario.moments) check_cue(source, moment, cue, findings);
}

void check_overlap(const SourceScenario& source, Findings& findings) {
    constexpr std::size_t most = 40;
    for (const Moment& moment : source.scenario.moments) {
        const SourceText* stem = text_at(source, moment.id + "/says");
        if (!stem) continue;
        const auto words = content_words(stem->text);
        std::vector<std::size_t> over;
        for (std::size_t i = 0; i < moment.choices.size(); ++i)
            if (const SourceText* text = says(source, moment, moment.choices[i]))
                if (overlap(content_words(text->text), words) > most) over.push_back(i);
        if (over.size() != 1 || over[0] != best_choice(moment)) continue;
        const SourceText& text = *says(source, moment, moment.choices[over[0]]);
        std::vector<std::string> shared;
        for (const std::string& word : content_words(text.text))
            if (words.count(word) != 0) shared.push_back(word);
        add(text, "W414", Severity::warning,
            fmt::format("the best choice of `{}`, and only that, repeats what the customer said: {}", moment.id,
                        fmt::join(shared, ", ")),
            "say it in other words, or let another choice pick up the customer's words too", 0,
            text.text.size(), findings);
    }
}

std::optional<Lead> arguable_lead(const Moment& moment) {
    constexpr int half_a_point = 6;  // of 48
    std::vector<std::pair<int, std::size_t>> qualities;
    for (std::size_t i = 0; i < moment.choices.size(); ++i)
        qualities.emplace_back(-quality_48(moment, moment.choices[i]), i);
    std::sort(qualities.begin(), qualities.end());
    if (qualities.size() < 2) return std::nullopt;
    const int lead = qualities[1].first - qualities[0].first;
    if (lead >= half_a_point) return std::nullopt;
    return Lead{qualities[0].second, qualities[1].second, lead};
}

void check_clear_key(const SourceScenario& source, Findings& findings) {
    for (const Moment& moment : source.scenario.moments) {
        if (!arguable_lead(moment)) continue;
        const std::string address = source.scenario.id + "/" + moment.id;
        findings.warning("W415", source.place(address),
                         fmt::format("`{}` is arguable: its two best choices are rated alike", moment.id),
                         "make the best choice clearly better by its words, and let the readers rate again",
                         SourceScenario::length_at(address));
    }
}

}  // namespace touchstone::content
