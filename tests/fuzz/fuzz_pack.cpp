// SPDX-License-Identifier: Apache-2.0
#include "engine/packs/pack.h"
#include "engine/packs/signature.h"
#include "engine/play/encounter.h"
#include "engine/scenario/library.h"
#include "tests/fuzz/fuzz.h"

using namespace touchstone;

namespace {

/// Parts of the input by name: a line `@name`, then its bytes up to the next such line.
std::string part(std::string_view input, const std::string& name) {
    const std::string head = "@" + name + "\n";
    const auto begin = input.find(head);
    if (begin == std::string_view::npos) return {};
    const std::string_view rest = input.substr(begin + head.size());
    return std::string(rest.substr(0, rest.find("\n@")));
}

/// With hashes that fit, so that what lies behind the verification is reached: `#name` in the manifest stands
/// for the SHA-256 of that file.
std::string with_hashes(std::string manifest, std::string_view input) {
    for (const char* name : {"pack.json", "text.en.json", "text.pl.json"}) {
        const std::string mark = std::string("#") + name;
        const auto at = manifest.find(mark);
        if (at != std::string::npos) manifest.replace(at, mark.size(), packs::sha256_hex(part(input, name)));
    }
    return manifest;
}

/// A library that was accepted can be played to its end.
void play_first_choices(const Scenario& scenario) {
    Encounter now = begin(scenario, 1);
    while (!now.end) {
        const auto shown = shown_choices(now, scenario);
        test::must(!shown.empty());
        const Moment& moment = scenario.moments[now.moment];
        const auto next = advance(now, scenario, ChooseEvent{moment.choices[shown.front()].id});
        test::must(next.has_value());
        now = next->encounter;
    }
}

}  // namespace

/// A compiled pack with its texts and signature; then its logic, as play reads it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input = test::text_of(data, size);
    const auto read_file = [&](const std::string& name) -> Result<std::string> {
        const std::string bytes = part(input, name);
        return name == "manifest.json" ? with_hashes(bytes, input) : bytes;
    };
    static_cast<void>(packs::read_signature(part(input, packs::signature_file)));
    static_cast<void>(packs::read_public_key(part(input, packs::signature_file)));
    const auto pack = packs::read_pack(read_file);
    const auto library = read_library(pack ? pack->logic : part(input, "pack.json"));
    if (!library) return 0;
    for (const Scenario& scenario : library->scenarios) play_first_choices(scenario);
    return 0;
}
