// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "content/tool/default_standard.h"
#include "content/tool/map_reader.h"
#include "content/tool/source.h"
#include "engine/basics/id.h"

namespace touchstone::content {

namespace {

std::optional<Node> read_map(std::string_view text, Findings& findings, const char* what) {
    auto root = read_yaml(text, findings);
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
        texts.push_back({prefix + member.key, member.value.text, member.value.at, "label"});
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
    }
}

void read_glossary(const Node& node, SourcePack& pack, Findings& findings) {
    for (const Node::Member& member : node.members) {
        MapReader in(member.value, "glossary term `" + member.key + "`", {"means", "internal"}, findings);
        if (in.flag("internal")) pack.internal_terms.push_back(member.key);
    }
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
                  "journey", "roles", "contacts", "glossary", "reviewed-by"},
                 findings);
    SourcePack pack;
    pack.id = in.name("pack");
    pack.version = in.text("version");
    pack.texts.push_back({"pack/title", in.text("title"), in.at("title"), "title of the pack"});
    pack.standard = in.name("standard");
    pack.source_language = in.one_of("source-language", {"en", "pl", "ru", "et"});
    pack.currency = in.text("currency");
    pack.key = in.one_of("key", {"provisional", "confirmed"});
    pack.languages = texts_of(in.words("languages"));
    pack.journey = read_named(in.map("journey", true), "journey/", pack.texts);
    if (pack.journey.empty())
        findings.error("E105", in.at("journey"), "the journey has no touchpoint",
                       "list the touchpoints of the pack: `an-id: Its name`");
    if (const Node* roles = in.map("roles", false)) read_roles(*roles, pack, findings);
    if (const Node* glossary = in.map("glossary", false)) read_glossary(*glossary, pack, findings);
    return pack;
}

}  // namespace touchstone::content
