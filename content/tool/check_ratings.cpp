// SPDX-License-Identifier: Apache-2.0
#include "content/tool/check_ratings.h"

#include <fmt/format.h>

#include <set>

#include "content/tool/map_reader.h"
#include "engine/basics/utf8.h"

namespace touchstone::content {

namespace {

constexpr std::string_view header = "scenario,moment,choice,indicator,reader,kind,rating";
constexpr std::size_t columns = 7;
constexpr int fewest_readers = 3;
constexpr std::string_view expert = "customer-service expert";

/// What the readers said about one choice and one indicator.
struct Sum {
    std::set<std::string> readers = {};
    int experts = 0;
    int total = 0;
    int squares = 0;
    TextPosition at = {};
    std::size_t length = 1;

    int count() const { return static_cast<int>(readers.size()); }
    /// Rounded half up.
    int mean() const { return (2 * total + count()) / (2 * count()); }
    /// Whether the standard deviation (n - 1) is over one rating point.
    bool disagree() const {
        return count() > 1 && count() * squares - total * total > count() * (count() - 1);
    }
};

using Sums = std::map<std::string, Sum>;

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

class RatingsReader {
public:
    explicit RatingsReader(Findings& findings) : findings_(findings) {}
    Sums sums;

    void line(std::string_view text) {
        ++line_;
        while (!text.empty() && (text.back() == '\r' || text.back() == ' ')) text.remove_suffix(1);
        if (text.empty() || text.front() == '#') return;
        length_ = count_code_points(text);
        if (has_header_) return row(cells_of(text));
        has_header_ = true;
        if (text != header)
            bad("E144", "the first line is not the header", "begin with " + std::string(header));
    }

private:
    void row(const std::vector<std::string>& cells) {
        const auto rating = cells.size() == columns ? whole_number(cells[6]) : std::nullopt;
        if (!rating || *rating < 0 || *rating > 4)
            return bad("E310", "a row needs seven cells and a rating of 0..4",
                       "write " + std::string(header));
        Sum& sum = sums[cells[0] + "/" + cells[1] + "/" + cells[2] + " " + cells[3]];
        sum.at = {line_, 1};
        sum.length = length_;
        if (!sum.readers.insert(cells[4]).second)
            return bad("E312", fmt::format("`{}` has rated this choice before", cells[4]),
                       "keep one rating of each reader");
        sum.experts += cells[5] == expert ? 1 : 0;
        sum.total += static_cast<int>(*rating);
        sum.squares += static_cast<int>(*rating * *rating);
    }
    void bad(const char* code, std::string reason, std::string remedy) {
        findings_.error(code, {line_, 1}, std::move(reason), std::move(remedy), length_);
    }

    Findings& findings_;
    int line_ = 0;
    std::size_t length_ = 1;
    bool has_header_ = false;
};

/// The rating that an author wrote, and where.
struct Written {
    std::string key;
    int rating;
};

/// A scenario, or a drill's variant, whose scenario in the file is `drills/<drill>`.
void add_written(const Scenario& scenario, const Standard& standard, std::vector<Written>& all) {
    for (const Moment& moment : scenario.moments)
        for (const Choice& choice : moment.choices)
            for (std::size_t i = 0; i < moment.tests.size() && i < choice.ratings.size(); ++i)
                all.push_back({scenario.id + "/" + moment.id + "/" + choice.id + " " +
                                   standard.indicators[moment.tests[i].indicator].id,
                               choice.ratings[i]});
}

std::vector<Written> written_ratings(const PackSources& sources) {
    std::vector<Written> all;
    for (const SourceScenario& source : sources.scenarios)
        add_written(source.scenario, sources.standard.standard, all);
    for (const SourceDrill& drill : sources.drills)
        for (const SourceScenario& variant : drill.variants)
            add_written(variant.scenario, sources.standard.standard, all);
    return all;
}

void compare(const Written& written, const Sum* sum, Findings& findings) {
    if (!sum || sum->count() < fewest_readers)
        return findings.error("E310", sum ? sum->at : TextPosition{},
                              fmt::format("`{}` has fewer than three readers", written.key),
                              "let three blind readers rate it", sum ? sum->length : 1);
    if (sum->mean() != written.rating)
        findings.error("E310", sum->at,
                       fmt::format("`{}` is rated {}, the readers' mean is {}", written.key, written.rating,
                                   sum->mean()),
                       "write the readers' rounded mean into `rated`", sum->length);
    if (sum->disagree())
        findings.warning("W415", sum->at, fmt::format("the readers of `{}` disagree", written.key),
                         "ask them why, reword the choice, and let it be rated again", sum->length);
}

void check_key(const std::vector<Written>& all, const Sums& sums, const SourcePack& pack,
               Findings& findings) {
    const auto unconfirmed = std::count_if(all.begin(), all.end(), [&](const Written& one) {
        const auto found = sums.find(one.key);
        return found == sums.end() || found->second.experts < fewest_readers;
    });
    if (pack.key == "confirmed" && unconfirmed != 0)
        findings.add({"E311", Severity::error, pack.file, pack.place("key"), std::string_view("key").size(),
                      fmt::format("the key is not confirmed: {} of {} ratings lack three customer-service "
                                  "experts",
                                  unconfirmed, all.size()),
                      "write `key: provisional` until three experts have rated the pack"});
    if (pack.key == "provisional" && unconfirmed == 0 && !all.empty())
        findings.add({"E311", Severity::note, pack.file, pack.place("key"), std::string_view("key").size(),
                      "three customer-service experts have rated every choice", "write `key: confirmed`"});
}

}  // namespace

void check_ratings(std::string_view csv, const PackSources& sources, Findings& findings) {
    if (refuse_bytes(csv, 8 * largest_source, findings)) return;
    const std::string_view byte_order_mark = "\xEF\xBB\xBF";  // table programs write one
    if (csv.rfind(byte_order_mark, 0) == 0) csv.remove_prefix(byte_order_mark.size());
    RatingsReader reader(findings);
    while (!csv.empty() && !findings.full()) {
        const auto end = csv.find('\n');
        reader.line(csv.substr(0, end));
        csv.remove_prefix(end == std::string_view::npos ? csv.size() : end + 1);
    }
    const auto all = written_ratings(sources);
    std::set<std::string> known;
    for (const Written& written : all) {
        const auto found = reader.sums.find(written.key);
        compare(written, found == reader.sums.end() ? nullptr : &found->second, findings);
        known.insert(written.key);
    }
    for (const auto& [key, sum] : reader.sums)
        if (known.count(key) == 0)
            findings.error("E313", sum.at, fmt::format("`{}` is rated here, but is not in the pack", key),
                           "correct the ids, or remove the rows", sum.length);
    check_key(all, reader.sums, sources.pack, findings);
}

}  // namespace touchstone::content
