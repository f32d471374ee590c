// SPDX-License-Identifier: Apache-2.0
#include "content/tool/enter_ratings.h"

#include <fmt/format.h>

#include <algorithm>

#include "content/tool/csv.h"

namespace touchstone::content {

namespace {

std::string line_of(const RatingRow& row) {
    return fmt::format("{},{},{},{},{},{},{}", row.scenario, row.moment, row.choice, row.indicator,
                       row.reader, row.kind, row.rating);
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1);
        lines.emplace_back(text.substr(0, end + 1));
        text.remove_prefix(end + 1);
    }
    return lines;
}

/// The line without its end, and the end.
std::pair<std::string_view, std::string_view> split_end(std::string_view line) {
    const auto last = line.find_last_not_of("\r\n");
    const std::size_t end = last == std::string_view::npos ? 0 : last + 1;
    return {line.substr(0, end), line.substr(end)};
}

class Merger {
public:
    explicit Merger(std::string_view csv) : lines_(lines_of(csv)) {
        if (lines_.empty()) lines_.push_back(std::string(ratings_header) + "\n");
        end_ = split_end(lines_.front()).second == "\r\n" ? "\r\n" : "\n";
        if (split_end(lines_.back()).second.empty()) lines_.back() += end_;
        for (const std::string& line : lines_) cells_.push_back(ratings_cells(split_end(line).first));
    }
    void enter(const RatingRow& row) {
        const std::vector<std::string> cells = ratings_cells(line_of(row));
        std::size_t nearest = 0;  // how many cells of the best line agree from the left
        std::size_t behind = lines_.size();
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const std::size_t agree = agreeing(cells_[i], cells);
            if (agree >= same_reader) return replace(i, row);
            if (agree == 0 || agree < nearest) continue;
            nearest = agree;
            behind = i + 1;
        }
        lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(behind), line_of(row) + end_);
        cells_.insert(cells_.begin() + static_cast<std::ptrdiff_t>(behind), cells);
        ++merged.added;
    }
    std::string text() const { return fmt::format("{}", fmt::join(lines_, "")); }
    MergedRatings merged;

private:
    static constexpr std::size_t same_reader = 5;

    static std::size_t agreeing(const std::vector<std::string>& a, const std::vector<std::string>& b) {
        std::size_t count = 0;
        while (count < a.size() && count < b.size() && a[count] == b[count]) ++count;
        return count;
    }
    void replace(std::size_t index, const RatingRow& row) {
        const auto [old, end] = split_end(lines_[index]);
        const std::string line = line_of(row);
        if (old == line) {
            ++merged.same;
            return;
        }
        lines_[index] = line + std::string(end);
        cells_[index] = ratings_cells(line);
        ++merged.changed;
    }

    std::vector<std::string> lines_;
    std::vector<std::vector<std::string>> cells_;
    std::string end_;
};

/// Offset of a place; npos when the text has no such line.
std::size_t offset_of(std::string_view text, TextPosition at) {
    std::size_t offset = 0;
    for (int line = 1; line < at.line; ++line) {
        const auto end = text.find('\n', offset);
        if (end == std::string_view::npos) return end;
        offset = end + 1;
    }
    for (int column = 1; column < at.column && offset < text.size(); ++column) do
            ++offset;
        while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U);
    return offset;
}

/// Bytes of a text that become another digit.
struct Edit {
    std::size_t offset, length;
    char digit;
};

/// The value of `indicator: 3`, `indicator: "3"` or `indicator: "todo: ..."`, when the key stands at `at`;
/// length 0 when none of them does.
Edit value_behind(std::string_view text, TextPosition at, const std::string& indicator) {
    const Edit none{0, 0, '0'};
    std::size_t offset = offset_of(text, at);
    const auto pass = [&](std::string_view letters) {
        while (offset < text.size() && letters.find(text[offset]) != std::string_view::npos) ++offset;
    };
    pass("\"'");
    if (offset >= text.size() || text.substr(offset, indicator.size()) != indicator) return none;
    offset += indicator.size();
    pass("\"'");
    pass(" :");
    const std::string_view value = text.substr(offset);
    if (value.empty()) return none;
    const std::string_view mark = "todo:";
    if ((value[0] == '"' || value[0] == '\'') && value.substr(1, mark.size()) == mark) {
        const auto end = value.find(value[0], 1);
        return end == std::string_view::npos ? none : Edit{offset, end + 1, '0'};
    }
    const bool quoted = value.size() > 2 && (value[0] == '"' || value[0] == '\'') && value[2] == value[0];
    if (quoted && value[1] >= '0' && value[1] <= '4') return {offset, 3, '0'};
    const bool alone = value.size() == 1 || value[1] < '0' || value[1] > '9';
    return value[0] >= '0' && value[0] <= '4' && alone ? Edit{offset, 1, '0'} : none;
}

class MeanWriter {
public:
    MeanWriter(const ReaderSums& sums, SourceFiles& files, std::vector<Finding>& findings)
        : sums_(sums), files_(files), findings_(findings) {}
    std::vector<ChangedRating> changed;

    void write(const SourceScenario& source, const WrittenRating& written) {
        const auto sum = sums_.find(written.key());
        if (sum == sums_.end() || !sum->second.enough() || sum->second.mean() == written.rating) return;
        const TextPosition at = source.place(written.address() + "/rated/" + written.indicator);
        Edit edit = value_behind(files_[source.file], at, written.indicator);
        if (edit.length == 0) {
            findings_.push_back({"E327", Severity::error, source.file, at, written.indicator.size(),
                                 fmt::format("the rating of `{}` is not one digit", written.key()),
                                 fmt::format("write `{}: {}` yourself, then enter the sheets again",
                                             written.indicator, sum->second.mean())});
            return;
        }
        edit.digit = static_cast<char>('0' + sum->second.mean());
        edits_[source.file].push_back(edit);
        changed.push_back({written, sum->second.mean(), source.file});
    }
    /// From the end of each file, so that the places before stay true.
    void apply() {
        for (auto& [file, edits] : edits_) {
            std::sort(edits.begin(), edits.end(),
                      [](const Edit& a, const Edit& b) { return a.offset > b.offset; });
            for (const Edit& edit : edits)
                files_[file].replace(edit.offset, edit.length, std::string(1, edit.digit));
        }
    }

private:
    const ReaderSums& sums_;
    SourceFiles& files_;
    std::vector<Finding>& findings_;
    std::map<std::string, std::vector<Edit>> edits_;  // by file
};

}  // namespace

MergedRatings merge_ratings(std::string_view csv, const std::vector<RatingRow>& entered) {
    Merger merger(csv);
    for (const RatingRow& row : entered) merger.enter(row);
    merger.merged.csv = merger.text();
    return std::move(merger.merged);
}

std::vector<ChangedRating> write_means(const PackSources& sources, const ReaderSums& sums, SourceFiles& files,
                                       std::vector<Finding>& findings) {
    MeanWriter writer(sums, files, findings);
    for (const SourceScenario* source : rated_scenarios(sources))
        for (const WrittenRating& written : written_ratings(*source, sources.standard.standard))
            writer.write(*source, written);
    writer.apply();
    return std::move(writer.changed);
}

}  // namespace touchstone::content
