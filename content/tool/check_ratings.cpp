// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_ratings.h"

#include <fmt/format.h>

#include "content/tool/map_reader.h"

namespace touchstone::content {

namespace {

constexpr std::size_t columns = 7;
constexpr int fewest_readers = 3;

struct Sum {
    int readers = 0;
    int total = 0;
    TextPosition at;
    /// Rounded half up.
    int mean() const { return (2 * total + readers) / (2 * readers); }
};

std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
        if (c == ',')
            cells.emplace_back();
        else if (c != '\r')
            cells.back() += c;
    }
    return cells;
}

std::map<std::string, Sum> sums_of(std::string_view csv, Findings& findings) {
    std::map<std::string, Sum> sums;
    for (int line = 1; !csv.empty(); ++line) {
        const auto end = csv.find('\n');
        const auto cells = cells_of(csv.substr(0, end));
        csv.remove_prefix(end == std::string_view::npos ? csv.size() : end + 1);
        if (line == 1 || (cells.size() == 1 && cells[0].empty())) continue;
        const auto rating = cells.size() == columns ? whole_number(cells[6]) : std::nullopt;
        if (!rating || *rating < 0 || *rating > 4) {
            findings.error("E310", {line, 1}, "a row needs seven cells and a rating of 0..4",
                           "write scenario,moment,choice,indicator,reader,kind,rating");
            continue;
        }
        Sum& sum = sums[cells[0] + "/" + cells[1] + "/" + cells[2] + " " + cells[3]];
        ++sum.readers;
        sum.total += static_cast<int>(*rating);
        sum.at = {line, 1};
    }
    return sums;
}

/// One choice: `key` without the indicator.
void check_choice(const Choice& choice, const Moment& moment, const std::string& key,
                  const Standard& standard, const std::map<std::string, Sum>& sums, Findings& findings) {
    for (std::size_t i = 0; i < moment.tests.size(); ++i) {
        const std::string rated = key + " " + standard.indicators[moment.tests[i].indicator].id;
        const auto found = sums.find(rated);
        if (found == sums.end() || found->second.readers < fewest_readers)
            findings.error("E310", {1, 1}, fmt::format("`{}` has fewer than three readers", rated),
                           "let three blind readers rate it");
        else if (found->second.mean() != choice.ratings[i])
            findings.error("E310", found->second.at,
                           fmt::format("`{}` is rated {}, the readers' mean is {}", rated, choice.ratings[i],
                                       found->second.mean()),
                           "write the readers' rounded mean into `rated`");
    }
}

/// A scenario, or a drill's variant, whose scenario in the file is `drills/<drill>`.
void check_rated(const Scenario& scenario, const Standard& standard, const std::map<std::string, Sum>& sums,
                 Findings& findings) {
    for (const Moment& moment : scenario.moments)
        for (const Choice& choice : moment.choices)
            check_choice(choice, moment, scenario.id + "/" + moment.id + "/" + choice.id, standard, sums,
                         findings);
}

}  // namespace

void check_ratings(std::string_view csv, const PackSources& sources, Findings& findings) {
    const auto sums = sums_of(csv, findings);
    for (const SourceScenario& source : sources.scenarios)
        check_rated(source.scenario, sources.standard.standard, sums, findings);
    for (const SourceDrill& drill : sources.drills)
        for (const SourceScenario& variant : drill.variants)
            check_rated(variant.scenario, sources.standard.standard, sums, findings);
}

}  // namespace touchstone::content
