// SPDX-License-Identifier: Apache-2.0
#include "content/tool/finding.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <numeric>

namespace touchstone::content {

namespace json = boost::json;

namespace {

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

bool same(const Finding& a, const Finding& b) {
    return a.code == b.code && a.file == b.file && a.at == b.at && a.reason == b.reason;
}

const char* word_of(Severity severity) {
    static const char* const words[] = {"error", "warning", "note"};
    return words[static_cast<std::size_t>(severity)];
}

json::object to_object(const Finding& one) {
    json::object object{{"code", one.code},        {"severity", word_of(one.severity)},
                        {"file", one.file},        {"line", one.at.line},
                        {"column", one.at.column}, {"length", one.length},
                        {"reason", one.reason},    {"remedy", one.remedy}};
    const RelatedPlace& related = one.related;
    if (!related.label.empty())
        object["related"] = json::object{{"file", related.file.empty() ? one.file : related.file},
                                         {"line", related.at.line},
                                         {"column", related.at.column},
                                         {"length", related.length},
                                         {"label", related.label}};
    return object;
}

}  // namespace

void Findings::error(const char* code, TextPosition at, std::string reason, std::string remedy,
                     std::size_t length) {
    add({code, Severity::error, file_, at, length, std::move(reason), std::move(remedy)});
}

void Findings::warning(const char* code, TextPosition at, std::string reason, std::string remedy,
                       std::size_t length) {
    add({code, Severity::warning, file_, at, length, std::move(reason), std::move(remedy)});
}

void Findings::note(const char* code, TextPosition at, std::string reason, std::string remedy,
                    std::size_t length) {
    add({code, Severity::note, file_, at, length, std::move(reason), std::move(remedy)});
}

void Findings::add(Finding finding) {
    if (finding.file.empty()) finding.file = file_;
    const bool todo = finding.code == todo_code;
    Kept& kind = todo ? todos_ : others_;
    const std::size_t limit = todo ? most_todos : most;
    if (kind.kept < limit) {
        const std::size_t before = all_.size();
        add_new(all_, {std::move(finding)});
        kind.kept += all_.size() - before;
        return;
    }
    if (kind.kept == limit) {
        ++kind.kept;
        kind.more_at = all_.size();
        all_.push_back({"E159", Severity::note, file_, finding.at, 1,
                        fmt::format("more than {} findings in one file", limit),
                        "correct these first, then check again"});
    }
    all_[kind.more_at].severity = std::min(all_[kind.more_at].severity, finding.severity);
}

bool Findings::has_errors() const { return content::has_errors(all_); }
bool Findings::holds_back() const { return content::holds_back(all_); }

bool has_errors(const std::vector<Finding>& findings) { return fails(findings, false); }

bool has_todos(const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& one) { return one.code == todo_code; });
}

bool holds_back(const std::vector<Finding>& findings) { return has_errors(findings) || has_todos(findings); }

bool fails(const std::vector<Finding>& findings, bool strict) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& one) {
        return one.severity == Severity::error || (strict && one.severity == Severity::warning);
    });
}

void add_new(std::vector<Finding>& all, const std::vector<Finding>& more) {
    for (const Finding& one : more)
        if (std::none_of(all.begin(), all.end(), [&](const Finding& known) { return same(known, one); }))
            all.push_back(one);
}

std::string to_json(const std::vector<Finding>& findings) {
    json::array all;
    for (const Finding& one : findings) all.emplace_back(to_object(one));
    return json::serialize(all);
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
