// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <boost/json.hpp>

#include "content/tool/diff_packs.h"

namespace touchstone::content {

namespace json = boost::json;

namespace {

using Kind = ScenarioChange::Kind;
using TextsByLanguage = std::map<std::string, std::vector<std::string>>;

const char* word_of(Kind kind) {
    switch (kind) {
        case Kind::same:
            return "same";
        case Kind::added:
            return "new";
        case Kind::gone:
            return "gone";
        case Kind::logic:
            return "logic changed";
        case Kind::texts:
            return "texts changed";
    }
    return "";
}

/// The first few of a list; the JSON has all.
std::string some_of(const std::vector<std::string>& all) {
    constexpr std::size_t few = 4;
    const std::vector<std::string> first(
        all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(few, all.size())));
    std::string text = fmt::format("{}", fmt::join(first, ", "));
    if (all.size() > few) text += fmt::format(" and {} more", all.size() - few);
    return text;
}

void add_list(std::string& out, const std::string& what, const std::vector<std::string>& all) {
    if (!all.empty()) out += fmt::format("    {}: {}\n", what, some_of(all));
}

void add_texts(std::string& out, const TextsByLanguage& texts) {
    for (const auto& [language, addresses] : texts)
        add_list(out, fmt::format("texts in {} ({})", language, addresses.size()), addresses);
}

std::string version_of(const ScenarioChange& change) {
    if (change.kind == Kind::added) return fmt::format("version {}", change.new_version);
    if (change.kind == Kind::gone || change.old_version == change.new_version)
        return fmt::format("version {}", change.old_version);
    return fmt::format("version {} -> {}", change.old_version, change.new_version);
}

json::array list(const std::vector<std::string>& all) { return json::array(all.begin(), all.end()); }

json::object json_of(const TextsByLanguage& texts) {
    json::object out;
    for (const auto& [language, addresses] : texts) out[language] = list(addresses);
    return out;
}

json::object json_of(const ScenarioChange& change) {
    return {{"scenario", change.scenario},
            {"change", word_of(change.kind)},
            {"old_version", change.old_version},
            {"new_version", change.new_version},
            {"saved_attempts", saved_attempts(change.kind)},
            {"ids_added", list(change.ids_added)},
            {"ids_gone", list(change.ids_gone)},
            {"texts", json_of(change.texts)}};
}

}  // namespace

std::string to_text(const PackDiff& diff) {
    std::string out = fmt::format("{} {} -> {}\n", diff.pack, diff.old_version, diff.new_version);
    for (const ScenarioChange& change : diff.scenarios) {
        out += fmt::format("  {}: {}, {}; {}\n", change.scenario, word_of(change.kind), version_of(change),
                           saved_attempts(change.kind));
        add_list(out, "new ids", change.ids_added);
        add_list(out, "ids gone", change.ids_gone);
        add_texts(out, change.texts);
    }
    if (!diff.texts.empty()) out += "  pack and standard\n";
    add_texts(out, diff.texts);
    add_list(out, "indicators", diff.standard);
    add_list(out, "new languages", diff.languages_added);
    add_list(out, "languages gone", diff.languages_gone);
    return out;
}

std::string to_json(const PackDiff& diff) {
    json::array scenarios;
    for (const ScenarioChange& change : diff.scenarios) scenarios.emplace_back(json_of(change));
    return json::serialize(json::object{{"pack", diff.pack},
                                        {"old_version", diff.old_version},
                                        {"new_version", diff.new_version},
                                        {"scenarios", std::move(scenarios)},
                                        {"texts", json_of(diff.texts)},
                                        {"standard", list(diff.standard)},
                                        {"languages_added", list(diff.languages_added)},
                                        {"languages_gone", list(diff.languages_gone)},
                                        {"findings", json::parse(to_json(diff.findings))}});
}

}  // namespace touchstone::content
