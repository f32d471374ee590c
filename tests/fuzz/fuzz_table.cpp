// SPDX-License-Identifier: Apache-2.0
#include "content/tool/csv.h"
#include "content/tool/ratings_table.h"
#include "tests/fuzz/fuzz.h"

using namespace touchstone;
using namespace touchstone::content;

/// A table: what was read can be written and reads the same again, but for the apostrophe before a formula.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = test::text_of(data, size);
    Findings findings("fuzz.csv");
    const auto rows = read_csv(text, findings);
    read_ratings_table(text, findings);
    if (findings.has_errors()) return 0;
    for (const CsvRow& row : rows)
        for (const CsvCell& cell : row) {
            const std::string written = csv_cell(cell.text);
            Findings again("again.csv");
            const auto same = read_csv("head,line\r\n" + written + ",\r\n", again);
            test::must(!again.has_errors() && same.size() <= 2);
            if (same.size() == 2 && same[1][0].text.front() != '\'') test::must(same[1][0].text == cell.text);
        }
    return 0;
}
