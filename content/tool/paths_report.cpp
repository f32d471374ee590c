// SPDX-License-Identifier: Apache-2.0
#include "content/tool/paths_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>

#include "content/tool/robots.h"
#include "engine/paths/loss.h"

namespace touchstone::content {

namespace {

namespace json = boost::json;

std::vector<bool> marked(const Standard& standard, const std::function<bool(const Indicator&)>& belongs) {
    std::vector<bool> marks;
    for (const Indicator& indicator : standard.indicators) marks.push_back(belongs(indicator));
    return marks;
}

void add_ranges(PathsReport& report, const Scenario& scenario, const Standard& standard) {
    const DecisionGraph graph(scenario);
    const auto range = [&](const std::function<bool(const Indicator&)>& belongs) {
        return quality_range(scenario, graph, marked(standard, belongs));
    };
    for (int level = 1; level <= static_cast<int>(level_count); ++level)
        report.levels.push_back(range([&](const Indicator& i) { return i.level == level; }));
    for (std::size_t b = 0; b < standard.behaviours.size(); ++b)
        report.behaviours.push_back(range([&](const Indicator& i) { return i.behaviour == b; }));
    for (const Indicator& one : standard.indicators)
        report.indicators.push_back(range([&](const Indicator& i) { return i.id == one.id; }));
}

std::string outcome_name(const Scenario& scenario, std::size_t ending, std::size_t outcome) {
    return scenario.endings[ending].id + "/" + scenario.endings[ending].outcomes[outcome].id;
}

double tenths(double value) { return std::round(value * 10) / 10; }

json::object to_value(const Expectation& expected, const Scenario& scenario) {
    json::object outcomes;
    for (std::size_t e = 0; e < expected.outcomes.size(); ++e)
        for (std::size_t o = 0; o < expected.outcomes[e].size(); ++o)
            outcomes[outcome_name(scenario, e, o)] = tenths(100 * expected.outcomes[e][o]);
    return {{"score", tenths(expected.score)},
            {"decisions", tenths(expected.decisions)},
            {"outcomes", std::move(outcomes)}};
}

json::value to_value(const std::optional<QualityRange>& range) {
    if (!range) return nullptr;
    return json::array{tenths(range->least.percent()), tenths(range->most.percent())};
}

json::array names(const std::vector<std::string>& path) { return json::array(path.begin(), path.end()); }

json::object moments_value(const PathsReport& report, const Scenario& scenario) {
    json::object moments;
    for (std::size_t i = 0; i < scenario.moments.size(); ++i) {
        const auto& possible = report.exploration.still_possible[i];
        if (!possible) continue;
        const Loss worst = report.exploration.worst;
        moments[scenario.moments[i].id] =
            json::array{tenths(score_of(possible->unluckiest, worst, possible->unluckiest_red)),
                        tenths(score_of(possible->luckiest, worst, possible->luckiest_red))};
    }
    return moments;
}

class Lister {
public:
    Lister(const Scenario& scenario, std::size_t limit)
        : scenario_(scenario), limit_(limit), potential_(potential_losses(scenario)) {}

