// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "content/tool/csv.h"
#include "content/tool/ratings_sheet.h"
#include "engine/basics/id.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

/// Reading may have moved the columns or added some; only these four count.
constexpr const char* needed_columns[] = {"code", "rating", "reader", "kind"};
enum Column : std::size_t { code_column, rating_column, reader_column, kind_column };

class SheetRows {
public:
    SheetRows(const PackSources& sources, Findings& findings) : sources_(sources), findings_(findings) {}

    std::vector<RatingRow> run(const std::vector<CsvRow>& rows) {
        if (!find_columns(rows)) return {};
        for (std::size_t i = 1; i < rows.size() && !findings_.full(); ++i) row(rows[i], i + 1);
        if (rows.size() == 1)
            findings_.error("E322", rows[0][0].at, "the sheet has no line to rate",
                            "send the whole sheet back, with its ratings");
        return std::move(ratings_);
    }

private:
    using Lines = std::map<std::string, SheetLine>;  // by place

    bool find_columns(const std::vector<CsvRow>& rows) {
        for (const char* name : needed_columns) {
            std::size_t column = 0;
            while (!rows.empty() && column < rows[0].size() && !names(rows[0][column], name)) ++column;
            if (rows.empty() || column == rows[0].size()) {
                if (!findings_.has_errors())  // a table that cannot be read has said so
                    findings_.error(
                        "E322", {1, 1}, fmt::format("the sheet has no column `{}`", name),
                        "keep the first row as it was written: " + std::string("code, ..., rating, "
                                                                               "reader, kind"));
                return false;
            }
            columns_.push_back(column);
        }
        return true;
    }
    /// `rating (0 to 4)` is the column `rating`.
    static bool names(const CsvCell& cell, std::string_view name) {
        const std::string_view text = trimmed(cell.text);
        return text.substr(0, text.find(' ')) == name;
    }
    void row(const CsvRow& cells, std::size_t number) {
        number_ = number;
        if (cells.size() <= *std::max_element(columns_.begin(), columns_.end()))
            return bad("E322", cells.front(), "the row has too few cells", "send the row as it was written");
        const auto reader = reader_of(cells);
        if (!reader) return;
        const SheetLine* line = line_of(cells[columns_[code_column]], reader->name);
        const CsvCell& cell = cells[columns_[rating_column]];
        const auto rating = rating_of(cell);
        if (!line || !rating) return;
        const WrittenRating& asked = line->asked;
        RatingRow entered{asked.scenario, asked.moment, asked.choice, asked.indicator, reader->name,
                          reader->kind,   *rating,      cell.at,      cell.length};
        if (!seen_.insert(entered.reader + "\n" + entered.key()).second)
            return bad("E325", cells[columns_[code_column]],
                       "this line is in the sheet twice: " + entered.key(), "keep one of the two");
        ratings_.push_back(std::move(entered));
    }
    std::optional<SheetReader> reader_of(const CsvRow& cells) {
        const CsvCell& name = cells[columns_[reader_column]];
        const CsvCell& kind = cells[columns_[kind_column]];
        const SheetReader reader{std::string(trimmed(name.text)), std::string(trimmed(kind.text))};
        const bool known = std::find(std::begin(reader_kinds), std::end(reader_kinds), reader.kind) !=
                           std::end(reader_kinds);
        if (!is_valid_name(reader.name))
            bad("E326", name, fmt::format("`{}` is no name of a reader", reader.name),
                "write it as in the sheet that was sent, for example `reader-1`");
        else if (!known)
            bad("E326", kind, fmt::format("`{}` is no kind of reader", reader.kind),
                fmt::format("use one of: {}", fmt::join(reader_kinds, ", ")));
        else
            return reader;
        return std::nullopt;
    }
    const SheetLine* line_of(const CsvCell& cell, const std::string& reader) {
        const std::string_view code = trimmed(cell.text);
        constexpr std::size_t place_digits = 12, length = 2 + place_digits + 1 + 8;
        const Lines& lines = lines_of(reader);
        const auto found =
            code.size() == length ? lines.find(std::string(code.substr(2, place_digits))) : lines.end();
        if (found != lines.end() && found->second.code() == code) return &found->second;
        if (found != lines.end())
            bad("E324", cell,
                "the words of " + found->second.asked.key() + " were changed since this sheet was written",
                "write a new sheet with `ratings sheet`, and let the answer be rated again");
        else
            bad("E324", cell, fmt::format("`{}` is no line of a sheet for `{}`", cell.text, reader),
                "keep code and reader as they were written, and enter the sheet into its own pack");
        return nullptr;
    }
    const Lines& lines_of(const std::string& reader) {
        const auto [known, is_new] = lines_.try_emplace(reader);
        if (is_new)
            for (SheetLine& line : sheet_lines(sources_, reader))
                known->second.emplace(line.place, std::move(line));
        return known->second;
    }
    std::optional<int> rating_of(const CsvCell& cell) {
        const std::string_view text = trimmed(cell.text);
        if (text.size() == 1 && text[0] >= '0' && text[0] <= '4') return text[0] - '0';
        bad("E323", cell, text.empty() ? "the rating is missing" : fmt::format("`{}` is no rating", text),
            "write one of 0, 1, 2, 3, 4");
        return std::nullopt;
    }
    void bad(const char* code, const CsvCell& cell, std::string reason, std::string remedy) {
        findings_.error(code, cell.at, fmt::format("row {}: {}", number_, reason), std::move(remedy),
                        cell.length);
    }

    const PackSources& sources_;
    Findings& findings_;
    std::vector<std::size_t> columns_;
    std::map<std::string, Lines> lines_;  // by reader
    std::set<std::string> seen_;
    std::vector<RatingRow> ratings_;
    std::size_t number_ = 1;
};

}  // namespace

std::vector<RatingRow> read_sheet(std::string_view csv, const PackSources& sources, Findings& findings) {
    const auto rows = read_csv(csv, findings);
    return SheetRows(sources, findings).run(rows);
}

}  // namespace touchstone::content
