// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "content/tool/check_drill.h"
#include "content/tool/check_ratings.h"
#include "content/tool/load.h"
#include "engine/packs/pack.h"
#include "tests/support/drill_text.h"
#include "tests/support/scenario_text.h"
#include "tests/support/temporary_folder.h"

using namespace touchstone;

namespace {

std::vector<content::Finding> findings_of(const std::string& text) {
    content::Findings findings("drill.yaml");
    auto source = test::read_small_drill(text, findings);
    const Standard standard = content::default_standard().standard;
    if (source && !findings.has_errors()) check_drill(*source, standard, nullptr, findings);
    return findings.all();
}

/// The line in which `part` stands last.
int line_of(const std::string& text, const std::string& part) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(text.rfind(part));
    return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

struct Broken {
    const char* what;
    const char* from;
    const char* to;
    const char* code;
    const char* at;  // a text in the line where the finding must stand
};

const Broken all_broken[] = {
    {"an unknown key", "title: Take", "titel: Take", "E104", "titel: Take"},
    {"a key of scenarios that drills do not have", "        reply: That is kind.",
     "        next: closing\n        reply: That is kind.", "E104", "next: closing"},
    {"a text that is missing", "        reply: Again?\n", "", "E105", "says: One moment"},
    {"a name that is not one", "  late-coat:", "  Late_coat:", "E108", "  Late_coat:"},
    {"an origin without a moment", "from: wet-parcel/opening", "from: wet-parcel", "E131",
     "from: wet-parcel"},
    {"an unknown indicator", "tests: {people.comfort: 1}", "tests: {people.comfrot: 1}", "E110",
     "people.comfrot"},
    {"a rating that is missing", "rated: {people.comfort: 2, reliable.dependable: 2}",
     "rated: {people.comfort: 2}", "E305", "ask-slip:"},
    {"a choice that readers find good nowhere", "rated: {people.comfort: 4}\n        reply: By four. Good.",
     "rated: {people.comfort: 2}\n        reply: By four. Good.", "E132", "late-coat:"},
    {"a variant that says what another says", "says: The box said 44. This is a 41.",
     "says: My coat was to be ready this morning.", "E133", "says: My coat was to be ready this morning."},
    {"two customers of one name", "name: Tomek", "name: Rosa", "W430", "name: Rosa"},
    {"a variant that practises something else", "tests: {people.comfort: 1}\n    choices:\n      fetch:",
     "tests: {people.personal-interest: 1}\n"
     "    choices:\n      fetch:",
     "E305", "fetch:"},
    {"a choice too long for its card", "says: I am on it. I call you by four, ready or not.",
     "says: I am on it and I will look for the coat, and then I will call you, and if it is not there I will "
     "look once more and call you again.",
     "W401", "says: I am on it and"},
};

}  // namespace

TEST_CASE("the small drill itself is clean", "[drill]") {
    for (const content::Finding& finding : findings_of(std::string(test::small_drill)))
        FAIL(content::to_human(finding, test::small_drill));
}

TEST_CASE("every broken drill gets its code, its line and a remedy", "[drill]") {
    for (const Broken& broken : all_broken) {
        DYNAMIC_SECTION(broken.what) {
            const std::string text = test::small_drill_with(broken.from, broken.to);
            const auto findings = findings_of(text);
            std::string all;
            for (const content::Finding& finding : findings) {
                all += content::to_human(finding, text);
                CHECK_FALSE(finding.remedy.empty());
            }
            INFO(all);
            std::vector<int> lines;
            for (const content::Finding& finding : findings)
                if (finding.code == broken.code) lines.push_back(finding.at.line);
            REQUIRE_FALSE(lines.empty());
            CHECK(std::find(lines.begin(), lines.end(), line_of(text, broken.at)) != lines.end());
        }
    }
}

TEST_CASE("two variants are too few: the text would be learned and not the principle", "[drill]") {
    const std::string text(test::small_drill.substr(0, test::small_drill.find("  wrong-size:")));
    const auto findings = findings_of(text);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "E130");
    CHECK(findings[0].reason.find("has 2 variants; it needs 3 to 8") != std::string::npos);
}

