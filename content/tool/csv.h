// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "content/tool/finding.h"

namespace touchstone::content {

/// One cell of a table, without its quotes, and where it stands in the file.
struct CsvCell {
    std::string text;
    TextPosition at;
    std::size_t length = 1;  // code points of the cell in its first line, at least 1
};
using CsvRow = std::vector<CsvCell>;

/// Reads RFC 4180 and what table programs make of it: a byte order mark, line ends of either kind, and `;` or
/// a tab between the cells when the first row has more of them than commas. Blank rows and rows that begin
/// with `#` are left out. E321: a quote that does not end, or letters behind it.
std::vector<CsvRow> read_csv(std::string_view text, Findings& findings);

/// A cell for table programs: one that would be a formula (`=`, `+`, `-`, `@`, a tab or a carriage return
/// first) gets an apostrophe in front, and what needs quotes has them.
std::string csv_cell(std::string_view text);
/// The cells with commas between them and CRLF behind.
std::string csv_row(const std::vector<std::string>& cells);
/// What table programs look for to know UTF-8.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace touchstone::content
