// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <map>
#include <set>

#include "content/tool/coverage.h"
#include "content/tool/load.h"
#include "content/tool/paths_report.h"
#include "content/tool/play_scenario.h"
#include "engine/paths/explore.h"
#include "engine/paths/loss.h"
#include "engine/scoring/score_encounter.h"

using namespace touchstone;

namespace {

const std::string content_folder = std::string(TOUCHSTONE_SOURCE_DIR) + "/content";

/// Every pack, read and checked once for all tests of this file.
const content::Loaded& loaded() {
    static const Result<content::Loaded> all = content::load(content_folder);
    REQUIRE(all);
    REQUIRE_FALSE(all->packs.empty());
    return *all;
}

Score score_of(const content::Playable& playable, const std::vector<std::string>& path) {
    const auto encounter = content::play_ids(playable, path, 0);
    if (!encounter) FAIL(encounter.error().detail);
    const auto scoring = score_encounter(playable.library.standard, playable.scenario(), *encounter);
    REQUIRE(scoring);
    return scoring->score;
}

/// act(source, playable) for each scenario of each pack.
template <class Act>
void for_each_scenario(Act act) {
    for (const content::PackSources& pack : loaded().packs)
        for (const content::SourceScenario& source : pack.scenarios) {
            const auto playable = content::make_playable(pack.standard, source);
            REQUIRE(playable);
            INFO(pack.pack.id << "/" << source.scenario.id);
            act(source, *playable);
        }
}

}  // namespace

// One test case: the packs are read and explored once.
TEST_CASE("every pack keeps what the checker and its playthroughs promise", "[packs]") {
    SECTION("no pack has an error or a warning") {
        CHECK_FALSE(content::fails(loaded().findings, true));
        for (const content::Finding& finding : loaded().findings)
            if (finding.severity != content::Severity::note)
                FAIL_CHECK(content::to_human(finding, loaded().sources));
    }
    SECTION("in every scenario the best path gives 100 and the best outcome, the worst 0") {
        for_each_scenario([](const content::SourceScenario&, const content::Playable& playable) {
            const auto explored = explore(playable.scenario());
            REQUIRE(explored);
            CHECK(score_of(playable, explored->best_path).tenths == 1000);
            CHECK(score_of(playable, explored->worst_path).tenths == 0);
            const auto best = content::play_ids(playable, explored->best_path, 0);
            CHECK(playable.scenario().endings[best->end->ending].outcomes[best->end->outcome].value == 100);
        });
    }
    SECTION("the best path takes five to seven decisions, and robots that do not think fail") {
        for_each_scenario([](const content::SourceScenario& source, const content::Playable& playable) {
            const auto report = content::report_paths(source, playable.library.standard);
            REQUIRE(report);
            CHECK(report->best_decisions >= 5);
            CHECK(report->best_decisions <= 7);
            for (const auto& [robot, expected] : report->robots) {
                INFO(robot);
                CHECK(expected.score < 60);
            }
        });
    }
    SECTION("leaving at the first moment is no better than staying") {
        for_each_scenario([](const content::SourceScenario&, const content::Playable& playable) {
            const int leaving = score_of(playable, {"leave"}).shown();
            Encounter now = begin(playable.scenario(), 0);
            for (const Choice& choice : playable.scenario().moments[now.moment].choices) {
                if (choice.needs != 0) continue;
                const auto next = advance(now, playable.scenario(), ChooseEvent{choice.id});
                REQUIRE(next);
                const auto least = least_loss_from(playable.scenario(), next->encounter);
                REQUIRE(least);
                if (next->encounter.end) continue;
                const Loss own = choice_loss(playable.scenario().moments[now.moment], choice);
                CHECK(path_score(own + *least, playable.scenario().worst, false).shown() >= leaving);
            }
            CHECK(leaving < 50);
        });
    }
    SECTION("every scenario has a golden playthrough of its best, its worst and a typical path") {
        for (const content::PackSources& pack : loaded().packs)
            for (const content::SourceScenario& source : pack.scenarios) {
                INFO(pack.pack.id << "/" << source.scenario.id);
                int found = 0;
                for (const auto& entry : std::filesystem::directory_iterator(
                         content_folder + "/" + pack.pack.id + "/playthroughs")) {
                    const auto text = content::read_file(entry.path());
                    REQUIRE(text);
                    found +=
                        text->find("scenario: " + source.scenario.id + "\n") != std::string::npos ? 1 : 0;
                }
                CHECK(found >= 3);
            }
    }
    SECTION("every indicator is the first of at least eight moments, every behaviour of 25") {
        std::map<std::string, int> of_indicator, of_behaviour;
        for (const content::PackSources& pack : loaded().packs)
            for (const content::SourceScenario& source : pack.scenarios)
                for (const Moment& moment : source.scenario.moments) {
                    const Standard& standard = pack.standard.standard;
                    const Indicator& first = standard.indicators[moment.tests.front().indicator];
                    ++of_indicator[first.id];
                    ++of_behaviour[standard.behaviours[first.behaviour]];
                }
        for (const Indicator& indicator : loaded().packs.front().standard.standard.indicators) {
            INFO(indicator.id);
            CHECK(of_indicator[indicator.id] >= 8);
        }
        for (const auto& [behaviour, count] : of_behaviour) {
            INFO(behaviour);
            CHECK(count >= 25);
        }
    }
    SECTION("there are at least sixty drills, with three customers each") {
        std::size_t drills = 0;
        for (const content::PackSources& pack : loaded().packs)
            for (const content::SourceDrill& drill : pack.drills) {
                ++drills;
                INFO(drill.id);
                std::set<std::string> customers;
                for (const content::SourceText& text : drill.all_texts())
                    if (text.address.ends_with("/customer/name")) customers.insert(text.text);
                CHECK(customers.size() == drill.variants.size());
            }
        CHECK(drills >= 60);
    }
    SECTION("every scenario was reviewed: at least 24 of 30 points, and a kit for its coach") {
        for (const content::PackSources& pack : loaded().packs) {
            const std::string folder = content_folder + "/" + pack.pack.id;
            const auto review = content::read_file(folder + "/review.md");
            REQUIRE(review);
            for (const content::SourceScenario& source : pack.scenarios) {
                INFO(pack.pack.id << "/" << source.scenario.id);
                std::string title;
                for (const content::SourceText& text : source.texts)
                    if (text.address == source.scenario.id + "/title") title = text.text;
                const auto row = review->find("| " + title + " | ");
                REQUIRE(row != std::string::npos);
                CHECK(std::stoi(review->substr(row + title.size() + 5)) >= 24);
                if (pack.pack.id != "essentials")
                    CHECK(std::filesystem::exists(folder + "/coach/" + source.scenario.id + ".md"));
            }
        }
    }
    SECTION("docs/library.md says what the packs practise") {
        std::string expected;
        for (const content::Coverage& coverage : content::cover(loaded().packs))
            expected += content::to_markdown(coverage);
        const auto page = content::read_file(std::string(TOUCHSTONE_SOURCE_DIR) + "/docs/library.md");
        REQUIRE(page);
        INFO("make it anew: touchstone-content coverage content --format markdown > docs/library.md");
        CHECK(*page == expected);
    }
}
