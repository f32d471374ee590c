// SPDX-License-Identifier: Apache-2.0
#include "content/tool/new_content.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "content/tool/author_text.h"
#include "content/tool/templates.h"
#include "content/tool/todo.h"

namespace touchstone::content {

namespace {

constexpr std::size_t moments_of_template = 5;

std::string text_at(const Node& node, const char* key) {
    const Node* found = node.find(key);
    return found ? found->text : std::string();
}
std::vector<std::string> words_at(const Node& node, const char* key) {
    std::vector<std::string> words;
    if (const Node* found = node.find(key))
        for (const Node& item : found->items) words.push_back(item.text);
    return words;
}
std::vector<std::pair<std::string, std::string>> names_at(const Node& node, const char* key) {
    std::vector<std::pair<std::string, std::string>> names;
    if (const Node* found = node.find(key))
        for (const Node::Member& member : found->members) names.emplace_back(member.key, member.value.text);
    return names;
}

Sector read_sector(const Node::Member& member) {
    const Node& node = member.value;
    return {member.key,
            text_at(node, "sector"),
            text_at(node, "place"),
            text_at(node, "matters"),
            text_at(node, "role"),
            text_at(node, "term"),
            text_at(node, "term-means"),
            words_at(node, "may-bend"),
            words_at(node, "never"),
            names_at(node, "journey"),
            names_at(node, "contacts")};
}

/// The template with `%name%` replaced, once and for all names.
std::string filled(std::string_view text, const std::map<std::string, std::string>& values) {
    std::string all;
    while (true) {
        const auto from = text.find('%');
        const auto to = from == std::string_view::npos ? from : text.find('%', from + 1);
        if (to == std::string_view::npos) return all.append(text);
        const auto value = values.find(std::string(text.substr(from + 1, to - from - 1)));
        all.append(text.substr(0, from));
        if (value == values.end()) {
            all += '%';
            text.remove_prefix(from + 1);
            continue;
        }
        all += value->second;
        text.remove_prefix(to + 1);
    }
}

/// A text that may stand in a comment.
std::string one_line(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    return text;
}

/// What comes after the first line, which says whose the template is.
std::string_view without_first_line(std::string_view text) { return text.substr(text.find('\n') + 1); }

std::string check_amount(const std::string& answer) {
    const bool digits = answer.find_first_not_of("0123456789") == std::string::npos;
    return digits && answer.size() <= 5 ? "" : "write a whole amount from 0 to 99999, such as 25";
}
std::string check_currency(const std::string& answer) {
    const bool capitals =
        std::all_of(answer.begin(), answer.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals && answer.size() == 3 ? "" : "write three capital letters, such as EUR";
}
std::string check_place(const std::string& answer) {
    return id_from(answer, "").empty() ? "use Latin letters, such as front-desk" : "";
}

std::string indented(const std::vector<std::pair<std::string, std::string>>& names) {
    std::string all;
    for (const auto& [id, name] : names) all += fmt::format("  {}: {}\n", id, yaml_text(name));
    return all;
}

const Indicator* of_level(const Standard& standard, int level) {
    for (const Indicator& indicator : standard.indicators)
        if (indicator.level == level) return &indicator;
    return nullptr;
}

bool has_level(const std::vector<const Indicator*>& tests, int level) {
    return std::any_of(tests.begin(), tests.end(), [&](const Indicator* one) { return one->level == level; });
}

/// What each moment tests: the behaviours' indicators in turn; a scenario that tests level 3 tests levels 1
/// and 2 too.
std::vector<const Indicator*> tests_for(const std::vector<std::string>& behaviours,
                                        const Standard& standard) {
    std::vector<const Indicator*> tests;
    for (std::size_t round = 0; tests.size() < moments_of_template && round < moments_of_template; ++round)
        for (const std::string& behaviour : behaviours) {
            std::vector<const Indicator*> own;
            for (const Indicator& indicator : standard.indicators)
                if (standard.behaviours[indicator.behaviour] == behaviour) own.push_back(&indicator);
            if (!own.empty() && tests.size() < moments_of_template) tests.push_back(own[round % own.size()]);
        }
    std::size_t last = tests.size();
    for (const int level : {1, 2})
        if (has_level(tests, 3) && !has_level(tests, level) && last > 0)
            if (const Indicator* other = of_level(standard, level)) tests[--last] = other;
    return tests;
}

std::string meaning_of(const Indicator& indicator, const SourceStandard& standard) {
    for (const SourceText& text : standard.texts)
        if (text.address == "standard/indicators/" + indicator.id)
            return one_line(indicator.id + ": " + text.text);
    return indicator.id;
}

std::string limits_of(const Sector& sector, const SourcePack* pack) {
    if (pack && !pack->roles.empty()) return fmt::format("{{role: {}}}", pack->roles.begin()->first);
    return fmt::format("{{spend: 2000, may-bend: [{}], never: [{}]}}", fmt::join(sector.may_bend, ", "),
                       fmt::join(sector.never, ", "));
}

}  // namespace

const std::vector<Sector>& all_sectors() {
    static const std::vector<Sector> all = [] {
        std::vector<Sector> read;
        Findings findings("sectors.yaml");
        // The file is compiled in and a test reads it; what is broken here never ships.
        if (const auto root = read_yaml(sectors_yaml, findings))
            for (const Node::Member& member : root->members) read.push_back(read_sector(member));
        return read;
    }();
    return all;
}

const Sector& sector_of(const std::string& id) {
    for (const Sector& sector : all_sectors())
        if (sector.id == id) return sector;
    return all_sectors().back();
}

std::vector<Question> questions_for_scenario(const Standard& standard, const SourcePack* pack) {
    std::vector<std::string> sectors;
    for (const Sector& sector : all_sectors()) sectors.push_back(sector.id);
    return {
        {1, "title", "What is it called?", "A few words, such as: Wet boots"},
        {2, "sector", "Where does it play?", {}, sectors},
        {3, "customer", "Who is the customer?", "A first name, such as: Marta"},
        {3,
         "wants",
         "And what does the customer want to reach?",
         "Such as: Leave with the phone her son needs tonight",
         {},
         false,
         1,
         1,
         nullptr,
         "todo: what the customer wants to reach"},
        {4,
         "hides",
         "What does the customer not say by themselves?",
         "What only a good question brings out, such as: Her son is in hospital",
         {},
         false,
         1,
         1,
         nullptr,
         "todo: what only a good question brings out"},
        {5, "behaviours", "Which behaviours does it train?", "Two or three, separated by commas",
         standard.behaviours, true, 2, 3},
        {6, "channel", "How do they talk?", {}, {"counter", "phone", "chat"}},
        {6, "touchpoint", "And where in the customer’s journey?",
         pack ? "" : "A short name, such as: front-desk", pack ? pack->journey : std::vector<std::string>(),
         false, 1, 1, check_place},
    };
}

std::vector<Question> questions_for_pack() {
    std::vector<std::string> sectors;
    for (const Sector& sector : all_sectors()) sectors.push_back(sector.id);
    return {
        {1, "title", "What is the pack called?", "A few words, such as: Our hotels by the sea"},
        {2, "sector", "Whose work is it?", {}, sectors},
        {3,
         "role",
         "What are your people called?",
         "One word, such as: desk-clerk",
         {},
         false,
         1,
         1,
         check_place},
        {3,
         "spend",
         "And how much may they spend for a customer without asking?",
         "A whole amount, such as: 25",
         {},
         false,
         1,
         1,
         check_amount},
        {4,
         "currency",
         "In which currency?",
         "Three capital letters, such as: EUR",
         {},
         false,
         1,
         1,
         check_currency},
        {5,
         "language",
         "In which language do you write?",
         "Others can be added later",
         {"en", "pl", "ru", "et"}},
        {6, "scenario", "What is the first scenario called?", "A few words, such as: Wet boots"},
    };
}

std::string id_of(const Answers& answers) {
    if (const auto id = answers.find("id"); id != answers.end()) return id->second;
    return id_from(answers.at("title"), "new-scenario");
}

std::string new_scenario(const Answers& answers, const SourceStandard& standard, const SourcePack* pack) {
    const Sector& sector = sector_of(answers.at("sector"));
    const auto behaviours = words_between_commas(answers.at("behaviours"));
    std::map<std::string, std::string> values = {
        {"id", id_of(answers)},
        {"title-plain", one_line(answers.at("title"))},
        {"title", yaml_text(answers.at("title"))},
        {"sector", is_todo(sector.sector) ? yaml_text(sector.sector) : sector.sector},
        {"touchpoint", id_from(answers.at("touchpoint"), "service-point")},
        {"channel", answers.at("channel")},
        {"focus", fmt::format("{}", fmt::join(behaviours, ", "))},
        {"limits", limits_of(sector, pack)},
        {"customer", yaml_text(answers.at("customer"))},
        {"wants", yaml_text(answers.at("wants"))},
        {"hides", yaml_text(answers.at("hides"))},
        {"place", sector.place},
        {"matters", sector.matters},
    };
    const auto tests = tests_for(behaviours, standard.standard);
    for (std::size_t i = 0; i < tests.size(); ++i) {
        values["test-" + std::to_string(i + 1)] = tests[i]->id;
        values["means-" + std::to_string(i + 1)] = meaning_of(*tests[i], standard);
    }
    return filled(without_first_line(scenario_template), values);
}

std::string new_pack_file(const Answers& answers) {
    const Sector& sector = sector_of(answers.at("sector"));
    return filled(without_first_line(pack_template),
                  {{"id", id_of(answers)},
                   {"title-plain", one_line(answers.at("title"))},
                   {"title", yaml_text(answers.at("title"))},
                   {"language", answers.at("language")},
                   {"currency", answers.at("currency")},
                   {"journey", indented(sector.journey)},
                   {"role", id_from(answers.at("role"), sector.role)},
                   {"spend", answers.at("spend") + "00"},
                   {"may-bend", fmt::format("{}", fmt::join(sector.may_bend, ", "))},
                   {"never", fmt::format("{}", fmt::join(sector.never, ", "))},
                   {"contacts", indented(sector.contacts)},
                   {"term", sector.term},
                   {"term-means", yaml_text(sector.term_means)}});
}

std::map<std::string, std::string> new_pack(const Answers& answers, const SourceStandard& standard) {
    const Sector& sector = sector_of(answers.at("sector"));
    const std::string role = id_from(answers.at("role"), sector.role);
    std::map<std::string, std::string> files;
    files["pack.yaml"] = new_pack_file(answers);
    SourcePack pack;
    pack.roles[role] = {};
    const Answers first = {{"title", answers.at("scenario")},
                           {"sector", answers.at("sector")},
                           {"customer", "todo: a first name"},
                           {"wants", "todo: what the customer wants to reach"},
                           {"hides", "todo: what only a good question brings out"},
                           {"behaviours", "people, responsive, reliable"},
                           {"channel", answers.at("sector") == "contact-centre" ? "phone" : "counter"},
                           {"touchpoint", sector.journey.front().first}};
    files["scenarios/" + id_of(first) + ".yaml"] = new_scenario(first, standard, &pack);
    return files;
}

}  // namespace touchstone::content
