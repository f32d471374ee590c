// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "content/tool/check_ids.h"
#include "content/tool/check_ratings.h"
#include "content/tool/check_review.h"
#include "content/tool/check_scenario.h"
#include "content/tool/load.h"
#include "content/tool/po.h"
#include "engine/basics/seeded.h"
#include "engine/play/encounter.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

const std::string root = TOUCHSTONE_SOURCE_DIR;

std::string file(const std::string& path) {
    auto text = content::read_file(root + path);
    REQUIRE(text);
    return std::move(*text);
}

const content::PackSources& small_sources() {
    static const content::PackSources sources = [] {
        content::PackSources all;
        all.pack.id = "small";
        all.pack.source_language = "en";
        all.standard = content::default_standard();
        content::Findings findings("wet-parcel.yaml");
        all.scenarios.push_back(
            *content::read_scenario(test::small_scenario, all.standard.standard, nullptr, findings));
        content::check_scenario(all.scenarios[0], all.standard.standard, nullptr, findings);
        return all;
    }();
    return sources;
}

/// A reader of what people write, and a good file for it.
struct Reader {
    const char* name;
    std::string good;
    void (*read)(const std::string& text, content::Findings& findings);
};

void read_whole_scenario(const std::string& text, content::Findings& findings) {
    const Standard& standard = small_sources().standard.standard;
    auto source = content::read_scenario(text, standard, nullptr, findings);
    if (source && !findings.has_errors()) content::check_scenario(*source, standard, nullptr, findings);
}

std::vector<Reader> readers() {
    return {
        {"a scenario", std::string(test::small_scenario), read_whole_scenario},
        {"a pack", file("/content/essentials/pack.yaml"),
         [](const std::string& text, content::Findings& findings) {
             content::read_pack_file(text, findings);
         }},
        {"a standard", file("/content/standards/service-excellence.yaml"),
         [](const std::string& text, content::Findings& findings) {
             content::read_standard(text, findings);
         }},
        {"a translation", content::write_po(content::merge_po({}, small_sources().scenarios[0].texts, "et")),
         [](const std::string& text, content::Findings& findings) { content::read_po(text, findings); }},
        {"ratings", file("/content/essentials/ratings.csv").substr(0, 6000),
         [](const std::string& text, content::Findings& findings) {
             content::check_ratings(text, small_sources(), findings);
         }},
        {"a review", file("/content/essentials/review.md"),
         [](const std::string& text, content::Findings& findings) {
             content::check_review(text, small_sources(), findings);
         }},
        {"published ids", file("/content/essentials/ids.lock"),
         [](const std::string& text, content::Findings& findings) {
             content::check_ids(content::read_ids_lock(text, findings), small_sources(), findings);
         }},
    };
}

/// Reads it; every finding stands inside the file and says the way out.
content::Findings read(const Reader& reader, const std::string& text) {
    content::Findings findings("hostile");
    reader.read(text, findings);
    const auto lines = 1 + std::count(text.begin(), text.end(), '\n');
    for (const content::Finding& finding : findings.all()) {
        INFO(reader.name << "\n" << content::to_human(finding, text));
        if (finding.file == "hostile") CHECK((finding.at.line >= 1 && finding.at.line <= lines));
        CHECK((finding.at.column >= 1 && finding.length >= 1));
        CHECK_FALSE(finding.remedy.empty());
        CHECK(content::to_human(finding, text).size() < 10'000);
    }
    CHECK(findings.all().size() <= 201);
    return findings;
}

void refused(const Reader& reader, const std::string& text) {
    INFO(reader.name);
    const auto findings = read(reader, text);
    REQUIRE(findings.has_errors());
    CHECK(findings.all().size() == 1);
}

std::string flipped(std::string bytes, SplitMix64& random) {
    const std::size_t at = random.below(bytes.size());
    bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << random.below(8)));
    return bytes;
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("a file that is no text is refused with one message at its place", "[hostile]") {
    for (const Reader& reader : readers()) {
        DYNAMIC_SECTION(reader.name) {
            const auto middle = reader.good.find('\n', reader.good.size() / 2);
            for (const std::string& bytes :
                 {std::string(1, '\0'), std::string("\xC3\x28"), std::string("\xED\xA0\x80"),
                  std::string("\xF8\x88\x80\x80"), std::string("\xC0\xAF"), std::string("\xFF\xFE")}) {
                std::string text = reader.good;
                text.insert(middle, "é" + bytes);
                refused(reader, text);
                const auto found = read(reader, text).all().front();
                CHECK(found.code == "E100");
                CHECK(found.at.line ==
                      1 + std::count(text.begin(), text.begin() + static_cast<long>(middle), '\n'));
            }
            refused(reader, std::string(9 * content::largest_source, 'a'));
        }
    }
}

TEST_CASE("a file that was cut off is refused or read, never a crash", "[hostile]") {
    for (const Reader& reader : readers()) {
        DYNAMIC_SECTION(reader.name) {
            for (std::size_t size = 0; size < reader.good.size(); size += 64)
                read(reader, reader.good.substr(0, size));
        }
    }
}

