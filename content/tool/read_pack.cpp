// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "content/tool/default_standard.h"
#include "content/tool/map_reader.h"
#include "content/tool/source.h"
#include "content/tool/todo.h"
#include "engine/basics/id.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

const std::vector<std::string> all_languages{"en", "pl", "ru", "et"};

std::optional<Node> read_map(std::string_view text, Findings& findings, const char* what) {
    auto root = read_yaml(text, findings);
    if (root) list_todos(*root, findings);
    if (!root || root->kind == Node::Kind::map) return root;
    findings.error("E101", root->at, fmt::format("{} is a map of keys", what), "write `key: value` lines");
    return std::nullopt;
}

std::vector<std::string> texts_of(const std::vector<const Node*>& words) {
    std::vector<std::string> all;
    for (const Node* word : words) all.push_back(word->text);
    return all;
}

/// Reads `key: Text` maps whose order matters: levels, expectations, journey.
std::vector<std::string> read_named(const Node* node, const std::string& prefix,
                                    std::vector<SourceText>& texts) {
    std::vector<std::string> ids;
    if (!node) return ids;
    for (const Node::Member& member : node->members) {
        ids.push_back(member.key);
        texts.push_back(text_of(prefix + member.key, member.value, "label"));
    }
    return ids;
}

void read_indicators(const Node& node, SourceStandard& source, const std::string& behaviour,
                     Findings& findings) {
    for (const Node::Member& member : node.members) {
        MapReader in(member.value, "indicator `" + member.key + "`", {"level", "expectation", "means"},
                     findings);
        Indicator indicator;
        indicator.id = behaviour + "." + member.key;
        indicator.behaviour = source.standard.behaviours.size() - 1;
        indicator.level = static_cast<int>(in.integer("level", 1, 3));
        const std::string expectation = in.one_of("expectation", source.standard.expectations);
        indicator.expectation = static_cast<std::size_t>(
            std::find(source.standard.expectations.begin(), source.standard.expectations.end(), expectation) -
            source.standard.expectations.begin());
        source.texts.push_back({"standard/indicators/" + indicator.id, in.text("means"), in.at("means"),
                                "an indicator, one observable statement"});
        source.standard.indicators.push_back(std::move(indicator));
    }
}

void read_behaviours(const Node& node, SourceStandard& source, Findings& findings) {
    for (const Node::Member& member : node.members) {
        MapReader in(member.value, "behaviour `" + member.key + "`", {"name", "short", "indicators"},
                     findings);
        source.standard.behaviours.push_back(member.key);
        source.texts.push_back(
            {"standard/behaviours/" + member.key, in.text("name"), in.at("name"), "a behaviour"});
        source.texts.push_back({"standard/behaviours/" + member.key + "/short", in.text("short"),
                                in.at("short"), "a behaviour, one short word; at most 12 letters"});
        if (const Node* indicators = in.map("indicators", true))
            read_indicators(*indicators, source, member.key, findings);
    }
}

void read_roles(const Node& node, SourcePack& pack, Findings& findings) {
    for (const Node::Member& member : node.members) {
        MapReader in(member.value, "role `" + member.key + "`", {"spend", "may-bend", "never"}, findings);
        Limits& limits = pack.roles[member.key];
        if (in.has("spend")) limits.spend = in.integer("spend", 0, 10'000'000);
        limits.may_bend = texts_of(in.words("may-bend"));
        limits.never = texts_of(in.words("never"));
        for (const Node* word : in.words("never"))
            pack.places["roles/" + member.key + "/never/" + word->text] = word->at;
    }
}

void read_glossary(const Node& node, SourcePack& pack, Findings& findings) {
    for (const Node::Member& member : node.members) {
        MapReader in(member.value, "glossary term `" + member.key + "`",
                     {"means", "internal", "en", "pl", "ru", "et"}, findings);
        InternalTerm term{member.key, {}};
        for (const std::string& language : all_languages)
            if (in.has(language.c_str())) term.translated[language] = in.text(language.c_str());
        if (in.flag("internal")) pack.internal_terms.push_back(std::move(term));
    }
}

void read_coverage(const Node& node, CoverageNeeds& coverage, Findings& findings) {
    MapReader in(node, "`coverage`", {"levels", "behaviour-scenarios", "indicators"}, findings);
    const auto threshold = [&](const char* key, int& value) {
        value = static_cast<int>(in.integer_or(key, 0, 1000, value));
    };
    threshold("levels", coverage.levels);
    threshold("behaviour-scenarios", coverage.behaviour_scenarios);
    threshold("indicators", coverage.indicators);
}

