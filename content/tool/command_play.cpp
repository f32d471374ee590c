// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iostream>
#include <random>
#include <sstream>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/playthrough.h"
#include "engine/basics/seeded.h"
#include "engine/scoring/score_encounter.h"

namespace touchstone::content {

namespace {

Result<std::uint64_t> seed_of(const Options& options) {
    std::uint64_t seed = 0;
    if (!options.seed.empty() && !seed_from_text(options.seed, seed))
        return Error{Error::Kind::malformed, "--seed: `" + options.seed + "` is not a seed",
                     "give 1 to 16 hexadecimal digits"};
    if (options.seed.empty() && options.choose.empty()) seed = std::random_device()();
    return seed;
}

std::vector<std::string> ids_of(const std::string& choose) {
    std::vector<std::string> ids;
    std::istringstream parts(choose);
    for (std::string id; std::getline(parts, id, ',');) ids.push_back(id);
    return ids;
}

Result<Encounter> played(const Playable& playable, const Options& options, std::uint64_t seed) {
    if (!options.choose.empty()) {
        auto encounter = play_ids(playable, ids_of(options.choose), seed);
        if (encounter) return encounter;
        return Error{Error::Kind::malformed, encounter.error().detail, encounter.error().remedy};
    }
    // With --json the standard output is for the result alone.
    auto encounter = play_interactively(playable, seed, std::cin, options.json ? std::cerr : std::cout);
    if (encounter) return std::move(*encounter);
    return Error{Error::Kind::malformed, "the input ended before the encounter did", "play to the end"};
}

int say_result(const Playable& playable, const Encounter& encounter, const Options& options) {
    if (!options.json && options.choose.empty()) return clean;  // the terminal has told it
    const auto scoring = score_encounter(playable.library.standard, playable.scenario(), encounter);
    const auto result = result_json(playable, encounter);
    if (!scoring || !result) return complain(scoring ? result.error() : scoring.error());
    const Ending& ending = playable.scenario().endings[encounter.end->ending];
    if (options.json)
        fmt::print("{}", *result);
    else
        fmt::print("outcome {}, score {}, level reached {}{}\n", ending.outcomes[encounter.end->outcome].id,
                   scoring->score.shown(), scoring->ladder.reached,
                   scoring->critical ? ", a critical error" : "");
    return clean;
}

/// Remarks that an author wrote on top of the file stay.
Result<Done> record(const Playable& playable, const Encounter& encounter, const std::string& file) {
    std::string remarks;
    if (const auto old = read_file(file)) remarks = remarks_of(*old);
    if (remarks.empty()) remarks = "# Say here what this playthrough shows.\n";
    const auto text = write_playthrough(playable, encounter, remarks);
    if (!text) return text.error();
    return write_file(file, *text);
}

int play_once(const Options& options) {
    const auto seed = seed_of(options);
    if (!seed) return complain(seed.error());
    const auto opened = open_scenario(options.path);
    if (!opened) return complain(opened.error());
    const auto playable = make_playable(opened->standard, opened->source);
    if (!playable) return complain(playable.error());
    const auto encounter = played(*playable, options, *seed);
    if (!encounter) return complain(encounter.error());
    if (!options.record.empty())
        if (auto done = record(*playable, *encounter, options.record); !done) return complain(done.error());
    return say_result(*playable, *encounter, options);
}

/// The scenarios that a playthrough may name: the given one, or those of the pack that it stands in.
Result<PackSources> scenarios_for(const std::string& file, const Options& options) {
    PackSources sources;
    if (!options.path.empty()) {
        auto opened = open_scenario(options.path);
        if (!opened) return opened.error();
        sources.standard = std::move(opened->standard);
        sources.scenarios.push_back(std::move(opened->source));
        return sources;
    }
    const auto pack = std::filesystem::absolute(file).parent_path().parent_path();
    if (!std::filesystem::exists(pack / "pack.yaml"))
        return Error{Error::Kind::not_found, file + ": stands in no pack's folder `playthroughs`",
                     "name its scenario: touchstone-content play SCENARIO --replay FILE"};
    auto loaded = load(pack);
    if (!loaded) return loaded.error();
    if (loaded->packs.size() != 1) {
        print_errors(*loaded);
        return Error{Error::Kind::refused, pack.string() + ": has errors", "correct them first"};
    }
    return std::move(loaded->packs.front());
}

/// The exit of one file. Packs that were read stay in `known`, by their folder.
int replay_one(const std::string& file, const Options& options, std::map<std::string, PackSources>& known) {
    const auto text = read_file(file);
    if (!text) return complain(text.error());
    const std::string folder = std::filesystem::absolute(file).parent_path().string();
    if (known.count(folder) == 0) {
        auto sources = scenarios_for(file, options);
        if (!sources) return complain(sources.error());
        known.emplace(folder, *std::move(sources));
    }
    Findings findings(file);
    replay_file(*text, known.at(folder).standard, known.at(folder).scenarios, findings);
    for (const Finding& finding : findings.all()) std::cout << to_human(finding, *text) << "\n";
    if (findings.has_errors()) return has_findings;
    fmt::print("{}: ends as expected\n", file);
    return clean;
}

int replay_all(const Options& options) {
    std::map<std::string, PackSources> known;
    int worst = clean;
    for (const std::string& file : options.replay) worst = std::max(worst, replay_one(file, options, known));
    return worst;
}

}  // namespace

int run_play(const Options& options) {
    if (!options.replay.empty()) return replay_all(options);
    if (!options.path.empty()) return play_once(options);
    return complain({Error::Kind::malformed, "play: no scenario is named",
                     "give the file of a scenario; see `touchstone-content play --help`"});
}

}  // namespace touchstone::content
