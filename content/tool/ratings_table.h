// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/tool/compile.h"

namespace touchstone::content {

inline constexpr std::string_view ratings_header = "scenario,moment,choice,indicator,reader,kind,rating";
inline constexpr int fewest_readers = 3;
inline constexpr std::string_view reader_kinds[] = {"independent reader", "customer-service expert"};
inline constexpr std::string_view expert = reader_kinds[1];

/// One line of ratings.csv. Of a drill the scenario is `drills/<drill>` and the moment the variant.
struct RatingRow {
    std::string scenario, moment, choice, indicator, reader, kind;
    int rating = 0;  // 0..4
    TextPosition at = {};
    std::size_t length = 1;

    /// `late-pickup/arrival/own-it people.comfort`
    std::string key() const { return scenario + "/" + moment + "/" + choice + " " + indicator; }
};

/// What the readers said about one choice and one indicator.
struct ReaderSum {
    std::set<std::string> readers = {};
    int experts = 0;
    int total = 0;
    int squares = 0;
    TextPosition at = {};
    std::size_t length = 1;

    void add(const RatingRow& row);
    int count() const { return static_cast<int>(readers.size()); }
    /// Rounded half up.
    int mean() const { return (2 * total + count()) / (2 * count()); }
    bool enough() const { return count() >= fewest_readers; }
    /// Three customer-service experts: the key of this choice is no longer provisional (DEFINITIONS A13).
    bool confirmed() const { return experts >= fewest_readers; }
    /// Whether the standard deviation (n - 1) is over one rating point.
    bool disagree() const {
        return count() > 1 && count() * squares - total * total > count() * (count() - 1);
    }
};
using ReaderSums = std::map<std::string, ReaderSum>;  // by RatingRow::key

struct RatingsTable {
    std::vector<RatingRow> rows;
    ReaderSums sums;
};

/// Reads ratings.csv. E144 another header, E310 a row that cannot be read, E312 a reader who rated twice.
/// Lines that begin with `#` are comments.
RatingsTable read_ratings_table(std::string_view csv, Findings& findings);

/// The cells of one line of ratings.csv, in which no cell holds a comma.
std::vector<std::string> ratings_cells(std::string_view line);

/// The rating that an author wrote for one choice and one indicator that its moment tests.
struct WrittenRating {
    std::string scenario, moment, choice, indicator;
    std::optional<int> rating = {};  // none while the choice is still to be rated

    std::string key() const { return scenario + "/" + moment + "/" + choice + " " + indicator; }
    /// Of the choice: `late-pickup/arrival/own-it`.
    std::string address() const { return scenario + "/" + moment + "/" + choice; }
};
/// What a choice has for the moment's test of this index.
WrittenRating written_rating(const Scenario& scenario, const Moment& moment, const Choice& choice,
                             std::size_t test, const Standard& standard);
/// Of every scenario, then of every drill, in the order of the files.
std::vector<WrittenRating> written_ratings(const PackSources& sources);
std::vector<WrittenRating> written_ratings(const SourceScenario& source, const Standard& standard);

/// The scenarios, then the variants of the drills.
std::vector<const SourceScenario*> rated_scenarios(const PackSources& sources);

}  // namespace touchstone::content
