// SPDX-License-Identifier: Apache-2.0
#include "content/tool/build.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>

#include "content/tool/drafts.h"
#include "content/tool/write_pack.h"

namespace touchstone::content {

namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

bool stops(const Finding& finding) {
    return finding.severity == Severity::error && fs::path(finding.file).extension() == ".yaml";
}

Result<BuiltPack> compile(PackSources& sources, const std::vector<Finding>& findings, const fs::path& into) {
    BuiltPack built{sources.pack.id, into / sources.pack.id, {}, take_in_drafts(sources, findings)};
    const auto library = compile_library(sources.standard, sources.scenarios, sources.drills);
    if (!library) return library.error();
    for (const Scenario& scenario : library->scenarios) built.logic[scenario.id] = scenario.logic_hash;
    if (auto written = write_pack(built.folder, compile_pack(sources)); !written) return written.error();
    return built;
}

json::array names(const std::vector<std::string>& all) { return json::array(all.begin(), all.end()); }

}  // namespace

Build build(const fs::path& path, const fs::path& into, int number) {
    Build build;
    build.number = number;
    auto loaded = load(path);
    if (!loaded) {
        build.problem = loaded.error();
        return build;
    }
    build.findings = std::move(loaded->findings);
    build.sources = std::move(loaded->sources);
    build.files = loaded->files;
    if (into.empty() || std::any_of(build.findings.begin(), build.findings.end(), stops)) return build;
    for (PackSources& sources : loaded->packs) {
        if (sources.pack.id.empty()) continue;  // its name is still to do
        auto built = compile(sources, build.findings, into / std::to_string(number));
        if (!built) {
            build.problem = built.error();
            build.packs.clear();
            return build;
        }
        if (!built->logic.empty()) build.packs.push_back(*std::move(built));
    }
    return build;
}

std::string to_json(const Build& build) {
    json::array packs;
    for (const BuiltPack& pack : build.packs) {
        json::object logic;
        for (const auto& [scenario, hash] : pack.logic) logic.emplace(scenario, hash);
        packs.push_back(json::object{{"pack", pack.id},
                                     {"path", pack.folder.string()},
                                     {"logic", std::move(logic)},
                                     {"drafts", names(pack.drafts)}});
    }
    json::object line{{"build", build.number},
                      {"milliseconds", build.milliseconds},
                      {"packs", std::move(packs)},
                      {"findings", json::parse(to_json(build.findings))}};
    if (build.problem)
        line["problem"] = json::object{{"detail", build.problem->detail}, {"remedy", build.problem->remedy}};
    return json::serialize(line);
}

std::string to_human(const Build& build) {
    std::string text;
    if (build.problem)
        text = fmt::format("error: {}\n  help: {}\n", build.problem->detail, build.problem->remedy);
    else
        text = to_human(build.findings, build.sources, build.files);
    for (const BuiltPack& pack : build.packs)
        text += fmt::format("{}: {} scenarios, {} of them drafts\n", pack.folder.string(), pack.logic.size(),
                            pack.drafts.size());
    return text + fmt::format("build {}: {} ms\n\n", build.number, build.milliseconds);
}

}  // namespace touchstone::content
