// SPDX-License-Identifier: Apache-2.0
#include "game/author/build_report.h"

#include <algorithm>
#include <boost/json.hpp>

namespace touchstone::game {
namespace json = boost::json;
namespace {

std::string text_at(const json::object& in, const char* key) {
    return json::value_to<std::string>(in.at(key));
}

std::string place_of(const json::object& finding, const std::string& folder) {
    std::string file = text_at(finding, "file");
    if (file.starts_with(folder + "/")) file.erase(0, folder.size() + 1);
    return file + ":" + std::to_string(finding.at("line").to_number<int>()) + ":" +
           std::to_string(finding.at("column").to_number<int>());
}

BuildReport::Weight weight_of(const std::string& severity) {
    if (severity == "error") return BuildReport::Weight::error;
    return severity == "warning" ? BuildReport::Weight::warning : BuildReport::Weight::note;
}

BuildReport read(const json::object& in, const std::string& folder) {
    constexpr const char* to_do = "W480";
    BuildReport report;
    report.number = in.at("build").to_number<int>();
    report.milliseconds = in.at("milliseconds").to_number<std::int64_t>();
    for (const json::value& one : in.at("packs").as_array())
        report.packs.push_back({text_at(one.as_object(), "path"),
                                json::value_to<std::vector<std::string>>(one.as_object().at("drafts"))});
    for (const json::value& one : in.at("findings").as_array()) {
        const json::object& finding = one.as_object();
        const std::string code = text_at(finding, "code");
        report.findings.push_back({weight_of(text_at(finding, "severity")), code, place_of(finding, folder),
                                   text_at(finding, "reason"), text_at(finding, "remedy"), code == to_do});
    }
    // What must be mended first comes first; files stay together in their order.
    std::stable_sort(report.findings.begin(), report.findings.end(),
                     [](const auto& a, const auto& b) { return a.weight < b.weight; });
    if (const json::value* problem = in.if_contains("problem")) {
        report.problem = text_at(problem->as_object(), "detail");
        report.remedy = text_at(problem->as_object(), "remedy");
    }
    return report;
}

}  // namespace

long BuildReport::errors() const {
    return std::count_if(findings.begin(), findings.end(),
                         [](const Finding& one) { return one.weight == Weight::error; });
}

long BuildReport::warnings() const {
    return std::count_if(findings.begin(), findings.end(),
                         [](const Finding& one) { return one.weight == Weight::warning; });
}

long BuildReport::to_do() const {
    return std::count_if(findings.begin(), findings.end(), [](const Finding& one) { return one.to_do; });
}

Result<BuildReport> read_build_report(std::string_view line, const std::string& folder) {
    try {
        return read(json::parse(json::string_view(line.data(), line.size())).as_object(), folder);
    } catch (const std::exception& problem) {
        return Error{Error::Kind::malformed,
                     std::string("the author's tool said something unknown: ") + problem.what(),
                     "install touchstone and touchstone-content of one version"};
    }
}

}  // namespace touchstone::game
