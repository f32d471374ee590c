// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_review.h"

#include <fmt/format.h>

#include <map>
#include <optional>

#include "content/tool/map_reader.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

constexpr int criteria = 15;
constexpr int bar = 24;

struct Points {
    int value = 0;
    TextPosition at;
};

/// One scenario's table.
struct Section {
    TextPosition at;
    std::map<std::int64_t, Points> points;  // by criterion
    std::optional<Points> sum;
};

std::string bare(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '*')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '*' || text.back() == '\r'))
        text.remove_suffix(1);
    return std::string(text);
}

struct Cell {
    std::string text;
    TextPosition at;
};

std::vector<Cell> cells_of(std::string_view line, int number) {
    std::vector<Cell> cells;
    std::size_t begin = 1;
    for (auto end = line.find('|', begin); end != std::string_view::npos; end = line.find('|', begin)) {
        const std::size_t word = std::min(line.find_first_not_of(" *", begin), end);
        const auto column = static_cast<int>(count_code_points(line.substr(0, word))) + 1;
        cells.push_back({bare(line.substr(begin, end - begin)), {number, column}});
        begin = end + 1;
    }
    return cells;
}

class ReviewReader {
public:
    explicit ReviewReader(Findings& findings) : findings_(findings) {}
    std::map<std::string, Section> sections;  // by title

    void line(std::string_view text) {
        ++number_;
        if (text.rfind("## ", 0) == 0) {
            section_ = &sections[bare(text.substr(3))];
            section_->at = {number_, 4};
        } else if (section_ && text.rfind("|", 0) == 0) {
            row(cells_of(text, number_));
        }
    }

private:
    void row(const std::vector<Cell>& cells) {
        if (cells.size() < 2) return;
        if (cells[0].text == "Sum") return sum(cells[1]);
        const auto criterion = whole_number(cells[0].text.substr(0, cells[0].text.find(' ')));
        if (!criterion) return;  // the head of the table
        const auto points = whole_number(cells[1].text);
        if (*criterion < 1 || *criterion > criteria || section_->points.count(*criterion) != 0)
            return bad(cells[0], "a criterion is 1 to 15, each once");
        if (!points || *points < 0 || *points > 2) return bad(cells[1], "points are 0, 1 or 2");
        section_->points[*criterion] = {static_cast<int>(*points), cells[1].at};
    }
    void sum(const Cell& cell) {
        const auto value = whole_number(cell.text);
        if (!value || *value < 0 || *value > 2 * criteria) return bad(cell, "the sum is 0 to 30");
        section_->sum = {static_cast<int>(*value), cell.at};
    }
    void bad(const Cell& cell, const char* rule) {
        findings_.error("E142", cell.at, fmt::format("`{}` in a table of the review: {}", cell.text, rule),
                        "write `| 3 Name of the criterion | 1 | reason |`",
                        std::max<std::size_t>(1, count_code_points(cell.text)));
    }

    Findings& findings_;
    Section* section_ = nullptr;
    int number_ = 0;
};

void check_section(const std::string& title, const Section& section, Findings& findings) {
    int sum = 0;
    for (const auto& [criterion, points] : section.points) {
        sum += points.value;
        const bool needed = criterion <= 4 || criterion == 9 || criterion == 13;
        if (needed && points.value == 0)
            findings.warning("W421", points.at,
                             fmt::format("`{}` has no point in criterion {}", title, criterion),
                             "correct the scenario, and have it reviewed again");
    }
    if (section.points.size() != criteria)
        findings.warning(
            "W421", section.at,
            fmt::format("the review of `{}` has {} of {} criteria", title, section.points.size(), criteria),
            "let the reviewer give points for each criterion", count_code_points(title));
    else if (sum < bar)
        findings.warning("W421", section.sum ? section.sum->at : section.at,
                         fmt::format("`{}` has {} points; it may be published from {}", title, sum, bar),
                         "correct the scenario, and have it reviewed again",
                         section.sum ? std::to_string(section.sum->value).size() : 1);
    if (section.sum && section.sum->value != sum)
        findings.warning("W421", section.sum->at,
                         fmt::format("the sum says {}, the points make {}", section.sum->value, sum),
                         "add the points again", std::to_string(section.sum->value).size());
}

std::string title_of(const SourceScenario& source) {
    for (const SourceText& text : source.texts)
        if (text.address == source.scenario.id + "/title") return text.text;
    return source.scenario.id;
}

}  // namespace

void check_review(std::string_view review, const PackSources& sources, Findings& findings) {
    if (refuse_bytes(review, largest_source, findings)) return;
    ReviewReader reader(findings);
    while (!review.empty() && !findings.full()) {
        const auto end = review.find('\n');
        reader.line(review.substr(0, end));
        review.remove_prefix(end == std::string_view::npos ? review.size() : end + 1);
    }
    for (const SourceScenario& source : sources.scenarios) {
        const std::string title = title_of(source);
        const auto section = reader.sections.find(title);
        if (section == reader.sections.end())
            findings.warning("W420", {1, 1}, fmt::format("`{}` has no review", title),
                             fmt::format("let an independent reader review it under `## {}`", title));
        else
            check_section(title, section->second, findings);
    }
}

}  // namespace touchstone::content