TEST_CASE("a variant that tests another indicator first is not the same drill", "[drill]") {
    std::string text = test::small_drill_with(
        "tests: {people.comfort: 1}\n    choices:\n      fetch:\n        says: Our mix-up. I fetch the 44 "
        "while "
        "you sit.\n        rated: {people.comfort: 4}",
        "tests: {positive.calm: 1, people.comfort: 0.5}\n    choices:\n      fetch:\n        says: Our "
        "mix-up. I "
        "fetch the 44 while you sit.\n        rated: {positive.calm: 4, people.comfort: 4}");
    for (const char* rating : {"1}\n        reply: Well.", "0}\n        reply: Can it."}) {
        const std::string from = std::string("rated: {people.comfort: ") + rating;
        text.replace(text.find(from), from.size(),
                     std::string("rated: {positive.calm: 1, people.comfort: ") + rating);
    }
    const auto findings = findings_of(text);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].code == "W431");
    CHECK(findings[0].reason ==
          "`wrong-size` tests `positive.calm` first, but the first variant tests `people.comfort`");
}

namespace {

constexpr const char* pack_yaml = R"(pack: small
version: 1.0.0
title: Small
standard: service-excellence
source-language: en
languages: [en]
currency: EUR
key: provisional
journey:
  desk: Desk
glossary:
  till slip: {means: Our receipt, internal: true}
)";

/// Three readers who agree with `rated` of everything in the pack.
std::string ratings_of(const content::PackSources& sources) {
    std::string csv = "scenario,moment,choice,indicator,reader,kind,rating\n";
    const auto add = [&](const Scenario& scenario) {
        for (const Moment& moment : scenario.moments)
            for (const Choice& choice : moment.choices)
                for (std::size_t i = 0; i < moment.tests.size(); ++i)
                    for (const char* reader : {"reader-1", "reader-2", "reader-3"})
                        csv += scenario.id + "," + moment.id + "," + choice.id + "," +
                               sources.standard.standard.indicators[moment.tests[i].indicator].id + "," +
                               reader + ",independent reader," + std::to_string(choice.ratings[i]) + "\n";
    };
    for (const auto& scenario : sources.scenarios) add(scenario.scenario);
    for (const auto& drill : sources.drills)
        for (const auto& variant : drill.variants) add(variant.scenario);
    return csv;
}

struct PackFolder {
    test::TemporaryFolder folder;

    explicit PackFolder(const std::string& drill = std::string(test::small_drill),
                        const std::string& name = "take-it-over") {
        folder.write("small/pack.yaml", pack_yaml);
        folder.write("small/scenarios/wet-parcel.yaml", std::string(test::small_scenario));
        folder.write("small/drills/" + name + ".yaml", drill);
    }
    content::Loaded load() const {
        auto loaded = content::load(folder.path() / "small");
        REQUIRE(loaded);
        return std::move(*loaded);
    }
};

/// Codes of what `loaded` finds in the drill's file.
std::vector<std::string> codes_in_drills(const content::Loaded& loaded) {
    std::vector<std::string> codes;
    for (const content::Finding& finding : loaded.findings)
        if (finding.file.find("/drills/") != std::string::npos) codes.push_back(finding.code);
    return codes;
}

}  // namespace

TEST_CASE("a pack holds the drills of its folder, each below its own addresses", "[drill]") {
    const content::Loaded loaded = PackFolder().load();
    CHECK(codes_in_drills(loaded).empty());
    REQUIRE(loaded.packs.size() == 1);
    REQUIRE(loaded.packs[0].drills.size() == 1);
    std::map<std::string, std::string> texts;
    for (const content::SourceText& text : loaded.packs[0].texts()) texts[text.address] = text.text;
    CHECK(texts.at("drills/take-it-over/title") == "Take it over before you explain");
    CHECK(texts.at("drills/take-it-over/late-coat/customer/name") == "Rosa");
    CHECK(texts.at("drills/take-it-over/late-coat/says") == "My coat was to be ready this morning.");
    CHECK(texts.at("drills/take-it-over/late-coat/own-it/feedback") == "She knows who calls, and when.");
    CHECK(texts.count("wet-parcel/opening/own-it/says") == 1);
}

TEST_CASE("a compiled pack brings its drills whole", "[drill]") {
    const auto files = compile_pack(PackFolder().load().packs.at(0));
    const auto library = read_library(files.at("pack.json"));
    REQUIRE(library);
    const Drill* drill = library->find_drill("take-it-over");
    REQUIRE(drill != nullptr);
    CHECK(drill->version == 3);
    CHECK(drill->from_scenario == "wet-parcel");
    CHECK(drill->from_moment == "opening");
    REQUIRE(drill->variants.size() == 3);
    const DrillVariant& variant = drill->variants[*drill->find_variant("cracked-cup")];
    CHECK(variant.customer_age == 62);
    CHECK(variant.looks.hair == "grey");
    CHECK(variant.state == CustomerState{40, 45, 40});
    CHECK(variant.moment.difficulty == 65);
    CHECK(variant.moment.tests.size() == 2);
    CHECK(variant.moment.choices.at(1).ratings == std::vector<int>{2, 2});
    CHECK(drill->logic_hash.size() == 64);
    packs::Texts texts("en");
    REQUIRE(packs::read_texts(files.at("text.en.json"), texts));
    CHECK(texts.find("en", "drills/take-it-over/wrong-size/fetch/reply") == "Thanks.");
}

