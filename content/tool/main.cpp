// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <random>

#include "content/tool/load.h"
#include "content/tool/paths_report.h"
#include "content/tool/play_scenario.h"
#include "engine/basics/seeded.h"

namespace touchstone::content {

namespace {

enum Exit : int { clean = 0, has_findings = 1, failed = 2 };

int complain(const Error& error) {
    std::cerr << "touchstone-content: " << error.detail << "\n";
    if (!error.remedy.empty()) std::cerr << "  help: " << error.remedy << "\n";
    return failed;
}

/// What stops a command; `check` tells the rest.
void print_errors(const Loaded& loaded) {
    for (const Finding& finding : loaded.findings)
        if (finding.severity == Severity::error) std::cerr << to_human(finding, loaded.sources) << "\n";
}

int check(const std::string& path, bool strict, const std::string& format) {
    const auto loaded = load(path);
    if (!loaded) return complain(loaded.error());
    if (format == "json")
        std::cout << to_json(loaded->findings) << "\n";
    else
        std::cout << to_human(loaded->findings, loaded->sources, loaded->files);
    return fails(loaded->findings, strict) ? has_findings : clean;
}

/// The one scenario that `path` names.
Result<Loaded> open_one(const std::string& path) {
    auto loaded = load(path);
    if (!loaded) return loaded.error();
    print_errors(*loaded);
    if (has_errors(loaded->findings))
        return Error{Error::Kind::malformed, path + ": has errors", "correct what `check` names"};
    if (loaded->loose.size() != 1)
        return Error{Error::Kind::not_found, path + ": is not one scenario file",
                     "give the file of a scenario"};
    return loaded;
}

Result<Playable> open_scenario(const std::string& path) {
    const auto loaded = open_one(path);
    if (!loaded) return loaded.error();
    return make_playable(loaded->default_standard, loaded->loose.front());
}

int play(const std::string& path, const std::string& choose, const std::string& seed_text, bool as_json) {
    auto playable = open_scenario(path);
    if (!playable)
        return playable.error().kind == Error::Kind::malformed ? (complain(playable.error()), has_findings)
                                                               : complain(playable.error());
    std::uint64_t seed = 0;
    if (!seed_text.empty() && !seed_from_text(seed_text, seed))
        return complain({Error::Kind::malformed, "--seed: `" + seed_text + "` is not a seed",
                         "give 1 to 16 hexadecimal digits"});
    if (seed_text.empty() && choose.empty()) seed = std::random_device()();
    if (choose.empty()) return play_interactively(*playable, seed, std::cin, std::cout) ? clean : failed;
    const auto encounter = play_ids(*playable, CLI::detail::split(choose, ','), seed);
    if (!encounter) return complain(encounter.error());
    const auto result = result_json(*playable, *encounter);
    if (!result) return complain(result.error());
    if (as_json)
        std::cout << *result;
    else
        fmt::print("outcome {}\n{}", encounter->log.back(), *result);
    return clean;
}

int paths(const std::string& path, bool as_json) {
    const auto loaded = open_one(path);
    if (!loaded) return complain(loaded.error());
    const SourceScenario& source = loaded->loose.front();
    const Standard& standard = loaded->default_standard.standard;
    const auto report = report_paths(source, standard);
    if (!report) return complain(report.error());
    std::cout << (as_json ? to_json(*report, source.scenario, standard) + "\n"
                          : to_text(*report, source.scenario, standard));
    return clean;
}

int pack(const std::string& path, const std::filesystem::path& into) {
    auto loaded = load(path);
    if (!loaded) return complain(loaded.error());
    print_errors(*loaded);
    if (has_errors(loaded->findings)) return has_findings;
    for (const PackSources& sources : loaded->packs) {
        const auto folder = into / sources.pack.id;
        std::error_code failure;
        std::filesystem::create_directories(folder, failure);
        if (failure)
            return complain({Error::Kind::unavailable, folder.string() + ": " + failure.message(),
                             "choose another folder with --into"});
        for (const auto& [name, bytes] : compile_pack(sources))
            if (auto written = write_file(folder / name, bytes); !written) return complain(written.error());
        fmt::print("{}: {} scenarios, {} languages\n", folder.string(), sources.scenarios.size(),
                   sources.translations.size() + 1);
    }
    return loaded->packs.empty() ? complain({Error::Kind::not_found, path + ": holds no pack",
                                             "give a pack or a folder of packs"})
                                 : clean;
}

/// Writes text/<language>.po for each language of the pack, keeping what is translated.
int extract(const std::string& path) {
    auto loaded = load(path);
    if (!loaded) return complain(loaded.error());
    if (loaded->packs.size() != 1)
        return complain(
            {Error::Kind::not_found, path + ": is not one pack", "give the folder that holds pack.yaml"});
    const PackSources& sources = loaded->packs.front();
    const auto folder = std::filesystem::path(path) / "text";
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    for (const std::string& language : sources.pack.languages) {
        if (language == sources.pack.source_language) continue;
        const auto file = folder / (language + ".po");
        Findings findings(file.string());
        const auto old = read_file(file);
        const PoFile known = old ? read_po(*old, findings) : PoFile{};
        if (findings.has_errors()) {
            std::cerr << to_human(findings.all().front(), *old);
            return has_findings;
        }
        if (auto written = write_file(file, write_po(merge_po(known, sources.texts(), language))); !written)
            return complain(written.error());
        fmt::print("{}\n", file.string());
    }
    return clean;
}

int run(int argc, char** argv) {
    CLI::App app{"Checks, plays and packs Touchstone's content."};
    app.require_subcommand(1);
    std::string path, format = "human", choose, seed, into = "packs";
    bool strict = false, as_json = false;
    CLI::App* check_command =
        app.add_subcommand("check", "Check a folder of packs, a pack, or a scenario file");
    check_command->add_option("path", path)->required();
    check_command->add_flag("--strict", strict, "Warnings count too");
    check_command->add_option("--format", format, "human or json")->check(CLI::IsMember({"human", "json"}));
    CLI::App* play_command = app.add_subcommand("play", "Play a scenario file in the terminal");
    play_command->add_option("scenario", path)->required();
    play_command->add_option("--choose", choose, "Ids of asks and choices, separated by commas");
    play_command->add_option("--seed", seed, "1 to 16 hexadecimal digits: the order of choices");
    play_command->add_flag("--json", as_json, "Print the result as one JSON object");
    CLI::App* paths_command = app.add_subcommand("paths", "The best and the worst path of a scenario file");
    paths_command->add_option("scenario", path)->required();
    paths_command->add_flag("--json", as_json, "Print the report as one JSON object");
    CLI::App* pack_command = app.add_subcommand("pack", "Compile packs");
    pack_command->add_option("path", path)->required();
    pack_command->add_option("--into", into, "Folder for the compiled packs")->capture_default_str();
    CLI::App* extract_command =
        app.add_subcommand("extract", "Write the PO files of a pack, keeping translations");
    extract_command->add_option("pack", path)->required();
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return app.exit(problem) == 0 ? clean : failed;
    }
    if (*check_command) return check(path, strict, format);
    if (*play_command) return play(path, choose, seed, as_json);
    if (*paths_command) return paths(path, as_json);
    if (*pack_command) return pack(path, into);
    return extract(path);
}

}  // namespace

}  // namespace touchstone::content

int main(int argc, char** argv) { return touchstone::content::run(argc, argv); }
