// SPDX-License-Identifier: Apache-2.0
#include "content/tool/ratings_table.h"

#include <fmt/format.h>

#include "content/tool/csv.h"
#include "content/tool/map_reader.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

constexpr std::size_t columns = 7;

class RatingsReader {
public:
    explicit RatingsReader(Findings& findings) : findings_(findings) {}
    RatingsTable table;

    void line(std::string_view text) {
        ++line_;
        while (!text.empty() && (text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
        if (text.empty() || text.front() == '#') return;
        length_ = count_code_points(text);
        if (has_header_) return row(ratings_cells(text));
        has_header_ = true;
        if (text != ratings_header)
            bad("E144", "the first line is not the header", "begin with " + std::string(ratings_header));
    }

private:
    void row(const std::vector<std::string>& cells) {
        const auto rating = cells.size() == columns ? whole_number(cells[6]) : std::nullopt;
        if (!rating || *rating < 0 || *rating > 4)
            return bad("E310", "a row needs seven cells and a rating of 0..4",
                       "write " + std::string(ratings_header));
        RatingRow row{cells[0],   cells[1], cells[2], cells[3], cells[4], cells[5], static_cast<int>(*rating),
                      {line_, 1}, length_};
        ReaderSum& sum = table.sums[row.key()];
        sum.at = row.at;
        sum.length = row.length;
        if (sum.readers.count(row.reader) != 0)
            return bad("E312", fmt::format("`{}` has rated this choice before", row.reader),
                       "keep one rating of each reader");
        sum.add(row);
        table.rows.push_back(std::move(row));
    }
    void bad(const char* code, std::string reason, std::string remedy) {
        findings_.error(code, {line_, 1}, std::move(reason), std::move(remedy), length_);
    }

    Findings& findings_;
    int line_ = 0;
    std::size_t length_ = 1;
    bool has_header_ = false;
};

}  // namespace

void ReaderSum::add(const RatingRow& row) {
    readers.insert(row.reader);
    experts += row.kind == expert ? 1 : 0;
    total += row.rating;
    squares += row.rating * row.rating;
}

std::vector<std::string> ratings_cells(std::string_view line) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
        if (c == ',')
            cells.emplace_back();
        else if (c != '\r')
            cells.back() += c;
    }
    return cells;
}

RatingsTable read_ratings_table(std::string_view csv, Findings& findings) {
    if (refuse_bytes(csv, 8 * largest_source, findings)) return {};
    if (csv.rfind(byte_order_mark, 0) == 0) csv.remove_prefix(byte_order_mark.size());
    RatingsReader reader(findings);
    while (!csv.empty() && !findings.full()) {
        const auto end = csv.find('\n');
        reader.line(csv.substr(0, end));
        csv.remove_prefix(end == std::string_view::npos ? csv.size() : end + 1);
    }
    return std::move(reader.table);
}

std::vector<const SourceScenario*> rated_scenarios(const PackSources& sources) {
    std::vector<const SourceScenario*> all;
    for (const SourceScenario& source : sources.scenarios) all.push_back(&source);
    for (const SourceDrill& drill : sources.drills)
        for (const SourceScenario& variant : drill.variants) all.push_back(&variant);
    return all;
}

WrittenRating written_rating(const Scenario& scenario, const Moment& moment, const Choice& choice,
                             std::size_t test, const Standard& standard) {
    WrittenRating written{scenario.id, moment.id, choice.id,
                          standard.indicators[moment.tests[test].indicator].id};
    // With fewer ratings than tests it cannot be told which one is there.
    if (choice.ratings.size() == moment.tests.size()) written.rating = choice.ratings[test];
    return written;
}

std::vector<WrittenRating> written_ratings(const SourceScenario& source, const Standard& standard) {
    std::vector<WrittenRating> all;
    for (const Moment& moment : source.scenario.moments)
        for (const Choice& choice : moment.choices)
            for (std::size_t i = 0; i < moment.tests.size(); ++i)
                all.push_back(written_rating(source.scenario, moment, choice, i, standard));
    return all;
}

std::vector<WrittenRating> written_ratings(const PackSources& sources) {
    std::vector<WrittenRating> all;
    for (const SourceScenario* source : rated_scenarios(sources)) {
        const auto more = written_ratings(*source, sources.standard.standard);
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

}  // namespace touchstone::content
