// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "content/tool/check_ratings.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

content::PackSources small_sources() {
    content::PackSources sources;
    sources.standard = content::default_standard();
    content::Findings findings("x.yaml");
    sources.scenarios.push_back(
        *content::read_scenario(test::small_scenario, sources.standard.standard, nullptr, findings));
    return sources;
}

/// Three readers who agree with what the scenario says, except that `key` gets `ratings`.
std::string csv_with(const content::PackSources& sources, const std::string& key,
                     const std::vector<int>& ratings) {
    std::string csv = "scenario,moment,choice,indicator,reader,kind,rating\n";
    for (const Moment& moment : sources.scenarios[0].scenario.moments)
        for (const Choice& choice : moment.choices)
            for (std::size_t i = 0; i < moment.tests.size(); ++i) {
                const std::string row = "wet-parcel," + moment.id + "," + choice.id + "," +
                                        sources.standard.standard.indicators[moment.tests[i].indicator].id;
                const bool special = row == key;
                for (std::size_t reader = 0; reader < (special ? ratings.size() : 3); ++reader)
                    csv += row + ",reader-" + std::to_string(reader) + ",independent reader," +
                           std::to_string(special ? ratings[reader] : choice.ratings[i]) + "\n";
            }
    return csv;
}

std::vector<content::Finding> checked(const std::vector<int>& ratings) {
    const auto sources = small_sources();
    content::Findings findings("ratings.csv");
    check_ratings(csv_with(sources, "wet-parcel,opening,ask-form,reliable.dependable", ratings), sources,
                  findings);
    return findings.all();
}

}  // namespace

TEST_CASE("a rating is the mean of three readers, rounded half up", "[ratings]") {
    CHECK(checked({2, 2, 2}).empty());
    CHECK(checked({1, 2, 3}).empty());
    CHECK(checked({1, 2, 1, 2}).empty());  // 1.5
    REQUIRE(checked({1, 1, 2}).size() == 1);
    CHECK(checked({1, 1, 2})[0].reason.find("the readers' mean is 1") != std::string::npos);
}

TEST_CASE("nobody writes a rating that no reader gave", "[ratings]") {
    REQUIRE(checked({2, 2}).size() == 1);
    CHECK(checked({2, 2})[0].reason.find("fewer than three readers") != std::string::npos);
    CHECK(checked({2, 2, 9}).size() == 2);
}
