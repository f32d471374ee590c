// SPDX-License-Identifier: Apache-2.0
#include "content/tool/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "content/tool/check_drill.h"
#include "content/tool/check_ids.h"
#include "content/tool/check_pack.h"
#include "content/tool/check_ratings.h"
#include "content/tool/check_review.h"
#include "content/tool/check_scenario.h"
#include "content/tool/check_translation.h"
#include "content/tool/length_bias.h"
#include "content/tool/playthrough.h"
#include "engine/basics/id.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t largest_file = 8 * 1024 * 1024;

Error cannot_read(const fs::path& path, const std::string& why) {
    return {Error::Kind::not_found, path.string() + ": " + why,
            "give a folder of packs, a pack, or a scenario file"};
}

std::vector<fs::path> sorted_files(const fs::path& folder, const char* extension) {
    std::vector<fs::path> files;
    std::error_code ignored;  // a folder that is missing has no files
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (entry.path().extension() == extension) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

class Loader {
public:
    Loaded loaded;
    std::string only;  // the one scenario file that is wanted; empty: all

    Result<Done> run(const fs::path& given) {
        const fs::path path = given.has_filename() ? given : given.parent_path();  // `content/essentials/`
        loaded.default_standard = default_standard();
        std::error_code failure;
        if (!fs::exists(path, failure)) return cannot_read(path, "no such file or folder");
        if (!fs::is_directory(path)) return load_loose(path);
        if (fs::exists(path / "pack.yaml")) return load_pack(path);
        return load_packs(path);
    }

private:
    Result<std::string> source_of(const fs::path& path) {
        auto text = read_file(path);
        if (text) loaded.sources[path.string()] = *text;
        if (text) ++loaded.files;
        return text;
    }
    void keep(const Findings& findings) { add_new(loaded.findings, findings.all()); }

    Result<Done> load_packs(const fs::path& folder) {
        std::vector<fs::path> packs;
        for (const auto& entry : fs::directory_iterator(folder))
            if (fs::exists(entry.path() / "pack.yaml")) packs.push_back(entry.path());
        if (packs.empty()) return cannot_read(folder, "holds no pack (no folder with a pack.yaml)");
        std::sort(packs.begin(), packs.end());
        for (const fs::path& pack : packs)
            if (auto done = load_pack(pack); !done) return done;
        return Done{};
    }

    Result<Done> load_loose(const fs::path& path) {
        const auto text = source_of(path);
        if (!text) return text.error();
        Findings findings(path.string());
        if (looks_like_drill(*text)) {
            auto drill = read_drill(*text, loaded.default_standard.standard, findings);
            if (drill && !findings.holds_back())
                check_drill(*drill, loaded.default_standard.standard, nullptr, findings);
            if (drill && !findings.holds_back()) loaded.loose_drills.push_back(std::move(*drill));
            keep(findings);
            return Done{};
        }
        auto source = read_scenario(*text, loaded.default_standard.standard, nullptr, findings);
        if (source && !findings.holds_back())
            check_scenario(*source, loaded.default_standard.standard, nullptr, findings);
        if (source && !findings.holds_back()) loaded.loose.push_back(std::move(*source));
        keep(findings);
        return Done{};
    }

    Result<Done> load_pack(const fs::path& folder) {
        const fs::path file = folder / "pack.yaml";
        const auto text = source_of(file);
        if (!text) return text.error();
        Findings findings(file.string());
        auto pack = read_pack_file(*text, findings);
        keep(findings);
        if (!pack) return Done{};
        PackSources sources;
        sources.pack = std::move(*pack);
        load_standard(folder, file, sources);
        for (const fs::path& scenario : sorted_files(folder / "scenarios", ".yaml")) {
            if (!only.empty() && scenario.filename() != only) continue;
            if (auto done = load_scenario(scenario, sources); !done) return done;
        }
        if (!only.empty()) {
            loaded.packs.push_back(std::move(sources));
            return Done{};
        }
        if (sources.scenarios.empty() && !holds_back(loaded.findings)) {
            Findings none(file.string());
            none.error("E105", {1, 1}, "the pack has no scenario", "put one into scenarios/<id>.yaml");
            keep(none);
        }
        for (const fs::path& drill : sorted_files(folder / "drills", ".yaml"))
            if (auto done = load_drill(drill, sources); !done) return done;
        check_beside(folder, sources);
        load_translations(folder, sources);
        check_lengths(file, sources);
        if (!holds_back(loaded.findings)) replay_playthroughs(folder, sources);
        loaded.packs.push_back(std::move(sources));
        return Done{};
    }

    void load_standard(const fs::path& folder, const fs::path& pack_file, PackSources& sources) {
        const fs::path file = folder.parent_path() / "standards" / (sources.pack.standard + ".yaml");
        if (const auto text = source_of(file)) {
            Findings findings(file.string());
            if (auto standard = read_standard(*text, findings)) sources.standard = std::move(*standard);
            keep(findings);
            return;
        }
        sources.standard = loaded.default_standard;
        if (sources.pack.standard == sources.standard.standard.id) return;
        Findings findings(pack_file.string());
        findings.error("E110", {1, 1}, "the standard `" + sources.pack.standard + "` is not there",
                       "put it into ../standards/" + sources.pack.standard + ".yaml");
        keep(findings);
    }

    Result<Done> load_scenario(const fs::path& file, PackSources& sources) {
        const auto text = source_of(file);
        if (!text) return text.error();
        Findings findings(file.string());
        auto source = read_scenario(*text, sources.standard.standard, &sources.pack, findings);
        if (source && !source->scenario.id.empty() && source->scenario.id != file.stem().string())
            findings.error("E108", {1, 1},
                           "the scenario `" + source->scenario.id + "` stands in a file of another name",
                           "name the file " + source->scenario.id + ".yaml");
        if (source && !findings.holds_back())
            check_scenario(*source, sources.standard.standard, &sources.pack, findings);
        if (source && !findings.has_errors())
            (findings.holds_back() ? sources.unfinished : sources.scenarios).push_back(std::move(*source));
        keep(findings);
        return Done{};
    }

    Result<Done> load_drill(const fs::path& file, PackSources& sources) {
        const auto text = source_of(file);
        if (!text) return text.error();
        Findings findings(file.string());
        auto source = read_drill(*text, sources.standard.standard, findings);
        if (source && source->id != file.stem().string())
            findings.error("E108", {1, 1}, "the drill `" + source->id + "` stands in a file of another name",
                           "name the file " + source->id + ".yaml");
        if (source && !findings.holds_back())
            check_drill(*source, sources.standard.standard, &sources.pack, findings);
        if (source && !findings.holds_back() && origin_is_read(file, *source, sources))
            check_drill_origin(*source, sources.standard.standard, sources.scenarios, findings);
        if (source && !findings.holds_back()) sources.drills.push_back(std::move(*source));
        keep(findings);
        return Done{};
    }
    /// False when the scenario is there but has errors of its own: then nothing can be said of its moments.
    static bool origin_is_read(const fs::path& file, const SourceDrill& drill, const PackSources& sources) {
        for (const SourceScenario& scenario : sources.scenarios)
            if (scenario.scenario.id == drill.from_scenario) return true;
        return !fs::exists(file.parent_path().parent_path() / "scenarios" / (drill.from_scenario + ".yaml"));
    }

    /// What lies beside the scenarios: ratings, the review and the published ids. Only a pack whose scenarios
    /// could all be read can be judged as a whole.
    void check_beside(const fs::path& folder, const PackSources& sources) {
        if (holds_back(loaded.findings) || sources.scenarios.empty()) return;
        Findings whole((folder / "pack.yaml").string());
        check_coverage(sources, whole);
        check_journey(sources, whole);
        check_giveaways(sources, whole);
        const auto with = [&](const char* name, auto check, const char* remedy) {
            const fs::path file = folder / name;
            Findings findings(file.string());
            if (const auto text = source_of(file))
                check(*text, findings);
            else if (remedy)
                whole.warning("W420", {1, 1}, fmt::format("{} is not there", name), remedy);
            keep(findings);
        };
        with(
            "ratings.csv",
            [&](const std::string& text, Findings& findings) { check_ratings(text, sources, findings); },
            "let three blind readers rate every choice");
        with(
            "review.md",
            [&](const std::string& text, Findings& findings) { check_review(text, sources, findings); },
            "let an independent reader review each scenario by the fifteen criteria");
        with(
            "ids.lock",
            [&](const std::string& text, Findings& findings) {
                check_ids(read_ids_lock(text, findings), sources, findings);
            },
            nullptr);
        keep(whole);
    }

    /// With the translations, which are as long as they are.
    void check_lengths(const fs::path& file, const PackSources& sources) {
        if (holds_back(loaded.findings)) return;
        Findings findings(file.string());
        check_length_bias(sources, findings);
        keep(findings);
    }

    void replay_playthroughs(const fs::path& folder, const PackSources& sources) {
        for (const fs::path& file : sorted_files(folder / "playthroughs", ".txt")) {
            const auto text = source_of(file);
            if (!text) continue;
            Findings findings(file.string());
            replay_file(*text, sources.standard, sources.scenarios, findings);
            keep(findings);
        }
    }

    void load_translations(const fs::path& folder, PackSources& sources) {
        // What could not be read or is to do has no text: its translations would seem to belong to nothing.
        const bool whole = !holds_back(loaded.findings);
        for (const std::string& language : sources.pack.languages) {
            if (language == sources.pack.source_language) continue;
            const fs::path file = folder / "text" / (language + ".po");
            Findings findings(file.string());
            if (const auto text = source_of(file))
                sources.translations[language] = read_po(*text, findings);
            else
                findings.error("E121", {1, 1},
                               "pack.yaml promises `" + language + "`, but the translation is not there",
                               "run `touchstone-content merge` and translate the file");
            if (!findings.has_errors() && whole) {
                const auto texts = sources.texts();
                check_translation(
                    {texts, sources.translations[language], loaded.sources[file.string()], language},
                    sources.pack, findings);
            }
            keep(findings);
        }
    }
};

Result<Loaded> run(const fs::path& path, std::string only) {
    Loader loader;
    loader.only = std::move(only);
    try {
        if (auto done = loader.run(path); !done) return done.error();
    } catch (const fs::filesystem_error& problem) {
        return cannot_read(path, problem.code().message());
    }
    return std::move(loader.loaded);
}

}  // namespace

Result<Loaded> load(const fs::path& path) { return run(path, {}); }

Result<Loaded> load_one_of_pack(const fs::path& pack, const std::string& file_name) {
    return run(pack, file_name);
}

Result<std::string> read_file(const fs::path& path) {
    std::error_code failure;
    const auto size = fs::file_size(path, failure);
    if (failure) return cannot_read(path, failure.message());
    if (size > largest_file)
        return Error{Error::Kind::too_large, path.string() + ":1:1: the file is larger than 8 MiB",
                     "split it: one scenario per file"};
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) return cannot_read(path, "cannot be read");
    return text.str();
}

Result<Done> write_file(const fs::path& path, const std::string& bytes) {
    const fs::path temporary = path.string() + ".new";
    {
        std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
        out << bytes;
        out.flush();
        if (!out)
            return Error{Error::Kind::unavailable, temporary.string() + ": cannot be written",
                         "check the folder and the free space"};
    }
    std::error_code failure;
    fs::rename(temporary, path, failure);
    if (failure)
        return Error{Error::Kind::unavailable, path.string() + ": " + failure.message(),
                     "check the folder's permissions"};
    return Done{};
}

}  // namespace touchstone::content
