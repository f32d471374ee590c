// SPDX-License-Identifier: Apache-2.0
#include "content/tool/finding.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <numeric>

namespace touchstone::content {

namespace {

std::string_view line_of(std::string_view source, int line) {
    for (; line > 1; --line) {
        const auto end = source.find('\n');
        if (end == std::string_view::npos) return {};
        source.remove_prefix(end + 1);
    }
    std::string_view text = source.substr(0, source.find('\n'));
    constexpr std::size_t most = 240;  // a line may be a whole megabyte; longer ones are cut at a code point
    if (text.size() > most) text = text.substr(0, most);
    while (!text.empty() && text.size() == most && (static_cast<unsigned char>(text.back()) & 0x80U) != 0)
        text.remove_suffix(1);
    return text;
}

std::size_t edits_between(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

const char* word_of(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

}  // namespace

void Findings::error(const char* code, TextPosition at, std::string reason, std::string remedy,
                     std::size_t length) {
    all_.push_back({code, Severity::error, file_, at, length, std::move(reason), std::move(remedy)});
}

void Findings::warning(const char* code, TextPosition at, std::string reason, std::string remedy,
                       std::size_t length) {
    all_.push_back({code, Severity::warning, file_, at, length, std::move(reason), std::move(remedy)});
}

bool Findings::has_errors() const { return content::has_errors(all_); }

bool has_errors(const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& one) { return one.severity == Severity::error; });
}

std::string to_human(const Finding& finding, std::string_view source) {
    const std::string line_number = std::to_string(finding.at.line);
    const std::string margin(line_number.size(), ' ');
    std::string text = fmt::format("{}[{}]: {}\n{}--> {}:{}:{}\n", word_of(finding.severity), finding.code,
                                   finding.reason, margin, finding.file, finding.at.line, finding.at.column);
    if (const std::string_view line = line_of(source, finding.at.line); !line.empty())
        text += fmt::format("{0} |\n{1} | {2}\n{0} | {3}{4}\n", margin, line_number, line,
                            std::string(static_cast<std::size_t>(finding.at.column - 1), ' '),
                            std::string(std::max<std::size_t>(finding.length, 1), '^'));
    return text + fmt::format("{} = help: {}\n", margin, finding.remedy);
}

std::string to_json(const std::vector<Finding>& findings) {
    boost::json::array all;
    for (const Finding& one : findings)
        all.push_back(boost::json::object{{"code", one.code},
                                          {"severity", word_of(one.severity)},
                                          {"file", one.file},
                                          {"line", one.at.line},
                                          {"column", one.at.column},
                                          {"reason", one.reason},
                                          {"remedy", one.remedy}});
    return boost::json::serialize(all);
}

std::string did_you_mean(std::string_view wrong, const std::vector<std::string>& known) {
    constexpr std::size_t close = 2;
    constexpr std::size_t longest = 60;
    if (wrong.size() > longest) return {};
    const auto nearest =
        std::min_element(known.begin(), known.end(), [&](const std::string& a, const std::string& b) {
            return edits_between(wrong, a) < edits_between(wrong, b);
        });
    if (nearest == known.end() || edits_between(wrong, *nearest) > close) return {};
    return "; did you mean `" + *nearest + "`?";
}

}  // namespace touchstone::content
