// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <boost/json.hpp>
#include <iostream>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/translator_notes.h"

namespace touchstone::content {

namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

struct Merged {
    std::string language;
    fs::path file;
    PoFile po;
    MergeReport report;
};

/// What a translator has written so far; nothing, after its findings, when it cannot be read.
std::optional<PoFile> read_known(const fs::path& file) {
    std::error_code none;
    if (!fs::exists(file, none)) return PoFile{};
    const auto text = read_file(file);
    if (!text) {
        complain(text.error());
        return std::nullopt;
    }
    Findings findings(file.string());
    PoFile known = read_po(*text, findings);
    if (!findings.has_errors()) return known;
    for (const Finding& finding : findings.all()) std::cerr << to_human(finding, *text) << "\n";
    return std::nullopt;
}

/// Every language of the pack; nothing when one cannot be read, so that none is written.
std::optional<std::vector<Merged>> merge_all(const PackSources& sources, const fs::path& folder) {
    std::vector<Merged> all;
    const auto texts = texts_with_notes(sources);
    for (const std::string& language : sources.pack.languages) {
        if (language == sources.pack.source_language) continue;
        const fs::path file = folder / (language + ".po");
        const auto known = read_known(file);
        if (!known) return std::nullopt;
        PoFile po = merge_po(*known, texts, language);
        MergeReport report = report_merge(*known, po);
        all.push_back({language, file, std::move(po), std::move(report)});
    }
    return all;
}

void say(const Merged& merged) {
    const MergeReport& report = merged.report;
    fmt::print("{}: {} translated, {} fuzzy, {} untranslated\n", merged.file.string(), report.translated,
               report.fuzzy, report.untranslated);
    const auto list = [](const char* what, const std::vector<std::string>& addresses) {
        for (const std::string& address : addresses) fmt::print("  {:<8} {}\n", what, address);
    };
    list("new", report.added);
    list("changed", report.changed);
    list("back", report.back);
    list("gone", report.gone);
}

json::object json_of(const Merged& merged) {
    const auto list = [](const std::vector<std::string>& all) { return json::array(all.begin(), all.end()); };
    const MergeReport& report = merged.report;
    return {{"language", merged.language},
            {"file", merged.file.string()},
            {"translated", report.translated},
            {"fuzzy", report.fuzzy},
            {"untranslated", report.untranslated},
            {"new", list(report.added)},
            {"changed", list(report.changed)},
            {"back", list(report.back)},
            {"gone", list(report.gone)}};
}

}  // namespace

int run_merge(const Options& options) {
    const auto loaded = open_pack(options.path);
    if (!loaded) return complain(loaded.error());
    const auto all = merge_all(loaded->packs.front(), fs::path(options.path) / "text");
    if (!all) return has_findings;
    json::array reports;
    for (const Merged& merged : *all) {
        if (auto written = write_in_folder(merged.file, write_po(merged.po)); !written)
            return complain(written.error());
        if (options.json)
            reports.emplace_back(json_of(merged));
        else
            say(merged);
    }
    if (options.json) std::cout << json::serialize(reports) << "\n";
    return clean;
}

}  // namespace touchstone::content
