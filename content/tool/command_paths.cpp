// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <boost/json.hpp>
#include <iostream>

#include "content/tool/command_shared.h"
#include "content/tool/commands.h"
#include "content/tool/paths_report.h"

namespace touchstone::content {

namespace json = boost::json;

namespace {

int say_all(const Scenario& scenario, bool as_json) {
    const auto all = list_paths(scenario);
    if (!all) return complain(all.error());
    json::array paths;
    for (const ListedPath& path : *all)
        if (as_json)
            paths.push_back(json::object{{"score", path.score},
                                         {"outcome", path.outcome},
                                         {"path", json::array(path.choices.begin(), path.choices.end())}});
        else
            fmt::print("{:5.1f}  {}  {}\n", path.score, path.outcome, fmt::join(path.choices, ","));
    if (as_json) std::cout << json::serialize(paths) << "\n";
    return clean;
}

int say_path(const std::vector<std::string>& path, bool as_json) {
    if (as_json)
        std::cout << json::serialize(json::array(path.begin(), path.end())) << "\n";
    else
        fmt::print("{}\n", fmt::join(path, ","));
    return clean;
}

}  // namespace

int run_paths(const Options& options) {
    const auto opened = open_scenario(options.path);
    if (!opened) return complain(opened.error());
    const Scenario& scenario = opened->source.scenario;
    const Standard& standard = opened->standard.standard;
    if (options.all) return say_all(scenario, options.json);
    const auto report = report_paths(opened->source, standard);
    if (!report) return complain(report.error());
    if (options.best) return say_path(report->exploration.best_path, options.json);
    if (options.worst) return say_path(report->exploration.worst_path, options.json);
    std::cout << (options.json ? to_json(*report, scenario, standard) + "\n"
                               : to_text(*report, scenario, standard));
    return clean;
}

}  // namespace touchstone::content
