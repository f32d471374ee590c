// SPDX-License-Identifier: Apache-2.0
#include "server_sync/server/people/people_csv.h"

#include <fmt/format.h>

#include "engine/basics/utf8.h"

namespace touchstone::sync {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t longest_name = 200;

Error wrong(int line, const std::string& why) {
    return {
        Error::Kind::malformed, fmt::format("line {}: {}", line, why),
        "Write one person on each line: \"Harbour Street\",\"Anna Kowalska\"; the first line is site,name."};
}

/// Fields of one line; quotes double inside quotes. False when a quote is not closed.
bool read_fields(std::string_view line, std::vector<std::string>& fields) {
    fields.assign(1, {});
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"') {
            if (quoted && i + 1 < line.size() && line[i + 1] == '"')
                fields.back() += line[++i];
            else
                quoted = !quoted;
        } else if (line[i] == ',' && !quoted) {
            fields.emplace_back();
        } else {
            fields.back() += line[i];
        }
    }
    return !quoted;
}

}  // namespace

Result<std::vector<CsvPerson>> read_people_csv(std::string_view text) {
    if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
    std::vector<CsvPerson> people;
    std::vector<std::string> fields;
    for (int number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.empty()) continue;
        if (!is_valid_utf8(line)) return wrong(number, "it is not UTF-8");
        if (!read_fields(line, fields)) return wrong(number, "a quote is not closed");
        if (fields.size() != 2) return wrong(number, fmt::format("{} fields instead of 2", fields.size()));
        if (number == 1) {
            if (line != "site,name") return wrong(number, "the first line is not site,name");
            continue;
        }
        if (fields[0].empty() || fields[1].empty()) return wrong(number, "a field is empty");
        if (fields[1].size() > longest_name) return wrong(number, "the name is longer than 200 bytes");
        people.push_back({fields[0], fields[1]});
    }
    return people;
}

}  // namespace touchstone::sync