TEST_CASE("another wording leaves a drill's logic as it is, another rating does not", "[drill]") {
    const auto hash_of = [](const std::string& text) {
        const auto files = compile_pack(PackFolder(text).load().packs.at(0));
        return read_library(files.at("pack.json"))->drills.at(0).logic_hash;
    };
    const std::string before = hash_of(std::string(test::small_drill));
    CHECK(hash_of(test::small_drill_with("reply: Thanks.", "reply: Thank you.")) == before);
    CHECK(hash_of(test::small_drill_with("{people.comfort: 2, rel", "{people.comfort: 3, rel")) != before);
}

TEST_CASE("a drill comes from a moment of its own pack", "[drill]") {
    const auto codes = [](const char* from, const char* to) {
        const content::Loaded loaded = PackFolder(test::small_drill_with(from, to)).load();
        return codes_in_drills(loaded);
    };
    CHECK(codes("wet-parcel/opening", "wet-parcel/openign") == std::vector<std::string>{"E131"});
    CHECK(codes("wet-parcel/opening", "dry-parcel/opening") == std::vector<std::string>{"E131"});
    CHECK(codes("wet-parcel/opening", "wet-parcel/closing") == std::vector<std::string>{"W431"});
}

TEST_CASE("a moment that cannot be read is not called missing", "[drill]") {
    const PackFolder pack;
    pack.folder.write("small/scenarios/wet-parcel.yaml",
                      test::small_scenario_with("title: The wet parcel", "titel: The wet parcel"));
    CHECK(codes_in_drills(pack.load()).empty());
}

TEST_CASE("a drill stands in a file of its name", "[drill]") {
    const PackFolder pack(std::string(test::small_drill), "another-name");
    CHECK(codes_in_drills(pack.load()) == std::vector<std::string>{"E108"});
}

TEST_CASE("no customer of a drill uses our internal words", "[drill]") {
    const PackFolder pack(
        test::small_drill_with("says: My coat was", "says: The till slip says my coat was"));
    CHECK(codes_in_drills(pack.load()) == std::vector<std::string>{"W404"});
}

TEST_CASE("three readers rate every choice of a drill too", "[drill]") {
    const content::PackSources sources = PackFolder().load().packs.at(0);
    content::Findings agreed("ratings.csv");
    check_ratings(ratings_of(sources), sources, agreed);
    CHECK(agreed.all().empty());

    std::string csv = ratings_of(sources);
    const std::string row =
        "drills/take-it-over,late-coat,own-it,people.comfort,reader-3,independent reader,4";
    REQUIRE(csv.find(row) != std::string::npos);
    content::Findings lower("ratings.csv");
    for (const char* reader : {"reader-1", "reader-2"}) {
        std::string changed = row;
        changed.replace(changed.find("reader-3"), 8, reader);
        csv.replace(csv.find(changed) + changed.size() - 1, 1, "3");
    }
    check_ratings(csv, sources, lower);
    REQUIRE(lower.all().size() == 1);
    CHECK(lower.all()[0].reason ==
          "`drills/take-it-over/late-coat/own-it people.comfort` is rated 4, the readers' mean is 3");
}

TEST_CASE("translators get the texts of drills, and what they wrote is kept", "[drill]") {
    const auto texts = PackFolder().load().packs.at(0).texts();
    content::PoFile po = merge_po({}, texts, "et");
    const auto message = [&](const char* address) {
        return std::find_if(po.messages.begin(), po.messages.end(),
                            [&](const content::PoMessage& one) { return one.context == address; });
    };
    const char* const address = "drills/take-it-over/late-coat/says";
    REQUIRE(message(address) != po.messages.end());
    CHECK(message(address)->comment.rfind("Rosa; ", 0) == 0);
    message(address)->translation = "Mu mantel pidi täna hommikul valmis olema.";
    po = merge_po(po, texts, "et");
    CHECK(message(address)->translation == "Mu mantel pidi täna hommikul valmis olema.");
    CHECK_FALSE(message(address)->fuzzy);
}

TEST_CASE("a drill's file can be checked alone", "[drill]") {
    const test::TemporaryFolder folder;
    const auto loaded = content::load(folder.write("take-it-over.yaml", std::string(test::small_drill)));
    REQUIRE(loaded);
    CHECK(loaded->findings.empty());
    CHECK(loaded->loose.empty());
    CHECK(loaded->loose_drills.size() == 1);
}
