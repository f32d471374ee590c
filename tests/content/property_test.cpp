// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "content/tool/check_scenario.h"
#include "content/tool/load.h"
#include "content/tool/po.h"
#include "engine/basics/seeded.h"
#include "engine/packs/pack.h"
#include "engine/paths/explore.h"
#include "tests/support/random_scenario.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

packs::ReadFile from(const content::CompiledPack& files) {
    return [&files](const std::string& name) -> Result<std::string> {
        if (const auto found = files.find(name); found != files.end()) return found->second;
        return Error{Error::Kind::not_found, name};
    };
}

/// The sources again, but with the logic and the texts that were read from the compiled pack.
content::PackSources read_back(const content::PackSources& sources, const content::CompiledPack& files) {
    const auto pack = packs::read_pack(from(files));
    if (!pack) FAIL(pack.error().detail);
    const auto library = read_library(pack->logic);
    if (!library) FAIL(library.error().detail);
    content::PackSources again = sources;
    again.standard.standard = library->standard;
    REQUIRE(library->scenarios.size() == sources.scenarios.size());
    for (std::size_t i = 0; i < again.scenarios.size(); ++i) {
        again.scenarios[i].scenario = library->scenarios[i];
        for (content::SourceText& text : again.scenarios[i].texts)
            text.text = pack->texts.find(pack->source_language, text.address);
    }
    for (auto& [language, po] : again.translations)
        for (content::PoMessage& message : po.messages)
            if (!message.obsolete && !message.translation.empty())
                message.translation = pack->texts.find(language, message.context);
    return again;
}

void is_fixed_point(const content::PackSources& sources) {
    const auto once = content::compile_pack(sources);
    CHECK(content::compile_pack(read_back(sources, once)) == once);
    CHECK(content::compile_pack(sources) == once);
}

content::SourceScenario source_of(Scenario scenario) {
    content::SourceScenario source;
    source.scenario = std::move(scenario);
    source.texts = {{source.scenario.id + "/title", "A “title” with \\ and \n and õ", {}, "title"}};
    return source;
}

std::string some_text(SplitMix64& random) {
    static const char* const parts[] = {"õun", "\"", "\\",     "\n", "бык",  " ",
                                        "x",   "\t", "{name}", "#",  "msgid"};
    std::string text = "t";
    for (std::uint64_t n = random.below(6); n-- > 0;) text += parts[random.below(std::size(parts))];
    return text;
}

/// A pack's texts after somebody worked on them: some changed, some gone, some new, in another order.
std::vector<content::SourceText> edited(std::vector<content::SourceText> texts, SplitMix64& random) {
    for (content::SourceText& text : texts)
        if (random.below(5) == 0) text.text = some_text(random);
    if (!texts.empty() && random.below(2) == 0)
        texts.erase(texts.begin() + static_cast<std::ptrdiff_t>(random.below(texts.size())));
    if (random.below(2) == 0)
        texts.push_back(
            {"a/m" + std::to_string(random.below(12)) + "/says", some_text(random), {}, "learner"});
    if (texts.size() > 1) std::swap(texts.front(), texts.back());
    std::set<std::string> seen;
    texts.erase(
        std::remove_if(texts.begin(), texts.end(),
                       [&](const content::SourceText& one) { return !seen.insert(one.address).second; }),
        texts.end());
    return texts;
}

/// Address and words of everything that a translator wrote.
std::set<std::pair<std::string, std::string>> written(const content::PoFile& po) {
    std::set<std::pair<std::string, std::string>> all;
    for (const content::PoMessage& message : po.messages)
        if (!message.translation.empty()) all.insert({message.context, message.translation});
    return all;
}

content::PoFile read_again(const content::PoFile& po) {
    content::Findings findings("et.po");
    content::PoFile again = content::read_po(content::write_po(po), findings);
    REQUIRE(findings.all().empty());
    return again;
}

}  // namespace

TEST_CASE("compile, read, compile is a fixed point for what we ship", "[property]") {
    const auto loaded = content::load(std::string(TOUCHSTONE_SOURCE_DIR) + "/content/essentials");
    REQUIRE(loaded);
    for (const content::PackSources& sources : loaded->packs) is_fixed_point(sources);
}

TEST_CASE("compile, read, compile is a fixed point for random scenarios", "[property]") {
    content::PackSources sources;
    sources.standard = content::default_standard();
    sources.pack.id = "random";
    sources.pack.source_language = "en";
    sources.pack.key = "provisional";
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Scenario scenario = test::random_scenario(seed, 2 + seed % 3, 1 + seed % 3);
        scenario.worst = 1 + static_cast<Loss>(seed);
        sources.scenarios = {source_of(std::move(scenario))};
        INFO("seed " << seed);
        // Conditions are kept as text, so that only scenarios without them can be made from values.
        for (Moment& moment : sources.scenarios[0].scenario.moments) {
            moment.says_if.clear();
            for (Choice& choice : moment.choices) choice.says_if.clear();
        }
        for (Ending& ending : sources.scenarios[0].scenario.endings) {
            ending.outcomes.erase(ending.outcomes.begin(), ending.outcomes.end() - 1);
            ending.outcomes.back().when.reset();
        }
        is_fixed_point(sources);
    }
}

TEST_CASE("merging loses nothing that a translator wrote, whatever happens to the texts", "[property]") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SplitMix64 random(seed);
        std::vector<content::SourceText> texts;
        for (int i = 0; i < 8; ++i)
            texts.push_back({"a/m" + std::to_string(i) + "/says", some_text(random), {}, "learner"});
        content::PoFile po = content::merge_po({}, texts, "et");
        for (int step = 0; step < 12; ++step) {
            for (content::PoMessage& message : po.messages)
                if (!message.obsolete && message.translation.empty() && random.below(2) == 0)
                    message.translation = some_text(random);
            const auto before = written(po);
            texts = edited(std::move(texts), random);
            po = read_again(content::merge_po(po, texts, "et"));
            INFO("seed " << seed << " step " << step);
            CHECK(written(po) == before);
            CHECK(written(read_again(po)) == before);
            CHECK(content::write_po(content::merge_po(po, texts, "et")) == content::write_po(po));
        }
    }
}

TEST_CASE("a text whose source changed is fuzzy until somebody reads it again", "[property]") {
    std::vector<content::SourceText> texts{{"a/m/says", "One", {}, "learner"}};
    content::PoFile po = content::merge_po({}, texts, "et");
    po.messages.at(0).translation = "Üks";
    texts[0].text = "Two";
    po = content::merge_po(po, texts, "et");
    CHECK(po.messages.at(0).fuzzy);
    CHECK(read_again(content::merge_po(po, texts, "et")).messages.at(0).fuzzy);
}
