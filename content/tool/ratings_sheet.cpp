// SPDX-License-Identifier: Apache-2.0
#include "content/tool/ratings_sheet.h"

#include <fmt/format.h>

#include "content/tool/csv.h"
#include "engine/basics/seeded.h"

namespace touchstone::content {

namespace {

constexpr std::string_view sheet_columns[] = {"code",      "moment",          "customer", "scene",
                                              "says",      "known",           "limits",   "answer",
                                              "indicator", "rating (0 to 4)", "reader",   "kind"};

using Words = std::map<std::string, std::string>;  // address -> text

Words words_of(const std::vector<SourceText>& texts) {
    Words words;
    for (const SourceText& text : texts) words[text.address] = text.text;
    return words;
}

std::string word_at(const Words& words, const std::string& address) {
    const auto found = words.find(address);
    return found == words.end() ? std::string() : found->second;
}

/// The text of an address with its other wordings; which one is said depends on how play went.
std::string said_at(const Words& words, const std::string& address) {
    std::string all = word_at(words, address + "/says");
    for (int i = 1;; ++i) {
        const std::string other = word_at(words, fmt::format("{}/says-if/{}", address, i));
        if (other.empty()) return all;
        all += " / or: " + other;
    }
}

std::string limits_of(const SourceScenario& source, const std::string& currency) {
    std::vector<std::string> parts;
    const auto list = [&](const char* what, const std::vector<std::string>& rules) {
        if (!rules.empty()) parts.push_back(fmt::format("{}: {}", what, fmt::join(rules, ", ")));
    };
    if (source.limits.spend)
        parts.push_back(fmt::format("may spend up to {}.{:02} {}", *source.limits.spend / 100,
                                    *source.limits.spend % 100, currency));
    list("may bend", source.limits.may_bend);
    list("never", source.limits.never);
    return fmt::format("{}", fmt::join(parts, "; "));
}

/// What can be known in a moment: the facts that any of its answers builds on, so that none stands out.
std::string known_in(const Scenario& scenario, const Moment& moment, const Words& words) {
    NameSet needed = 0;
    for (const Choice& choice : moment.choices) needed = static_cast<NameSet>(needed | choice.needs);
    std::vector<std::string> known;
    for (std::size_t i = 0; i < scenario.facts.size(); ++i)
        if (contains(needed, i)) known.push_back(word_at(words, scenario.id + "/hides/" + scenario.facts[i]));
    return fmt::format("{}", fmt::join(known, " "));
}

std::string hex_of(const std::string& text, std::size_t digits) {
    return seed_to_text(spread(text)).substr(0, digits);
}

/// All that a reader sees of a line.
std::string shown_words(const SheetLine& line) {
    std::string all;
    for (const std::string& text :
         {line.customer, line.scene, line.says, line.known, line.limits, line.answer, line.indicator})
        all += text + "\n";
    return all;
}

class SheetMaker {
public:
    SheetMaker(const PackSources& sources, const std::string& reader)
        : sources_(sources), reader_(reader), standard_words_(words_of(sources.standard.texts)) {}

    std::vector<SheetLine> run() {
        const auto all = rated_scenarios(sources_);
        for (const std::size_t index : order(all.size(), "sheet")) add_scenario(*all[index]);
        return std::move(lines_);
    }

private:
    std::vector<std::size_t> order(std::size_t count, const std::string& name) const {
        return seeded_order(count, fnv1a64(reader_), name);
    }
    void add_scenario(const SourceScenario& source) {
        const Words words = words_of(source.texts);
        const Scenario& scenario = source.scenario;
        SheetLine line;
        line.limits = limits_of(source, sources_.pack.currency);
        for (const std::size_t index : order(scenario.moments.size(), scenario.id)) {
            const Moment& moment = scenario.moments[index];
            const std::string place = scenario.id + "/" + moment.id;
            // Of a drill's variant the customer stands below the moment.
            line.customer = word_at(words, scenario.id + "/customer/name");
            if (line.customer.empty()) line.customer = word_at(words, place + "/customer/name");
            line.moment = ++moments_;
            line.scene = word_at(words, place + "/scene");
            line.says = said_at(words, place);
            line.known = known_in(scenario, moment, words);
            for (const std::size_t choice : order(moment.choices.size(), place)) {
                line.answer = said_at(words, place + "/" + moment.choices[choice].id);
                add_choice(scenario, moment, moment.choices[choice], line);
            }
        }
    }
    void add_choice(const Scenario& scenario, const Moment& moment, const Choice& choice, SheetLine line) {
        for (std::size_t i = 0; i < moment.tests.size(); ++i) {
            line.asked = written_rating(scenario, moment, choice, i, sources_.standard.standard);
            line.indicator = word_at(standard_words_, "standard/indicators/" + line.asked.indicator);
            line.place = hex_of(reader_ + "\n" + line.asked.key(), 12);
            line.words = hex_of(shown_words(line), 8);
            lines_.push_back(line);
        }
    }

    const PackSources& sources_;
    const std::string& reader_;
    Words standard_words_;
    std::vector<SheetLine> lines_;
    int moments_ = 0;
};

}  // namespace

std::vector<SheetLine> sheet_lines(const PackSources& sources, const std::string& reader) {
    return SheetMaker(sources, reader).run();
}

std::string write_sheet(const PackSources& sources, const SheetReader& reader) {
    std::string csv =
        std::string(byte_order_mark) + csv_row({std::begin(sheet_columns), std::end(sheet_columns)});
    for (const SheetLine& line : sheet_lines(sources, reader.name))
        csv += csv_row({line.code(), std::to_string(line.moment), line.customer, line.scene, line.says,
                        line.known, line.limits, line.answer, line.indicator, "", reader.name, reader.kind});
    return csv;
}

}  // namespace touchstone::content
