// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "content/tool/ratings_table.h"

namespace touchstone::content {

/// Who a sheet is for. `kind` is one of `reader_kinds`.
struct SheetReader {
    std::string name;  // an id, such as `reader-1`
    std::string kind;
};

/// One line of a sheet: an answer to be judged by one indicator.
struct SheetLine {
    WrittenRating asked;  // what the line stands for; its rating is never shown
    int moment = 0;       // its number in the sheet, from 1
    std::string customer, scene, says, known, limits, answer, indicator;
    std::string place,
        words;  // what the line stands for, and what it says, as letters that give nothing away

    /// `r-0123456789ab-01234567`
    std::string code() const { return "r-" + place + "-" + words; }
};

/// What this reader judges: scenarios, moments and answers each in an order that the reader's name gives.
std::vector<SheetLine> sheet_lines(const PackSources& sources, const std::string& reader);

/// The sheet as CSV for table programs, with an empty rating in every line. It holds no id, no key, nothing
/// that follows an answer and nothing of other readers.
std::string write_sheet(const PackSources& sources, const SheetReader& reader);

/// The ratings of a filled sheet; `at` is the place of the rating. E322 a column is missing, E323 not a
/// rating of 0..4, E324 a line of something else, or of words that were changed since, E325 rated twice in
/// the sheet, E326 who the reader is.
std::vector<RatingRow> read_sheet(std::string_view csv, const PackSources& sources, Findings& findings);

}  // namespace touchstone::content
