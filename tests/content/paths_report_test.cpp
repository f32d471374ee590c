// SPDX-License-Identifier: Apache-2.0
#include "content/tool/paths_report.h"

#include <algorithm>
#include <boost/json.hpp>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "content/tool/check_scenario.h"
#include "content/tool/robots.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;
using Catch::Approx;

namespace {

struct Small {
    Standard standard = content::default_standard().standard;
    content::Findings findings{"small.yaml"};
    content::SourceScenario source =
        *content::read_scenario(test::small_scenario, standard, nullptr, findings);
    Small() { content::check_scenario(source, standard, nullptr, findings); }
};

const content::Robot& robot(const std::vector<content::Robot>& all, const std::string& name) {
    return *std::find_if(all.begin(), all.end(), [&](const content::Robot& one) { return one.name == name; });
}

}  // namespace

TEST_CASE("the report of paths agrees with the list of every play", "[paths]") {
    const Small small;
    const auto report = content::report_paths(small.source, small.standard);
    const auto all = content::list_paths(small.source.scenario);
    REQUIRE(report);
    REQUIRE(all);
    CHECK(report->exploration.best == 0);
    for (const content::ListedPath& path : *all) {
        CHECK(path.score <= 100);
        CHECK(path.score >= 0);
    }
    CHECK(std::is_sorted(all->begin(), all->end(),
                         [](const auto& a, const auto& b) { return a.score > b.score; }));
    CHECK(report->chance.score <= all->front().score);
    CHECK(report->chance.score >= all->back().score);
    double sum = 0;
    for (const auto& ending : report->chance.outcomes)
        for (const double probability : ending) sum += probability;
    CHECK(sum == Approx(1));
}

TEST_CASE("more paths than can be listed are refused with another way", "[paths]") {
    const Small small;
    const auto refused = content::list_paths(small.source.scenario, 2);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::too_large);
    CHECK_FALSE(refused.error().remedy.empty());
}

TEST_CASE("each robot takes what it is named for", "[paths]") {
    const Small small;
    const Scenario& scenario = small.source.scenario;
    const auto all = content::robots(small.source);
    for (const Moment& moment : scenario.moments) {
        const auto available = available_choices(moment, 255);
        CHECK(robot(all, "first").takes(moment, available)[0] == Approx(1));
        for (const content::Robot& one : all) {
            double sum = 0;
            for (const double share : one.takes(moment, available)) sum += share;
            CHECK(sum == Approx(1));
        }
    }
    const Moment& closing = scenario.moments[*scenario.find_moment("closing")];
    const auto compensating = robot(all, "always-compensate").takes(closing, available_choices(closing, 255));
    for (std::size_t i = 0; i < closing.choices.size(); ++i) {
        const auto& bend = closing.choices[i].bend;
        if (compensating[i] > 0) CHECK((bend && bend->cost > 0));
    }
}

TEST_CASE("the report is one JSON object with scores, policies and ranges", "[paths]") {
    const Small small;
    const auto report = content::report_paths(small.source, small.standard);
    const auto value = boost::json::parse(content::to_json(*report, small.source.scenario, small.standard));
    const auto& object = value.as_object();
    CHECK(object.at("best").at("score").to_number<double>() == 100);
    CHECK(object.at("worst").at("score").to_number<double>() == 0);
    CHECK(object.at("policies").as_object().size() == 5);
    CHECK(object.at("reachable").at("behaviours").as_object().size() == 7);
    CHECK(object.at("still-possible").at("opening").as_array().size() == 2);
}
