// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <boost/json.hpp>
#include <iostream>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/enter_ratings.h"
#include "content/tool/rated_content.h"
#include "content/tool/ratings_report.h"
#include "content/tool/ratings_sheet.h"
#include "engine/basics/id.h"

namespace touchstone::content {

namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

Result<RatedContent> open_rated(const std::string& path) {
    auto rated = read_rated(path);
    if (!rated || !has_errors(rated->findings)) return rated;
    for (const Finding& finding : rated->findings)
        if (finding.severity == Severity::error) std::cerr << to_human(finding, rated->files) << "\n";
    return Error{Error::Kind::refused, path + ": cannot be read", "correct what is named above"};
}

// ---- sheet

Result<std::vector<SheetReader>> readers_of(const Options& options) {
    std::vector<SheetReader> readers;
    std::vector<std::string> names = options.readers;
    for (int i = 1; options.readers.empty() && i <= fewest_readers; ++i)
        names.push_back(fmt::format("{}-{}", options.experts ? "expert" : "reader", i));
    for (const std::string& name : names) {
        if (!is_valid_name(name))
            return Error{Error::Kind::not_found, "`" + name + "` is no name of a reader",
                         "use small letters, digits and hyphens, such as reader-1; no real name is needed"};
        readers.push_back({name, std::string(reader_kinds[options.experts ? 1 : 0])});
    }
    return readers;
}

int write_sheets(const RatedContent& rated, const Options& options) {
    const auto readers = readers_of(options);
    if (!readers) return complain(readers.error());
    const auto file_of = [&](const SheetReader& reader) {
        return fs::path(options.into) / (rated.id + "." + reader.name + ".csv");
    };
    for (const SheetReader& reader : *readers)
        if (fs::exists(file_of(reader)))
            return complain({Error::Kind::conflict, file_of(reader).string() + ": is there already",
                             "choose another folder with --out: a sheet may hold ratings"});
    json::array all;
    for (const SheetReader& reader : *readers) {
        const std::string file = file_of(reader).string();
        if (auto written = write_in_folder(file, write_sheet(rated.sources, reader)); !written)
            return complain(written.error());
        const std::size_t lines = sheet_lines(rated.sources, reader.name).size();
        all.push_back({{"file", file}, {"reader", reader.name}, {"kind", reader.kind}, {"lines", lines}});
        if (!options.json) fmt::print("{}: {} ratings to give, {}\n", file, lines, reader.kind);
    }
    if (options.json) std::cout << json::serialize(all) << "\n";
    return clean;
}

// ---- enter

/// The ratings of every sheet; what is wrong is added to `findings`, each with its file.
std::vector<RatingRow> read_sheets(const RatedContent& rated, SourceFiles& sheets,
                                   std::vector<Finding>& findings) {
    std::vector<RatingRow> all;
    std::map<std::string, std::string> entered;  // reader and key -> file
    for (const auto& [file, text] : sheets) {
        Findings here(file);
        for (RatingRow& row : read_sheet(text, rated.sources, here)) {
            const auto [first, is_new] = entered.emplace(row.reader + "\n" + row.key(), file);
            if (!is_new)
                here.error(
                    "E325", row.at,
                    fmt::format("`{}` has rated this in {} too: {}", row.reader, first->second, row.key()),
                    "enter one sheet of each reader", row.length);
            all.push_back(std::move(row));
        }
        add_new(findings, here.all());
    }
    return all;
}

Result<std::string> read_if_there(const fs::path& file) {
    std::error_code none;
    return fs::exists(file, none) ? read_file(file) : Result<std::string>(std::string());
}

int refuse(const std::vector<Finding>& findings, const SourceFiles& files) {
    for (const Finding& finding : findings) std::cerr << to_human(finding, files) << "\n";
    std::cerr << "nothing was written\n";
    return has_findings;
}

json::object json_of(const ChangedRating& changed) {
    return {{"choice", changed.from.address()},
            {"indicator", changed.from.indicator},
            {"was", changed.from.rating ? json::value(*changed.from.rating) : json::value(nullptr)},
            {"rated", changed.to},
            {"file", changed.file}};
}

void say(const fs::path& file, const MergedRatings& merged, const std::vector<ChangedRating>& changed,
         const Options& options) {
    if (options.json) {
        json::array rated;
        for (const ChangedRating& one : changed) rated.push_back(json_of(one));
        std::cout << json::serialize(json::object{{"file", file.string()},
                                                  {"new", merged.added},
                                                  {"changed", merged.changed},
                                                  {"same", merged.same},
                                                  {"rated", rated}})
                  << "\n";
        return;
    }
    fmt::print("{}: {} ratings new, {} changed, {} as before\n", file.string(), merged.added, merged.changed,
               merged.same);
    for (const ChangedRating& one : changed)
        fmt::print("{}: {} is rated {}, was {}\n", one.file, one.from.key(), one.to,
                   one.from.rating ? std::to_string(*one.from.rating) : "to do");
}

Result<SourceFiles> read_files(const std::vector<std::string>& names) {
    SourceFiles files;
    for (const std::string& name : names) {
        auto text = read_file(name);
        if (!text) return text.error();
        files[name] = std::move(*text);
    }
    return files;
}

/// Writes what differs: ratings.csv, and the sources whose `rated` became another.
Result<Done> write_all(const fs::path& table, const MergedRatings& merged, const SourceFiles& files,
                       const std::vector<ChangedRating>& changed) {
    if (merged.added + merged.changed != 0)
        if (auto written = write_file(table, merged.csv); !written) return written;
    std::set<std::string> names;
    for (const ChangedRating& one : changed) names.insert(one.file);
    for (const std::string& name : names)
        if (auto written = write_file(name, files.at(name)); !written) return written;
    return Done{};
}

int enter_sheets(RatedContent rated, const Options& options) {
    if (rated.pack.empty())
        return complain({Error::Kind::not_found, options.path + ": stands in no pack",
                         "put it into PACK/scenarios/: the ratings of a pack lie in its ratings.csv"});
    const fs::path table = rated.pack / "ratings.csv";
    const auto known = read_if_there(table);
    if (!known) return complain(known.error());
    auto sheets = read_files(options.files);
    if (!sheets) return complain(sheets.error());
    std::vector<Finding> findings;
    const auto entered = read_sheets(rated, *sheets, findings);
    const MergedRatings merged = merge_ratings(*known, entered);
    Findings in_table(table.string());
    if (!known->empty()) read_ratings_table(*known, in_table);
    add_new(findings, in_table.all());
    sheets->emplace(table.string(), *known);
    if (content::has_errors(findings)) return refuse(findings, *sheets);
    Findings none(table.string());
    const auto changed =
        write_means(rated.sources, read_ratings_table(merged.csv, none).sums, rated.files, findings);
    if (content::has_errors(findings)) return refuse(findings, rated.files);
    if (auto written = write_all(table, merged, rated.files, changed); !written)
        return complain(written.error());
    say(table, merged, changed, options);
    return clean;
}

// ---- report

int report(const RatedContent& rated, const Options& options) {
    if (rated.pack.empty())
        return complain({Error::Kind::not_found, options.path + ": stands in no pack",
                         "put it into PACK/scenarios/: the ratings of a pack lie in its ratings.csv"});
    const fs::path file = rated.pack / "ratings.csv";
    const auto csv = read_if_there(file);
    if (!csv) return complain(csv.error());
    Findings findings(file.string());
    const RatingsTable table = csv->empty() ? RatingsTable{} : read_ratings_table(*csv, findings);
    for (const Finding& finding : findings.all()) std::cerr << to_human(finding, *csv) << "\n";
    if (findings.has_errors()) return has_findings;
    RatingsReport made = make_ratings_report(rated.sources, table);
    made.id = rated.id;
    std::cout << (options.json ? to_json(made) + "\n" : to_text(made));
    return clean;
}

}  // namespace

int run_ratings(const Options& options) {
    auto rated = open_rated(options.path);
    if (!rated) return complain(rated.error());
    if (options.other == "sheet") return write_sheets(*rated, options);
    if (options.other == "enter") return enter_sheets(std::move(*rated), options);
    return report(*rated, options);
}

}  // namespace touchstone::content
