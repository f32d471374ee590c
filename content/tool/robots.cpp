// SPDX-License-Identifier: Apache-2.0
#include "content/tool/robots.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>

#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

const char* const polite_words[] = {"please",   "thank",      "sorry",   "apolog", "of course", "gladly",
                                    "pleasure", "certainly",  "welcome", "kindly", "happy to",  "excuse me",
                                    "may i",    "appreciate", "sir",     "madam"};
const char* const compensating_words[] = {"voucher", "refund",       "discount", "free",
                                          "on us",   "on the house", "waive",    "gift",
                                          "credit",  "for you",      "compensat"};
const char* const escalating_words[] = {"manager",     "supervisor", "head office",    "team lead",
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

template <std::size_t Count>
double occurrences(const std::string& text, const char* const (&words)[Count]) {
    double count = 0;
    for (const char* word : words)
        if (text.find(word) != std::string::npos) ++count;
    return count;
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
    return {{"longest", robot(longest)},
            {"first", robot(first)},
            {"most-polite", robot(polite)},
            {"always-compensate", robot(compensating)},
            {"always-escalate", robot(escalating)}};
}

}  // namespace touchstone::content
