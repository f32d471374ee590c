// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "content/tool/coverage.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

using Row = std::vector<std::string>;

/// A table that reads the same as text and as Markdown.
class Printed {
public:
    Printed(bool markdown, std::string& out) : markdown_(markdown), out_(out) {}

    void heading(int level, const std::string& title) const {
        out_ += out_.empty() ? "" : "\n";
        out_ += markdown_ ? std::string(static_cast<std::size_t>(level), '#') + " " + title + "\n\n"
                          : title + "\n";
    }
    void line(const std::string& text) const { out_ += text + "\n"; }
    void item(const std::string& text) const { out_ += (markdown_ ? "- " : "  ") + text + "\n"; }
    void table(const Row& head, const std::vector<Row>& rows) const {
        std::vector<std::size_t> widths;
        for (std::size_t c = 0; c < head.size(); ++c) {
            widths.push_back(std::max<std::size_t>(3, count_code_points(head[c])));
            for (const Row& row : rows) widths[c] = std::max(widths[c], count_code_points(row[c]));
        }
        print(head, widths);
        if (markdown_) {
            Row rule;
            for (const std::size_t width : widths) rule.push_back(std::string(width, '-'));
            print(rule, widths);
        }
        for (const Row& row : rows) print(row, widths);
    }

private:
    void print(const Row& row, const std::vector<std::size_t>& widths) const {
        std::string line = markdown_ ? "|" : " ";
        for (std::size_t c = 0; c < row.size(); ++c) {
            const std::string padding(widths[c] - count_code_points(row[c]), ' ');
            line += " " + row[c] + padding + (markdown_ ? " |" : " ");
        }
        while (line.back() == ' ') line.pop_back();
        out_ += line + "\n";
    }

    bool markdown_;
    std::string& out_;
};

std::string shown(const std::optional<Tested>& cell) {
    if (!cell) return "";
    if (cell->never()) return "none";
    return cell->secondary == 0 ? fmt::format("{}", cell->primary)
                                : fmt::format("{}+{}", cell->primary, cell->secondary);
}

constexpr std::size_t most_columns = 12;

/// Rows and columns changed.
CoverageTable turned(const CoverageTable& table) {
    CoverageTable other{table.title, table.columns, table.rows, {}};
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        other.cells.emplace_back();
        for (const auto& row : table.cells) other.cells.back().push_back(row[c]);
    }
    return other;
}

void print_table(const Printed& out, const CoverageTable& table) {
    if (table.columns.size() > most_columns) {
        if (table.rows.size() <= most_columns) print_table(out, turned(table));
        return;
    }
    out.heading(2, table.title);
    Row head{""};
    head.insert(head.end(), table.columns.begin(), table.columns.end());
    std::vector<Row> rows;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        rows.push_back({table.rows[r]});
        for (const auto& cell : table.cells[r]) rows.back().push_back(shown(cell));
    }
    out.table(head, rows);
}

void print_scenarios(const Printed& out, const std::vector<ScenarioCoverage>& scenarios) {
    out.heading(2, "Scenarios");
    std::vector<Row> rows;
    for (const ScenarioCoverage& one : scenarios) {
        Row row{one.pack, one.scenario, one.sector, one.touchpoint, one.channel};
        for (const int count :
             {one.moments, one.asks, one.facts, one.marks, one.extras, one.prevents, one.bends, one.traps,
              one.drills})
            row.push_back(std::to_string(count));
        rows.push_back(std::move(row));
    }
    out.table({"pack", "scenario", "sector", "touchpoint", "channel", "moments", "asks", "facts", "marks",
               "extras", "prevents", "bends", "traps", "drills"},
              rows);
}

void print_probes(const Printed& out, const std::vector<Probe>& probes) {
    out.heading(2, "Probes");
    if (probes.empty()) out.line("none: no scenario has `case:` or `persona:`");
    for (const Probe& probe : probes)
        out.item(fmt::format("{} {}: {}{}", probe.kind, probe.name, fmt::join(probe.scenarios, ", "),
                             probe.complete         ? ""
                             : probe.kind == "case" ? "; no other channel yet"
                                                    : "; no other customer yet"));
}

std::string printed(const Coverage& coverage, bool markdown) {
    std::string text;
    const Printed out(markdown, text);
    out.heading(1, "What is practised, by the standard " + coverage.standard);
    int drills = 0;
    for (const ScenarioCoverage& one : coverage.scenarios) drills += one.drills;
    out.line(
        fmt::format("{} scenarios, {} drills. A cell counts moments: `3+1` is three that test it first and one that "
                    "tests it beside; `none` is a gap; blank cannot be.",
                    coverage.scenarios.size(), drills));
    for (const CoverageTable& table : coverage.tables) print_table(out, table);
    print_scenarios(out, coverage.scenarios);
    print_probes(out, coverage.probes);
    out.heading(2, "Gaps");
    if (coverage.never.empty() && coverage.never_primary.empty())
        out.line("none: every indicator is tested first somewhere");
    for (const std::string& id : coverage.never) out.item(id + ": never tested");
    for (const std::string& id : coverage.never_primary) out.item(id + ": tested beside others only");
    return text;
}

}  // namespace

std::string to_text(const Coverage& coverage) { return printed(coverage, false); }
std::string to_markdown(const Coverage& coverage) { return printed(coverage, true); }

}  // namespace touchstone::content
