// SPDX-License-Identifier: Apache-2.0
#include "content/tool/usage.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "content/tool/csv.h"
#include "content/tool/map_reader.h"

namespace touchstone::content {

namespace {

constexpr const char* needed_columns[] = {"scenario", "moment", "choice", "count"};
constexpr std::int64_t largest_count = 1'000'000'000'000;

std::optional<std::vector<std::size_t>> columns_of(const std::vector<CsvRow>& rows, Findings& findings) {
    std::vector<std::size_t> columns;
    for (const char* name : needed_columns) {
        std::size_t column = 0;
        while (!rows.empty() && column < rows[0].size() && rows[0][column].text != name) ++column;
        if (rows.empty() || column == rows[0].size()) {
            findings.error("E328", {1, 1}, fmt::format("the table has no column `{}`", name),
                           "begin with scenario,moment,choice,count");
            return std::nullopt;
        }
        columns.push_back(column);
    }
    return columns;
}

bool has_choice(const Scenario& scenario, const std::string& moment, const std::string& choice) {
    const auto index = scenario.find_moment(moment);
    if (!index) return false;
    const auto& choices = scenario.moments[*index].choices;
    return std::any_of(choices.begin(), choices.end(), [&](const Choice& one) { return one.id == choice; });
}

}  // namespace

Usage read_usage(std::string_view csv, const Scenario& scenario, Findings& findings) {
    const auto rows = read_csv(csv, findings);
    if (findings.has_errors()) return {};
    const auto columns = columns_of(rows, findings);
    if (!columns) return {};
    Usage usage;
    for (std::size_t i = 1; i < rows.size() && !findings.full(); ++i) {
        const CsvRow& row = rows[i];
        const auto cell = [&](std::size_t column) {
            return (*columns)[column] < row.size() ? row[(*columns)[column]].text : std::string();
        };
        if (cell(0) != scenario.id) continue;
        const auto count = whole_number(cell(3));
        if (!count || *count < 0 || *count > largest_count) {
            findings.error("E328", row.front().at, fmt::format("row {}: `{}` is no count", i + 1, cell(3)),
                           "write how often the choice was made, a whole number from 0");
            continue;
        }
        if (!has_choice(scenario, cell(1), cell(2))) {
            findings.note(
                "E329", row.front().at,
                fmt::format("`{}/{}`, made {} times, is not in the scenario", cell(1), cell(2), *count),
                "export the use of this version alone, or pass over it");
            continue;
        }
        usage[cell(1) + "/" + cell(2)] += *count;
    }
    return usage;
}

}  // namespace touchstone::content
