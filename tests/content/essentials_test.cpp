// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "content/tool/load.h"
#include "content/tool/playthrough.h"
#include "engine/paths/explore.h"
#include "engine/paths/loss.h"
#include "engine/scoring/score_encounter.h"

using namespace touchstone;

namespace {

const std::string essentials = std::string(TOUCHSTONE_SOURCE_DIR) + "/content/essentials";

content::Loaded loaded() {
    auto loaded = content::load(essentials);
    REQUIRE(loaded);
    REQUIRE(loaded->packs.size() == 1);
    return std::move(*loaded);
}

Score score_of(const content::Playable& playable, const std::vector<std::string>& path) {
    const auto encounter = content::play_ids(playable, path, 0);
    if (!encounter) FAIL(encounter.error().detail);
    const auto scoring = score_encounter(playable.library.standard, playable.scenario(), *encounter);
    REQUIRE(scoring);
    return scoring->score;
}

template <class Act>
void for_each_scenario(Act act) {
    const content::Loaded all = loaded();
    REQUIRE(all.packs[0].scenarios.size() == 3);
    for (const auto& source : all.packs[0].scenarios) {
        const auto playable = content::make_playable(all.packs[0].standard, source);
        REQUIRE(playable);
        DYNAMIC_SECTION(source.scenario.id) { act(*playable); }
    }
}

/// A policy that picks one of the shown choices; it never asks.
template <class Pick>
int robot_score(const content::Playable& playable, std::uint64_t seed, Pick pick) {
    Encounter now = begin(playable.scenario(), seed);
    while (!now.end) {
        const Moment& moment = playable.scenario().moments[now.moment];
        const std::size_t choice = pick(moment, shown_choices(now, playable.scenario()));
        now = advance(now, playable.scenario(), ChooseEvent{moment.choices[choice].id})->encounter;
    }
    return score_encounter(playable.library.standard, playable.scenario(), now)->score.shown();
}

}  // namespace

TEST_CASE("the pack essentials has no error and no warning", "[essentials]") {
    const content::Loaded all = loaded();
    CHECK_FALSE(content::fails(all.findings, true));
    for (const content::Finding& finding : all.findings)
        if (finding.severity != content::Severity::note) FAIL_CHECK(content::to_human(finding, all.sources));
}

TEST_CASE("in every scenario the best path gives 100 and the best outcome, the worst 0", "[essentials]") {
    for_each_scenario([](const content::Playable& playable) {
        const auto explored = explore(playable.scenario());
        REQUIRE(explored);
        CHECK(score_of(playable, explored->best_path).tenths == 1000);
        CHECK(score_of(playable, explored->worst_path).tenths == 0);
        const auto best = content::play_ids(playable, explored->best_path, 0);
        CHECK(playable.scenario().endings[best->end->ending].outcomes[best->end->outcome].value == 100);
    });
}

TEST_CASE("the best path takes five to seven decisions", "[essentials]") {
    for_each_scenario([](const content::Playable& playable) {
        const auto explored = explore(playable.scenario());
        std::size_t decisions = 0;
        for (const std::string& id : explored->best_path)
            for (const Moment& moment : playable.scenario().moments)
                for (const Choice& choice : moment.choices) decisions += choice.id == id ? 1U : 0U;
        CHECK(decisions >= 5);
        CHECK(decisions <= 7);
    });
}

TEST_CASE("leaving at the first moment is no better than staying", "[essentials]") {
    for_each_scenario([](const content::Playable& playable) {
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

TEST_CASE("robots that do not think fail", "[essentials]") {
    for_each_scenario([](const content::Playable& playable) {
        const auto length = [&](const Moment& moment, std::size_t choice) {
            return playable.texts
                .find("en",
                      playable.scenario().id + "/" + moment.id + "/" + moment.choices[choice].id + "/says")
                .size();
        };
        double first = 0, longest = 0;
        constexpr int seeds = 60;
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            first += robot_score(playable, seed, [](const Moment&, const std::vector<std::size_t>& shown) {
                return shown.front();
            });
            longest +=
                robot_score(playable, seed, [&](const Moment& moment, const std::vector<std::size_t>& shown) {
                    return *std::max_element(shown.begin(), shown.end(), [&](std::size_t a, std::size_t b) {
                        return length(moment, a) < length(moment, b);
                    });
                });
        }
        CHECK(first / seeds < 60);
        CHECK(longest / seeds < 60);
    });
}

TEST_CASE("golden playthroughs end as their authors say", "[essentials]") {
    const content::Loaded all = loaded();
    int replayed = 0;
    for (const auto& entry : std::filesystem::directory_iterator(essentials + "/playthroughs")) {
        const auto text = content::read_file(entry.path());
        REQUIRE(text);
        content::Findings findings(entry.path().string());
        content::replay_file(*text, all.packs[0].standard, all.packs[0].scenarios, findings);
        for (const content::Finding& finding : findings.all()) FAIL_CHECK(content::to_human(finding, *text));
        ++replayed;
    }
    CHECK(replayed == 9);
}
