// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <filesystem>
#include <sstream>

#include "content/tool/check_ids.h"
#include "content/tool/check_pack.h"
#include "content/tool/check_ratings.h"
#include "content/tool/check_review.h"
#include "content/tool/check_scenario.h"
#include "content/tool/check_translation.h"
#include "content/tool/letters.h"
#include "content/tool/load.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;
namespace fs = std::filesystem;

namespace {

const std::string broken = std::string(TOUCHSTONE_SOURCE_DIR) + "/tests/content/broken/";

/// The pack around the broken scenarios.
content::SourcePack small_pack() {
    content::Findings findings("pack.yaml");
    auto pack = content::read_pack_file(
        "pack: small\nversion: 1.0.0\ntitle: Small\nstandard: service-excellence\nsource-language: en\n"
        "languages: [en, et]\ncurrency: EUR\nkey: provisional\njourney: {desk: Desk}\n"
        "roles: {clerk: {spend: 1000, may-bend: [voucher], never: [id-check]}}\n"
        "glossary: {RED rule: {means: A rule that nobody breaks, internal: true, et: punane reegel}}\n",
        findings);
    REQUIRE(pack);
    REQUIRE(findings.all().empty());
    return std::move(*pack);
}

content::PackSources small_sources(content::SourcePack pack = small_pack()) {
    content::PackSources sources;
    sources.pack = std::move(pack);
    sources.standard = content::default_standard();
    content::Findings findings("wet-parcel.yaml");
    sources.scenarios.push_back(
        *content::read_scenario(test::small_scenario, sources.standard.standard, &sources.pack, findings));
    REQUIRE_FALSE(findings.has_errors());
    return sources;
}

using Read = void (*)(const std::string& text, content::Findings& findings);

void read_scenario(const std::string& text, content::Findings& findings) {
    const auto pack = small_pack();
    const Standard standard = content::default_standard().standard;
    auto source = content::read_scenario(text, standard, &pack, findings);
    if (source && !findings.has_errors()) content::check_scenario(*source, standard, &pack, findings);
}
void read_pack(const std::string& text, content::Findings& findings) {
    auto pack = content::read_pack_file(text, findings);
    if (!pack || findings.has_errors()) return;
    const auto sources = small_sources(std::move(*pack));
    content::check_coverage(sources, findings);
    content::check_journey(sources, findings);
    content::Findings ratings("ratings.csv");
    content::check_ratings("", sources, ratings);
    for (const content::Finding& finding : ratings.all())
        if (finding.file == findings.file()) findings.add(finding);  // what the pack says of its key
}
void read_standard(const std::string& text, content::Findings& findings) {
    content::read_standard(text, findings);
}
void read_ratings(const std::string& text, content::Findings& findings) {
    content::check_ratings(text, small_sources(), findings);
}
void read_review(const std::string& text, content::Findings& findings) {
    content::check_review(text, small_sources(), findings);
}
void read_lock(const std::string& text, content::Findings& findings) {
    content::check_ids(content::read_ids_lock(text, findings), small_sources(), findings);
}
void read_translation(const std::string& text, content::Findings& findings) {
    const content::PoFile po = content::read_po(text, findings);
    if (findings.has_errors()) return;
    const std::vector<content::SourceText> texts{
        {"wet-parcel/opening/scene", "A wet parcel lies before room 412.", {}, "what is seen and heard"},
        {"wet-parcel/opening/says", "The book in it is soaked.", {}, "Ana"},
        {"wet-parcel/opening/own-it/says", "I will get you a dry one, {name}.", {}, "learner"},
        {"wet-parcel/opening/own-it/feedback", "You took it over at once.", {}, "feedback to the learner"}};
    content::check_translation({texts, po, text, "et"}, small_pack(), findings);
}

/// Every folder of broken files and what reads them.
const std::pair<const char*, Read> readers[] = {{"scenarios", read_scenario},      {"packs", read_pack},
                                                {"standards", read_standard},      {"ratings", read_ratings},
                                                {"reviews", read_review},          {"locks", read_lock},
                                                {"translations", read_translation}};

/// The first line of a broken file: `# expect: E104 4:1 titel` (code, place, the words under the carets).
struct Expected {
    std::string code;
    TextPosition at;
    std::string words;
};

Expected expected_in(const std::string& text) {
    const auto from = text.find("expect: ");
    REQUIRE(from != std::string::npos);
    std::istringstream line(text.substr(from + 8, text.find('\n') - from - 8));
    Expected expected;
    std::string place;
    line >> expected.code >> place;
    REQUIRE(std::sscanf(place.c_str(), "%d:%d", &expected.at.line, &expected.at.column) == 2);
    std::getline(line, expected.words);
    expected.words.erase(0, 1);
    if (const auto end = expected.words.rfind(" -->"); end != std::string::npos) expected.words.resize(end);
    return expected;
}

/// What stands under the carets of a finding.
std::string words_under(const content::Finding& finding, const std::string& text) {
    std::istringstream lines(text);
    std::string line;
    for (int i = 0; i < finding.at.line; ++i) std::getline(lines, line);
    return content::utf8(
        content::code_points(line).substr(static_cast<std::size_t>(finding.at.column) - 1, finding.length));
}

void check_file(const fs::path& file, Read read) {
    const auto text = content::read_file(file);
    REQUIRE(text);
    const Expected expected = expected_in(*text);
    content::Findings findings(file.filename().string());
    read(*text, findings);
    bool found = false, only_cause = true;
    std::string all;
    for (const content::Finding& finding : findings.all()) {
        all += content::to_human(finding, *text);
        CHECK_FALSE(finding.remedy.empty());
        CHECK_FALSE(finding.reason.empty());
        const bool here = finding.code == expected.code && finding.at == expected.at;
        if (here && finding.file == file.filename().string() && !expected.words.empty()) {
            INFO(content::to_human(finding, *text));
            CHECK(words_under(finding, *text) == expected.words);
        }
        found = found || here;
        only_cause = only_cause && (finding.severity != content::Severity::error || expected.code[0] == 'E');
    }
    INFO(all);
    CHECK(found);
    CHECK(only_cause);
}

}  // namespace

TEST_CASE("every broken file gets its code, its place, its words and a remedy", "[broken]") {
    std::size_t files = 0;
    for (const auto& [folder, read] : readers)
        for (const auto& entry : fs::directory_iterator(broken + folder)) {
            ++files;
            DYNAMIC_SECTION(folder << "/" << entry.path().filename().string()) {
                check_file(entry.path(), read);
            }
        }
    CHECK(files >= 40);
}
