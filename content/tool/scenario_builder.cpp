// SPDX-License-Identifier: Apache-2.0
#include "content/tool/scenario_builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "content/tool/todo.h"
#include "engine/basics/id.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

/// Bytes of the word that begins at `from`; conditions are ASCII where they can be read at all.
std::size_t word_length(const std::string& text, std::int64_t from) {
    const auto begin = std::min(static_cast<std::size_t>(std::max<std::int64_t>(from, 0)), text.size());
    const auto end = text.find_first_of(" ()", begin);
    return std::max<std::size_t>(1, std::min(end, text.size()) - begin);
}

}  // namespace

std::optional<std::size_t> index_of(const std::vector<std::string>& names, const std::string& name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

const std::vector<std::string>& keys(const char* map) { return known_keys().at(map); }

void ScenarioBuilder::add_text(const std::string& rest, const Node* node, const std::string& context) {
    if (node && !node->text.empty()) source.texts.push_back(text_of(address(rest), *node, context));
}

void ScenarioBuilder::required_text(MapReader& in, const char* key, const std::string& rest,
                                    const std::string& context) {
    // What is to do stands for itself while a draft is looked at.
    if (!in.text(key).empty() || (in.has(key) && is_todo(*in.value(key))))
        add_text(rest, in.value(key), context);
}

void ScenarioBuilder::optional_text(MapReader& in, const char* key, const std::string& rest,
                                    const std::string& context) {
    if (in.has(key)) required_text(in, key, rest, context);
}

void ScenarioBuilder::unknown(const std::string& word, TextPosition at, const char* what,
                              const std::vector<std::string>& known) {
    findings.error("E110", at, fmt::format("unknown {} `{}`{}", what, word, did_you_mean(word, known)),
                   known.empty() ? fmt::format("this scenario defines no {}", what)
                                 : "use one of: " + fmt::format("{}", fmt::join(known, ", ")),
                   count_code_points(word));
}

void ScenarioBuilder::check_name(const std::string& name, TextPosition at) {
    if (!is_valid_name(name))
        findings.error("E108", at, fmt::format("`{}` is not a valid id", name),
                       "use 2 to 40 characters: a-z, 0-9 and single dashes, starting with a letter",
                       count_code_points(name));
}

int ScenarioBuilder::five(MapReader& in, const char* key, int least) {
    const auto value = static_cast<int>(in.integer(key, least, 100));
    if (value % 5 != 0)
        findings.error("E106", in.at(key),
                       fmt::format("`{}` is {}: states and effects are multiples of 5", key, value),
                       fmt::format("write {} or {}", value / 5 * 5, value / 5 * 5 + (value < 0 ? -5 : 5)),
                       count_code_points(in.value(key)->text));
    return value;
}

std::vector<Condition> ScenarioBuilder::says_if(MapReader& in, const std::string& rest,
                                                const std::string& speaker) {
    std::vector<Condition> all;
    const Node* list = in.list("says-if", false);
    if (!list) return all;
    for (const Node& item : list->items) {
        MapReader one(item, "`says-if`", keys("says-if"), findings);
        const std::string place = rest + "/says-if/" + std::to_string(all.size() + 1);
        all.push_back(condition(one, place));
        required_text(one, "says", place, speaker);
    }
    return all;
}

Condition ScenarioBuilder::condition(MapReader& in, const std::string& place) {
    const std::string text = in.text("when");
    if (text.empty()) return {};
    source.conditions[address(place)] = text;
    auto parsed = parse_condition(text, scenario().facts, scenario().marks);
    if (parsed) return std::move(*parsed);
    const std::string& detail = parsed.error().detail;
    const auto colon = detail.find(": ");
    TextPosition at = in.at("when");
    if (const Node* node = in.value("when"); node && node->words.line != 0) at = node->words;
    const std::int64_t column = whole_number(detail.substr(0, colon)).value_or(1) - 1;
    at.column += static_cast<int>(column);
    findings.error("E109", at, "this condition cannot be read: " + detail.substr(colon + 2),
                   parsed.error().remedy, word_length(text, column));
    return {};
}

NameSet ScenarioBuilder::name_set(MapReader& in, const char* key, const char* what,
                                  const std::vector<std::string>& names) {
    unsigned set = 0;
    for (const Node* word : in.words(key)) {
        if (const auto index = index_of(names, word->text))
            set |= 1U << *index;
        else
            unknown(word->text, word->at, what, names);
    }
    return static_cast<NameSet>(set);
}

Effect ScenarioBuilder::effect(MapReader& outer) {
    const Node* node = outer.map("effect", true);
    if (!node) return {};
    MapReader in(*node, "`effect`", keys("state"), findings);
    const auto part = [&](const char* key) { return in.has(key) ? five(in, key, -100) : 0; };
    return {part("satisfaction"), part("trust"), part("patience")};
}

}  // namespace touchstone::content
