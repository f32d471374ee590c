// SPDX-License-Identifier: Apache-2.0
#include "content/tool/robots.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <string_view>

#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

using WordList = std::vector<std::string_view>;

const WordList polite_words{"please",   "thank",      "sorry",   "apolog", "of course", "gladly",
                                    "pleasure", "certainly",  "welcome", "kindly", "happy to",  "excuse me",
                                    "may i",    "appreciate", "sir",     "madam"};
const WordList compensating_words{"voucher", "refund",       "discount", "for free", "free of charge",
                                          "on us",   "on the house", "waive",    "gift",
                                          "credit",        "compensat"};
const WordList escalating_words{"manager",     "supervisor", "head office",    "team lead",
                                        "back office", "department", "complaints",     "boss",
                                        "ask my",      "pass you",   "put you through"};

/// How much a robot likes a choice; 0 is not at all.
using Liking = std::function<double(const Moment&, const Choice&)>;

using Words = std::map<std::string, std::string>;  // moment/choice -> what is said, in lower case

std::string lower(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

Words words_of(const SourceScenario& source) {
    Words words;
    const std::string head = source.scenario.id + "/", tail = "/says";
    for (const SourceText& text : source.texts) {
        const std::string& address = text.address;
        if (address.size() > head.size() + tail.size() &&
            address.compare(address.size() - tail.size(), tail.size(), tail) == 0)
            words[address.substr(head.size(), address.size() - head.size() - tail.size())] = lower(text.text);
    }
    return words;
}

/// Whether a word of the text begins with it.
bool begins_a_word(const std::string& text, std::string_view word) {
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
        if (at == 0 || text[at - 1] < 'a' || text[at - 1] > 'z') return true;
    return false;
}

double occurrences(const std::string& text, const WordList& words) {
    return static_cast<double>(std::count_if(words.begin(), words.end(), [&](std::string_view word) {
        return begins_a_word(text, word);
    }));
}

Mixture robot(const Liking& liking) {
    return [liking](const Moment& moment, const std::vector<std::size_t>& available) {
        std::vector<double> likings;
        for (const std::size_t i : available) likings.push_back(liking(moment, moment.choices[i]));
        const double most = *std::max_element(likings.begin(), likings.end());
        const auto alike = static_cast<double>(std::count(likings.begin(), likings.end(), most));
        for (double& each : likings) each = each == most ? 1 / alike : 0;
        return likings;
    };
}

}  // namespace

std::vector<Robot> robots(const SourceScenario& source) {
    const auto words = std::make_shared<Words>(words_of(source));
    const auto said = [words](const Moment& moment, const Choice& choice) -> const std::string& {
        return words->at(moment.id + "/" + choice.id);
    };
    const auto longest = [said](const Moment& m, const Choice& c) {
        return static_cast<double>(count_code_points(said(m, c)));
    };
    const auto polite = [said](const Moment& m, const Choice& c) {
        return occurrences(said(m, c), polite_words) + ((c.steps & step_apologise) != 0 ? 0.5 : 0);
    };
    const auto compensating = [said](const Moment& m, const Choice& c) {
        return occurrences(said(m, c), compensating_words) + (c.bend && c.bend->cost > 0 ? 10 : 0);
    };
    const auto escalating = [said](const Moment& m, const Choice& c) {
        return occurrences(said(m, c), escalating_words) + (c.bend && c.bend->approval_asked ? 10 : 0);
    };
    const auto first = [](const Moment& m, const Choice& c) {
        return -static_cast<double>(&c - m.choices.data());
    };
    const auto by_word = [said](const WordList& list) {
        return [said, &list](const Moment& m, const Choice& c) {
            for (const std::string_view word : list)
                if (begins_a_word(said(m, c), word)) return std::string(word);
            return std::string();
        };
    };
    const auto by_place = [](const Moment&, const Choice&) { return std::string(); };
    return {{"longest", robot(longest), by_place},
            {"first", robot(first), by_place},
            {"most-polite", robot(polite), by_word(polite_words)},
            {"always-compensate", robot(compensating), by_word(compensating_words)},
            {"always-escalate", robot(escalating), by_word(escalating_words)}};
}

}  // namespace touchstone::content
