// SPDX-License-Identifier: Apache-2.0
#include "game/app/resources.h"

#include <algorithm>
#include <filesystem>
#include <utility>

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
    LoadedPack loaded;
    loaded.pack_of.assign(library->scenarios.size(), 0);
    loaded.pack_of_drill.assign(library->drills.size(), 0);
    loaded.packs = {{pack->id, pack->version, pack->hash, pack->currency, pack->key_provisional}};
    loaded.texts = std::move(pack->texts);
    loaded.languages = std::move(pack->languages);
    loaded.library = *std::move(library);
    return loaded;
}

namespace {

Error twice(const std::string& directory, const std::string& kind, const std::string& id) {
    return {Error::Kind::conflict, directory + ": the " + kind + " `" + id + "` is in another pack too",
            "remove one of the two packs, or start with --pack"};
}

Result<Done> join(LoadedPack& all, LoadedPack&& more, const std::string& directory) {
    if (!(more.library.standard == all.library.standard))
        return Error{Error::Kind::conflict,
                     directory + ": the pack holds another standard than " + all.packs.front().pack,
                     "remove one of the two packs, or start with --pack"};
    for (Scenario& scenario : more.library.scenarios) {
        if (all.library.find(scenario.id) != nullptr) return twice(directory, "scenario", scenario.id);
        all.library.scenarios.push_back(std::move(scenario));
        all.pack_of.push_back(all.packs.size());
    }
    for (Drill& drill : more.library.drills) {
        if (all.library.find_drill(drill.id) != nullptr) return twice(directory, "drill", drill.id);
        all.library.drills.push_back(std::move(drill));
        all.pack_of_drill.push_back(all.packs.size());
    }
    for (const std::string& language : more.languages)
        for (const auto& [address, text] : more.texts.all(language))
            if (all.texts.all(language).count(address) == 0) all.texts.add(language, address, text);
    all.packs.push_back(std::move(more.packs.front()));
    return Done{};
}

}  // namespace

Result<LoadedPack> load_packs(const std::vector<std::string>& directories) {
    auto all = load_pack(directories.front());
    for (std::size_t i = 1; all && i < directories.size(); ++i) {
        auto more = load_pack(directories[i]);
        if (!more) return more;
        if (auto joined = join(*all, *std::move(more), directories[i]); !joined) return joined.error();
    }
    return all;
}

std::vector<std::string> installed_packs(const std::string& share) {
    std::vector<std::string> found;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(share + "/packs", problem))
        if (std::filesystem::exists(entry.path() / "manifest.json", problem))
            found.push_back(entry.path().string());
    const auto is_first = [](const std::string& path) {
        return std::filesystem::path(path).filename() == "essentials";
    };
    std::sort(found.begin(), found.end(), [&](const std::string& a, const std::string& b) {
        return std::pair(!is_first(a), a) < std::pair(!is_first(b), b);
    });
    return found;
}

}  // namespace touchstone::game
