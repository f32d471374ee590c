// SPDX-License-Identifier: Apache-2.0
#include "engine/packs/pack.h"

#include <catch2/catch_test_macros.hpp>

#include "content/tool/compile.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

content::CompiledPack compiled() {
    content::PackSources sources;
    sources.standard = content::default_standard();
    sources.pack.id = "small";
    sources.pack.version = "1.2.0";
    sources.pack.standard = "service-excellence";
    sources.pack.source_language = "en";
    sources.pack.currency = "EUR";
    sources.pack.key = "provisional";
    sources.pack.languages = {"en", "pl"};
    sources.pack.journey = {"desk"};
    content::Findings findings("test.yaml");
    sources.scenarios.push_back(
        *content::read_scenario(test::small_scenario, sources.standard.standard, nullptr, findings));
    sources.scenarios.back().scenario.worst = 4800;
    content::PoFile polish;
    polish.messages.push_back({"wet-parcel/title", "The wet parcel", "Mokra paczka", {}, {}, false, false});
    sources.translations["pl"] = polish;
    return content::compile_pack(sources);
}

packs::ReadFile from(const content::CompiledPack& files) {
    return [&files](const std::string& name) -> Result<std::string> {
        if (const auto found = files.find(name); found != files.end()) return found->second;
        return Error{Error::Kind::not_found, name};
    };
}

}  // namespace

TEST_CASE("a pack is read with its texts and its hash", "[packs]") {
    const auto files = compiled();
    const auto pack = packs::read_pack(from(files));
    REQUIRE(pack);
    CHECK(pack->id == "small");
    CHECK(pack->languages == std::vector<std::string>{"en", "pl"});
    CHECK(pack->key_provisional);
    CHECK(pack->texts.find("pl", "wet-parcel/title") == "Mokra paczka");
    CHECK(pack->texts.find("pl", "wet-parcel/opening/scene") == "A wet parcel lies on the desk.");
    CHECK(read_library(pack->logic));
}

TEST_CASE("the same sources give the same bytes", "[packs]") { CHECK(compiled() == compiled()); }

TEST_CASE("a changed, missing or strangely named file is refused, and the pack with it", "[packs]") {
    for (const char* name : {"pack.json", "text.en.json", "text.pl.json"}) {
        auto changed = compiled();
        changed[name].back() ^= 1;
        CHECK_FALSE(packs::read_pack(from(changed)));
        auto missing = compiled();
        missing.erase(name);
        CHECK_FALSE(packs::read_pack(from(missing)));
    }
    auto strange = compiled();
    strange["manifest.json"].replace(strange["manifest.json"].find("text.pl.json"), 12, "../x.pl.json");
    const auto refused = packs::read_pack(from(strange));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().detail.find("plain file name") != std::string::npos);
}

TEST_CASE("SHA-256 is SHA-256", "[packs]") {
    CHECK(packs::sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}