    bool walk(const Position& at, Loss lost, bool red) {
        const Moment& moment = scenario_.moments[at.moment];
        for (const std::size_t i : available_choices(moment, at.facts)) {
            const Choice& choice = moment.choices[i];
            const Move move = after_choice(scenario_, at, i);
            const Loss here = lost + choice_loss(moment, choice);
            const bool broken = red || choice.critical();
            path_.push_back(choice.id);
            if (move.end) {
                if (found.size() >= limit_) return false;
                const Loss at_end = loss_at_end(scenario_, potential_, at.moment, &choice, *move.end);
                found.push_back({score_of(here + at_end, scenario_.worst, broken),
                                 outcome_name(scenario_, move.end->ending, move.end->outcome), path_});
            } else if (!walk(move.position, here, broken)) {
                return false;
            }
            path_.pop_back();
        }
        return true;
    }
    std::vector<ListedPath> found;

private:
    const Scenario& scenario_;
    std::size_t limit_;
    std::vector<Loss> potential_;
    std::vector<std::string> path_;
};

}  // namespace

double score_of(Loss loss, Loss worst, bool broke_red_rule) {
    const double score = 100 * (1 - static_cast<double>(loss) / static_cast<double>(worst));
    return broke_red_rule ? std::min(score, 40.0) : score;
}

Result<PathsReport> report_paths(const SourceScenario& source, const Standard& standard) {
    auto explored = explore(source.scenario);
    if (!explored) return explored.error();
    return report_paths(source, standard, std::move(*explored));
}

Result<PathsReport> report_paths(const SourceScenario& source, const Standard& standard,
                                 Exploration explored) {
    const Scenario& scenario = source.scenario;
    PathsReport report;
    report.exploration = std::move(explored);
    const auto expected = [&](const Mixture& mixture) {
        return expect(scenario, report.exploration.worst, mixture);
    };
    auto chance = expected(by_chance), typical = expected(like_typical_staff);
    if (!chance) return chance.error();
    if (!typical) return typical.error();
    report.chance = std::move(*chance);
    report.typical = std::move(*typical);
    for (const Robot& robot : robots(source)) {
        auto score = expected(robot.takes);
        if (!score) return score.error();
        report.robots[robot.name] = std::move(*score);
    }
    add_ranges(report, scenario, standard);
    report.best_decisions = decisions_of(scenario, report.exploration.best_path);
    return report;
}

std::size_t decisions_of(const Scenario& scenario, const std::vector<std::string>& path) {
    std::size_t decisions = 0;
    Encounter now = begin(scenario, 0);
    for (const std::string& id : path) {
        const Moment& moment = scenario.moments[now.moment];
        const bool choice = std::any_of(moment.choices.begin(), moment.choices.end(),
                                        [&](const Choice& one) { return one.id == id; });
        const auto next = choice          ? advance(now, scenario, ChooseEvent{id})
                          : id == "leave" ? advance(now, scenario, LeaveEvent{})
                                          : advance(now, scenario, AskEvent{id});
        if (!next) return decisions;
        decisions += choice ? 1U : 0U;
        now = next->encounter;
    }
    return decisions;
}

Result<std::vector<ListedPath>> list_paths(const Scenario& scenario, std::size_t limit) {
    Lister lister(scenario, limit);
    if (!lister.walk(start_of(scenario), 0, false))
        return Error{Error::Kind::too_large,
                     "scenario `" + scenario.id + "` has more than " + std::to_string(limit) + " paths",
                     "ask for --best and --worst instead"};
    std::stable_sort(lister.found.begin(), lister.found.end(),
                     [](const ListedPath& a, const ListedPath& b) { return a.score > b.score; });
    return std::move(lister.found);
}

std::string to_json(const PathsReport& report, const Scenario& scenario, const Standard& standard) {
    const Exploration& explored = report.exploration;
    json::object policies, levels, behaviours, indicators;
    for (const auto& [name, expected] : report.robots) policies[name] = tenths(expected.score);
    for (std::size_t i = 0; i < report.levels.size(); ++i)
        levels[std::to_string(i + 1)] = to_value(report.levels[i]);
    for (std::size_t i = 0; i < report.behaviours.size(); ++i)
        behaviours[standard.behaviours[i]] = to_value(report.behaviours[i]);
    for (std::size_t i = 0; i < report.indicators.size(); ++i)
        if (report.indicators[i]) indicators[standard.indicators[i].id] = to_value(report.indicators[i]);
    const auto loss = [](Loss units) {
        return static_cast<double>(units) / static_cast<double>(loss_of_one);
    };
    return json::serialize(json::object{
        {"scenario", scenario.id},
        {"version", scenario.version},
        {"states", explored.states},
        {"best", json::object{{"score", tenths(score_of(explored.best, explored.worst, false))},
                              {"loss", loss(explored.best)},
                              {"decisions", report.best_decisions},
                              {"path", names(explored.best_path)}}},
        {"worst",
         json::object{{"score", 0}, {"loss", loss(explored.worst)}, {"path", names(explored.worst_path)}}},
        {"chance", to_value(report.chance, scenario)},
        {"typical", to_value(report.typical, scenario)},
        {"policies", std::move(policies)},
        {"reachable", json::object{{"levels", std::move(levels)},
                                   {"behaviours", std::move(behaviours)},
                                   {"indicators", std::move(indicators)}}},
        {"still-possible", moments_value(report, scenario)},
        {"most-spent", explored.most_spent}});
}

std::string to_text(const PathsReport& report, const Scenario& scenario, const Standard& standard) {
    const Exploration& explored = report.exploration;
    std::string text = fmt::format(
        "{}: {} states, {} of {} moments reached\n"
        "best     100  {}\n"
        "worst      0  {}\n"
        "typical  {:3.0f}  staff who choose as well as the difficulties say\n"
        "chance   {:3.0f}  each choice alike\n",
        scenario.id, explored.states, explored.moments.size(), scenario.moments.size(),
        fmt::join(explored.best_path, ","), fmt::join(explored.worst_path, ","), report.typical.score,
        report.chance.score);
    for (const auto& [name, expected] : report.robots)
        text += fmt::format("robot    {:3.0f}  {}\n", expected.score, name);
    text += "\nstill possible at each moment (after bad luck, after luck)\n";
    for (std::size_t i = 0; i < scenario.moments.size(); ++i)
        if (const auto& possible = explored.still_possible[i])
            text += fmt::format("  {:3.0f} {:3.0f}  {}\n",
                                score_of(possible->unluckiest, explored.worst, possible->unluckiest_red),
                                score_of(possible->luckiest, explored.worst, possible->luckiest_red),
                                scenario.moments[i].id);
    text += "\nreachable (least, most)\n";
    const auto row = [&](const std::optional<QualityRange>& range, const std::string& name) {
        if (range)
            text +=
                fmt::format("  {:3.0f} {:3.0f}  {}\n", range->least.percent(), range->most.percent(), name);
    };
    for (std::size_t i = 0; i < report.levels.size(); ++i)
        row(report.levels[i], "level " + std::to_string(i + 1));
    for (std::size_t i = 0; i < report.behaviours.size(); ++i)
        row(report.behaviours[i], standard.behaviours[i]);
    for (std::size_t i = 0; i < report.indicators.size(); ++i)
        row(report.indicators[i], standard.indicators[i].id);
    text += "\noutcomes by chance\n";
    for (std::size_t e = 0; e < report.chance.outcomes.size(); ++e)
        for (std::size_t o = 0; o < report.chance.outcomes[e].size(); ++o)
            text += fmt::format("  {:3.0f} %  {}\n", 100 * report.chance.outcomes[e][o],
                                outcome_name(scenario, e, o));
    return text;
}

}  // namespace touchstone::content
