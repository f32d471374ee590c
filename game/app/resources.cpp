// SPDX-License-Identifier: Apache-2.0
#include "game/app/resources.h"

#include <algorithm>
#include <filesystem>

#include "game/app/platform.h"

namespace touchstone::game {

std::string share_directory() { return platform::program_directory() + "/../share/touchstone"; }

Result<std::vector<Theme>> load_themes(const std::string& share) {
    std::vector<Theme> themes;
    for (const char* id : {"light", "dark", "sunlight"}) {
        const auto json = platform::read_file(share + "/themes/" + id + ".json");
        if (!json) return json.error();
        auto theme = read_theme(*json);
        if (!theme) return theme.error();
        themes.push_back(*std::move(theme));
    }
    return themes;
}

Result<packs::Texts> load_interface_texts(const std::string& share) {
    packs::Texts texts("en");
    for (const char* language : languages) {
        const auto json = platform::read_file(share + "/text/" + language + ".json");
        if (!json) return json.error();
        if (auto read = packs::read_texts(*json, texts); !read) return read.error();
    }
    return texts;
}

Result<LoadedPack> load_pack(const std::string& directory) {
    auto pack = packs::read_pack(
        [&](const std::string& name) { return platform::read_file(directory + "/" + name); });
    if (!pack) return pack.error();
    auto library = read_library(pack->logic);
    if (!library) return library.error();
    return LoadedPack{*std::move(pack), *std::move(library)};
}

std::vector<std::string> installed_packs(const std::string& share) {
    std::vector<std::string> found;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(share + "/packs", problem))
        if (std::filesystem::exists(entry.path() / "manifest.json", problem))
            found.push_back(entry.path().string());
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace touchstone::game
