// SPDX-License-Identifier: Apache-2.0
#include "content/tool/csv.h"

#include <algorithm>

#include "content/tool/source_bytes.h"

namespace touchstone::content {

namespace {

char separator_of(std::string_view first_line) {
    char best = ',';
    for (const char candidate : {';', '\t'})
        if (std::count(first_line.begin(), first_line.end(), candidate) >
            std::count(first_line.begin(), first_line.end(), best))
            best = candidate;
    return best;
}

class CsvReader {
public:
    CsvReader(std::string_view text, Findings& findings)
        : text_(text), findings_(findings), separator_(separator_of(text.substr(0, text.find('\n')))) {}

    std::vector<CsvRow> run() {
        while (offset_ < text_.size() && !findings_.full()) {
            if (text_[offset_] == '#')
                skip_line();
            else
                row();
        }
        return std::move(rows_);
    }

private:
    bool at_end() const { return offset_ >= text_.size(); }
    bool at_line_end() const {
        return at_end() || text_[offset_] == '\n' ||
               (text_[offset_] == '\r' && (offset_ + 1 == text_.size() || text_[offset_ + 1] == '\n'));
    }
    /// Columns count code points.
    void step() {
        if (text_[offset_] == '\n') {
            ++at_.line;
            at_.column = 1;
        } else if (offset_ + 1 == text_.size() ||
                   (static_cast<unsigned char>(text_[offset_ + 1]) & 0xC0U) != 0x80U) {
            ++at_.column;
        }
        ++offset_;
    }
    void skip_line() {
        while (!at_end() && text_[offset_] != '\n') step();
        if (!at_end()) step();
    }
    void row() {
        CsvRow cells;
        for (bool more = true; more;) {
            cells.push_back(cell());
            more = !at_line_end();
            if (more) step();  // the separator
        }
        skip_line();
        if (std::any_of(cells.begin(), cells.end(), [](const CsvCell& one) { return !one.text.empty(); }))
            rows_.push_back(std::move(cells));
    }
    CsvCell cell() {
        CsvCell cell{{}, at_, 1};
        if (!at_end() && text_[offset_] == '"')
            quoted(cell);
        else
            while (!at_line_end() && text_[offset_] != separator_) take(cell);
        if (at_.line == cell.at.line)
            cell.length = static_cast<std::size_t>(std::max(1, at_.column - cell.at.column));
        return cell;
    }
    void take(CsvCell& cell) {
        cell.text += text_[offset_];
        step();
    }
    void quoted(CsvCell& cell) {
        step();
        while (!at_end()) {
            if (text_[offset_] == '"') {
                step();
                if (at_end() || text_[offset_] != '"') return after_quote();
            }
            take(cell);
        }
        findings_.error("E321", cell.at, "the quote that begins here does not end",
                        "save the table again as CSV, or end the cell with a double quote");
    }
    void after_quote() {
        if (at_line_end() || text_[offset_] == separator_) return;
        findings_.error("E321", at_, "letters stand behind the closing quote of a cell",
                        "save the table again as CSV, or write two double quotes for one within a cell");
        while (!at_line_end() && text_[offset_] != separator_) step();
    }

    std::string_view text_;
    Findings& findings_;
    char separator_;
    std::size_t offset_ = 0;
    TextPosition at_{1, 1};
    std::vector<CsvRow> rows_;
};

}  // namespace

std::vector<CsvRow> read_csv(std::string_view text, Findings& findings) {
    if (refuse_bytes(text, 8 * largest_source, findings)) return {};
    if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
    return CsvReader(text, findings).run();
}

std::string csv_cell(std::string_view text) {
    constexpr std::string_view formula = "=+-@\t\r";
    std::string cell(text);
    if (!text.empty() && formula.find(text.front()) != std::string_view::npos)
        cell.insert(cell.begin(), '\'');
    if (cell.find_first_of(",;\t\r\n\"") == std::string::npos) return cell;
    std::string out = "\"";
    for (const char c : cell) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::string csv_row(const std::vector<std::string>& cells) {
    std::string row;
    for (const std::string& cell : cells) row += csv_cell(cell) + ",";
    if (!row.empty()) row.pop_back();
    return row + "\r\n";
}

}  // namespace touchstone::content
