// SPDX-License-Identifier: Apache-2.0
#include "content/tool/command_shared.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "content/tool/write_pack.h"

namespace touchstone::content {

namespace fs = std::filesystem;

namespace {

/// Why nothing is built on these findings: an error, or a place that is to do.
Error refused(const std::string& path, const std::vector<Finding>& findings) {
    if (has_errors(findings))
        return {Error::Kind::refused, path + ": has errors", "correct what `touchstone-content check` names"};
    const auto count = std::count_if(findings.begin(), findings.end(),
                                     [](const Finding& one) { return one.code == todo_code; });
    return {
        Error::Kind::refused,
        fmt::format("{}: not finished: {} {} to do", path, count, count == 1 ? "place is" : "places are"),
        "write what belongs there instead of `todo: ...`; `touchstone-content check` lists the places too"};
}

/// Whether a finding stops every command that builds on what was read.
bool stops(const Finding& finding) {
    return finding.severity == Severity::error || finding.code == todo_code;
}

std::string text_of(const Loaded& loaded, const std::string& file) {
    const auto found = loaded.sources.find(file);
    return found == loaded.sources.end() ? std::string() : found->second;
}

Result<OpenedScenario> open_in_pack(const fs::path& pack, const std::string& path) {
    auto loaded = load_one_of_pack(pack, fs::path(path).filename().string());
    if (!loaded) return loaded.error();
    print_errors(*loaded);
    if (loaded->packs.empty() || loaded->packs.front().scenarios.empty())
        return refused(path, loaded->findings);
    PackSources& sources = loaded->packs.front();
    return OpenedScenario{std::move(sources.standard), std::move(sources.scenarios.front())};
}

Result<OpenedScenario> open_alone(const std::string& path) {
    auto loaded = load(path);
    if (!loaded) return loaded.error();
    print_errors(*loaded);
    if (holds_back(loaded->findings)) return refused(path, loaded->findings);
    if (loaded->loose.size() != 1)
        return Error{Error::Kind::not_found, path + ": is not one scenario file",
                     "give the file of a scenario"};
    return OpenedScenario{std::move(loaded->default_standard), std::move(loaded->loose.front())};
}

/// Empty when the path is no file in the folder `scenarios` of a pack.
fs::path pack_of_scenario(const std::string& path) {
    std::error_code none;
    return fs::is_regular_file(path, none) ? pack_of(path) : fs::path();
}

}  // namespace

fs::path pack_of(const fs::path& file) {
    const fs::path folder = fs::absolute(file).parent_path();
    if (folder.filename() != "scenarios" || !fs::exists(folder.parent_path() / "pack.yaml")) return {};
    return file.parent_path().has_parent_path() ? file.parent_path().parent_path() : folder.parent_path();
}

int complain(const Error& error) {
    std::cerr << "touchstone-content: " << error.detail << "\n";
    if (!error.remedy.empty()) std::cerr << "  help: " << error.remedy << "\n";
    return error.kind == Error::Kind::refused ? has_findings : failed;
}

void print_findings(const Loaded& loaded, std::ostream& out) {
    for (const Finding& finding : loaded.findings)
        out << to_human(finding, text_of(loaded, finding.file)) << "\n";
}

void print_errors(const Loaded& loaded) {
    for (const Finding& finding : loaded.findings)
        if (stops(finding)) std::cerr << to_human(finding, text_of(loaded, finding.file)) << "\n";
}

Result<OpenedScenario> open_scenario(const std::string& path) {
    const fs::path pack = pack_of_scenario(path);
    return pack.empty() ? open_alone(path) : open_in_pack(pack, path);
}

Result<Loaded> load_at(const std::string& path) {
    const fs::path pack = pack_of_scenario(path);
    if (pack.empty()) return load(path);
    auto loaded = load_one_of_pack(pack, fs::path(path).filename().string());
    if (!loaded || loaded->packs.empty()) return loaded;
    PackSources sources = std::move(loaded->packs.front());
    loaded->packs.clear();
    loaded->default_standard = std::move(sources.standard);
    loaded->loose = std::move(sources.scenarios);
    loaded->loose_language = sources.pack.source_language;
    return loaded;
}

Result<Loaded> open_packs(const std::string& path) {
    auto loaded = load(path);
    if (!loaded) return loaded.error();
    auto& all = loaded->findings;
    all.erase(std::remove_if(all.begin(), all.end(),
                             [](const Finding& finding) {
                                 return !stops(finding) || fs::path(finding.file).extension() != ".yaml";
                             }),
              all.end());
    print_errors(*loaded);
    if (!all.empty()) return refused(path, all);
    if (!loaded->packs.empty()) return loaded;
    return Error{Error::Kind::not_found, path + ": holds no pack", "give a pack or a folder of packs"};
}

Result<Loaded> open_pack(const std::string& path) {
    auto loaded = open_packs(path);
    if (!loaded || loaded->packs.size() == 1) return loaded;
    return Error{Error::Kind::not_found, path + ": is not one pack", "give the folder that holds pack.yaml"};
}

Result<Done> write_in_folder(const fs::path& file, const std::string& bytes) {
    std::error_code failure;
    if (file.has_parent_path()) fs::create_directories(file.parent_path(), failure);
    if (failure)
        return Error{Error::Kind::unavailable, file.parent_path().string() + ": " + failure.message(),
                     "choose another folder"};
    return write_file(file, bytes);
}

int compile_packs(const Options& options, const std::function<void(PackSources&)>& change) {
    auto loaded = load(options.path);
    if (!loaded) return complain(loaded.error());
    print_errors(*loaded);
    if (holds_back(loaded->findings)) return complain(refused(options.path, loaded->findings));
    if (loaded->packs.empty())
        return complain(
            {Error::Kind::not_found, options.path + ": holds no pack", "give a pack or a folder of packs"});
    for (PackSources& sources : loaded->packs) {
        change(sources);
        const auto folder = fs::path(options.into) / sources.pack.id;
        if (auto written = write_pack(folder, compile_pack(sources)); !written)
            return complain(written.error());
        fmt::print("{}: {} scenarios, {} languages\n", folder.string(), sources.scenarios.size(),
                   sources.translations.size() + 1);
    }
    return clean;
}

}  // namespace touchstone::content
