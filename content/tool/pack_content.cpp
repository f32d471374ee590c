// SPDX-License-Identifier: Apache-2.0
#include "content/tool/pack_content.h"

#include <fmt/format.h>

#include <algorithm>

#include "content/tool/load.h"
#include "engine/scenario/library.h"

namespace touchstone::content {

namespace {

std::string target_of(const Scenario& scenario, const Target& target) {
    return target.kind == Target::Kind::moment ? scenario.moments[target.index].id
                                               : scenario.endings[target.index].id;
}

void add_moment(ScenarioContent& content, const Scenario& scenario, const Moment& moment) {
    const std::string place = scenario.id + "/" + moment.id;
    content.ids[place] = "moment";
    for (const Ask& ask : moment.asks) content.ids[place + "/" + ask.id] = "ask";
    for (const Choice& choice : moment.choices) {
        content.ids[place + "/" + choice.id] = "choice";
        content.choices[place + "/" + choice.id] =
            fmt::format("{} {}", fmt::join(choice.ratings, ","), target_of(scenario, choice.next));
    }
}

ScenarioContent scenario_content(const Scenario& scenario) {
    ScenarioContent content;
    content.version = scenario.version;
    content.logic_hash = scenario.logic_hash;
    for (const std::string& fact : scenario.facts) content.ids[scenario.id + "/hides/" + fact] = "fact";
    for (const std::string& mark : scenario.marks) content.ids[scenario.id + "/marks/" + mark] = "mark";
    for (const Moment& moment : scenario.moments) add_moment(content, scenario, moment);
    for (const Ending& ending : scenario.endings) {
        content.ids[scenario.id + "/" + ending.id] = "ending";
        for (const Outcome& outcome : ending.outcomes)
            content.ids[scenario.id + "/" + ending.id + "/" + outcome.id] = "outcome";
    }
    return content;
}

/// The first line that starts with `start`; 1 when none does.
int line_of(const std::string& text, const std::string& start) {
    const auto at = ("\n" + text).find("\n" + start);
    if (at == std::string::npos) return 1;
    return 1 +
           static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

Result<PackContent> read_from(const packs::ReadFile& file) {
    auto pack = packs::read_pack(file);
    if (!pack) return pack.error();
    auto library = read_library(pack->logic);
    if (!library) return library.error();
    return content_of(std::move(*pack), std::move(*library));
}

}  // namespace

PackContent content_of(packs::Pack pack, Library library) {
    PackContent content{std::move(pack), std::move(library.standard), {}};
    for (const Scenario& scenario : library.scenarios)
        content.scenarios[scenario.id] = scenario_content(scenario);
    return content;
}

Result<PackContent> read_compiled(const std::filesystem::path& folder) {
    return read_from([&](const std::string& name) { return read_file(folder / name); });
}

Result<PackContent> read_sources(const PackSources& sources,
                                 const std::map<std::string, std::string>& files) {
    const CompiledPack compiled = compile_pack(sources);
    auto content = read_from([&](const std::string& name) -> Result<std::string> {
        if (const auto found = compiled.find(name); found != compiled.end()) return found->second;
        return Error{Error::Kind::not_found, name, {}};
    });
    if (!content) return content;
    for (const SourceScenario& source : sources.scenarios) {
        ScenarioContent& scenario = content->scenarios[source.scenario.id];
        scenario.file = source.file;
        if (const auto text = files.find(source.file); text != files.end())
            scenario.version_at = {line_of(text->second, "version:"), 1};
    }
    return content;
}

}  // namespace touchstone::content