TEST_CASE("a file with one bit flipped is refused or read, never a crash", "[hostile]") {
    SplitMix64 random(23);
    for (const Reader& reader : readers()) {
        DYNAMIC_SECTION(reader.name) {
            for (int i = 0; i < 100; ++i) read(reader, flipped(reader.good, random));
        }
    }
}

TEST_CASE("depth and references cannot grow in a YAML file", "[hostile]") {
    std::string laughs = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n";
    for (int i = 1; i < 20; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + repeated(before + ", ", 8) +
                  before + "]\n";
    }
    const std::string hostile[] = {laughs,
                                   "a: " + repeated("[", 100'000),
                                   "a: " + repeated("{", 100'000),
                                   "a: " + repeated("{b: ", 100'000),
                                   repeated("- ", 100'000),
                                   repeated("? ", 100'000),
                                   repeated("[a, ", 100'000) + repeated("]", 100'000)};
    for (const Reader& reader : readers()) {
        if (std::string(reader.name) == "a translation") break;
        for (const std::string& text : hostile) {
            INFO(text.substr(0, 20));
            refused(reader, text);
        }
    }
}

TEST_CASE("no line of a table or a translation costs more than its length", "[hostile]") {
    for (const Reader& reader : readers())
        for (const char* line :
             {"|", ",", "\"", "msgid \"\\\n", "# ", "a\n", "msgctxt \"x\"\n", "## a\n| 1 | 2 |\n"})
            read(reader, repeated(line, 100'000).substr(0, 300'000));
}

// ---- what a client reads

namespace {

packs::ReadFile from(const content::CompiledPack& files) {
    return [&files](const std::string& name) -> Result<std::string> {
        if (const auto found = files.find(name); found != files.end()) return found->second;
        return Error{Error::Kind::not_found, name + ": no such file", "install the pack again"};
    };
}

void says_what_and_how(const Error& error) {
    INFO(error.detail);
    CHECK_FALSE(error.detail.empty());
    CHECK_FALSE(error.remedy.empty());
}

/// A library that was accepted can be played to its end by anybody.
void play_somehow(const Library& library, SplitMix64& random) {
    for (const Scenario& scenario : library.scenarios) {
        Encounter now = begin(scenario, 1);
        while (!now.end) {
            const auto shown = shown_choices(now, scenario);
            const Moment& moment = scenario.moments[now.moment];
            const auto next =
                advance(now, scenario, ChooseEvent{moment.choices[shown[random.below(shown.size())]].id});
            REQUIRE(next);
            now = next->encounter;
        }
    }
}

}  // namespace

TEST_CASE("a compiled pack with a changed, cut or missing byte is refused or the same pack", "[hostile]") {
    const content::CompiledPack good = content::compile_pack(small_sources());
    SplitMix64 random(29);
    for (const auto& [name, bytes] : good)
        for (std::size_t i = 0; i < 120 + bytes.size() / 64; ++i) {
            content::CompiledPack files = good;
            files[name] = i < 120 ? flipped(bytes, random) : bytes.substr(0, (i - 120) * 64);
            const auto pack = packs::read_pack(from(files));
            if (!pack)
                says_what_and_how(pack.error());
            else
                CHECK(pack->logic == good.at("pack.json"));
        }
}

TEST_CASE("compiled logic with a changed or cut byte is refused or can be played", "[hostile]") {
    const std::string good = content::compile_pack(small_sources()).at("pack.json");
    SplitMix64 random(31);
    int accepted = 0;
    for (std::size_t i = 0; i < 1500 + good.size() / 64; ++i) {
        const auto library = read_library(i < 1500 ? flipped(good, random) : good.substr(0, (i - 1500) * 64));
        if (!library) {
            says_what_and_how(library.error());
            continue;
        }
        ++accepted;
        play_somehow(*library, random);
    }
    CHECK(accepted > 0);
}

TEST_CASE("no JSON of a pack can be deep, endless or no text", "[hostile]") {
    const std::string hostile[] = {repeated("[", 100'000),
                                   repeated("{\"a\":", 100'000),
                                   "{\"format\":1,\"standard\":" + repeated("[", 100'000),
                                   std::string("{\"format\":1\0}", 13),
                                   "{\"format\":1,\"language\":\"en\",\"texts\":{\"a\":\"\xC3\x28\"}}",
                                   "{\"id\":\"\xED\xA0\x80\"}",
                                   "\xEF\xBB\xBF{}",
                                   "[]",
                                   "1e999",
                                   ""};
    for (const std::string& text : hostile) {
        INFO(text.substr(0, 60));
        const auto library = read_library(text);
        REQUIRE_FALSE(library);
        says_what_and_how(library.error());
        packs::Texts texts;
        const auto read = packs::read_texts(text, texts);
        REQUIRE_FALSE(read);
        says_what_and_how(read.error());
        content::CompiledPack files = content::compile_pack(small_sources());
        files["manifest.json"] = text;
        const auto pack = packs::read_pack(from(files));
        REQUIRE_FALSE(pack);
        says_what_and_how(pack.error());
    }
}