std::vector<std::string> read_languages(MapReader& in, Findings& findings) {
    std::vector<std::string> languages;
    for (const Node* word : in.words("languages")) {
        if (std::find(all_languages.begin(), all_languages.end(), word->text) != all_languages.end())
            languages.push_back(word->text);
        else
            findings.error("E140", word->at,
                           fmt::format("`{}` is no language that we know{}", word->text,
                                       did_you_mean(word->text, all_languages)),
                           fmt::format("use one of: {}", fmt::join(all_languages, ", ")),
                           std::max<std::size_t>(1, count_code_points(word->text)));
    }
    return languages;
}

std::string read_currency(MapReader& in, Findings& findings) {
    std::string currency = in.text("currency");
    const bool iso = currency.size() == 3 && std::all_of(currency.begin(), currency.end(),
                                                         [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!iso && !currency.empty())
        findings.error("E141", in.at("currency"), fmt::format("`{}` is no ISO currency code", currency),
                       "write three capital letters such as EUR", count_code_points(currency));
    return currency;
}

void read_journey(MapReader& in, SourcePack& pack, Findings& findings) {
    const Node* node = in.map("journey", true);
    pack.journey = read_named(node, "journey/", pack.texts);
    if (pack.journey.empty() && !(in.has("journey") && is_todo(*in.value("journey"))))
        findings.error("E105", in.key_at("journey"), "the journey has no touchpoint",
                       "list the touchpoints of the pack: `an-id: Its name`");
    if (!node) return;
    for (const Node::Member& member : node->members) pack.places["journey/" + member.key] = member.at;
}

}  // namespace

std::optional<SourceStandard> read_standard(std::string_view text, Findings& findings) {
    const auto root = read_map(text, findings, "a standard");
    if (!root) return std::nullopt;
    MapReader in(*root, "a standard", {"standard", "version", "levels", "expectations", "behaviours"},
                 findings);
    SourceStandard source;
    source.standard.id = in.name("standard");
    in.integer("version", 1, 1'000'000);
    source.standard.levels = read_named(in.map("levels", true), "standard/levels/", source.texts);
    source.standard.expectations =
        read_named(in.map("expectations", true), "standard/expectations/", source.texts);
    if (source.standard.expectations.empty()) return std::nullopt;
    if (const Node* behaviours = in.map("behaviours", true)) read_behaviours(*behaviours, source, findings);
    if (const auto problem = problem_of(source.standard))
        findings.error("E106", root->at, *problem, "correct the standard");
    return source;
}

SourceStandard default_standard() {
    Findings findings("service-excellence.yaml");
    auto source = read_standard(default_standard_yaml, findings);
    // The file is compiled in and a test reads it; what is broken here never ships.
    return source && !findings.has_errors() ? std::move(*source) : SourceStandard{};
}

std::optional<SourcePack> read_pack_file(std::string_view text, Findings& findings) {
    const auto root = read_map(text, findings, "pack.yaml");
    if (!root) return std::nullopt;
    MapReader in(*root, "pack.yaml",
                 {"pack", "version", "title", "standard", "source-language", "languages", "currency", "key",
                  "journey", "roles", "contacts", "glossary", "coverage", "reviewed-by", "todo"},
                 findings);
    SourcePack pack;
    pack.id = in.name("pack");
    pack.version = in.text("version");
    if (!in.text("title").empty())
        pack.texts.push_back(text_of("pack/title", *in.value("title"), "title of the pack"));
    pack.standard = in.name("standard");
    pack.source_language = in.one_of("source-language", all_languages);
    pack.currency = read_currency(in, findings);
    pack.key = in.one_of("key", {"provisional", "confirmed"});
    for (const char* key : {"key", "languages", "glossary", "journey"}) pack.places[key] = in.key_at(key);
    pack.languages = read_languages(in, findings);
    read_journey(in, pack, findings);
    if (const Node* roles = in.map("roles", false)) read_roles(*roles, pack, findings);
    if (const Node* glossary = in.map("glossary", false)) read_glossary(*glossary, pack, findings);
    if (const Node* coverage = in.map("coverage", false)) read_coverage(*coverage, pack.coverage, findings);
    pack.file = findings.file();
    return pack;
}

}  // namespace touchstone::content
