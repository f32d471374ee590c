// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "engine/paths/explore.h"
#include "tests/game/tablet.h"

namespace touchstone::game::test {
namespace {

constexpr Size landscape{1280, 800};
constexpr Micros day = Micros{86'400} * 1'000'000;

std::vector<std::string> worst_path(const LoadedPack& pack, std::size_t scenario) {
    const auto explored = explore(pack.library.scenarios[scenario]);
    REQUIRE(explored);
    return explored->worst_path;
}

/// A tablet on which the first scenario went as badly as it can, yesterday.
struct Yesterday : Tablet {
    Yesterday() : Tablet(shop()) {
        name_myself();
        play(0, worst_path(loaded, 0));
        app.act(FinishDebrief{});
        clock.skip(day);
        app.act(OpenPage{Page::home});
    }
    const Drill& drill() const { return loaded.library.drills[app.state().drilling->drill]; }
    const Moment& variant() const { return drill().variants[app.state().drilling->run.variant].moment; }
    void answer() {
        clock.skip(20'000'000);
        app.act(PickAnswer{variant().choices.front().id});
        app.act(ShowAnswer{});
    }
};

}  // namespace

TEST_CASE("what went badly comes back as drills on the next day, before the next scenario", "[session]") {
    Yesterday tablet;
    REQUIRE_FALSE(drills_only(tablet.app.state().learner).empty());
    Headless headless;
    CHECK(headless.frame(tablet.app, landscape).find_label("Sixty-second drill") != nullptr);
    REQUIRE(headless.tap(tablet.app, landscape, "10 min"));
    REQUIRE(headless.tap(tablet.app, landscape, "START"));
    REQUIRE(tablet.app.state().screen == Screen::drill);
    CHECK(tablet.drill().from_scenario == tablet.loaded.library.scenarios[0].id);
    std::size_t drills = 0;
    while (tablet.app.state().screen == Screen::drill) {
        tablet.answer();
        ++drills;
        tablet.app.act(NextItem{});
    }
    CHECK(drills >= 1);
    CHECK(drills <= 5);
    CHECK(tablet.app.state().screen == Screen::stage);
}

TEST_CASE("a drill shows nothing of its point before the answer is in the log", "[session]") {
    Yesterday tablet;
    tablet.app.act(StartDrills{});
    Headless headless;
    const Choice& first = tablet.variant().choices.front();
    const std::string base = "drills/" + tablet.drill().id + "/";
    const std::string title = tablet.loaded.texts.find("en", base + "title"),
                      reply = tablet.loaded.texts.find("en", base + tablet.variant().id + "/" + first.id + "/reply");
    const auto shows = [&](const std::string& text) {
        for (const Node& node : headless.frame(tablet.app, landscape).nodes)
            if ((node.label + "\n" + node.value).find(text) != std::string::npos) return true;
        return false;
    };
    tablet.app.act(PickAnswer{first.id});
    tablet.app.act(SetConfidence{3});
    CHECK_FALSE(shows(title));
    CHECK_FALSE(shows(reply));
    const std::size_t before = tablet.records().size();
    tablet.app.act(ShowAnswer{});
    CHECK(tablet.records().size() == before + 1);
    CHECK(std::get<DrillAnswered>(tablet.records().back().body).confidence == 3);
    CHECK(shows(title));
    CHECK(shows(reply));
}

TEST_CASE("an answer too quick to have been read is told at once, and leaves the map as it was", "[session]") {
    Yesterday tablet;
    tablet.app.act(StartDrills{});
    tablet.clock.skip(50'000);
    tablet.app.act(PickAnswer{tablet.variant().choices.front().id});
    tablet.app.act(SetConfidence{3});
    tablet.app.act(ShowAnswer{});
    CHECK(tablet.app.state().drilling->reveal->rapid);
    Headless headless;
    bool told = false;
    for (const Node& node : headless.frame(tablet.app, landscape).nodes)
        told = told || (node.label + node.value).find("Too quick to have been read") != std::string::npos;
    CHECK(told);
}

TEST_CASE("without an answer a drill reveals nothing, and leaving it leaves no record", "[session]") {
    Yesterday tablet;
    tablet.app.act(StartDrills{});
    const std::size_t before = tablet.records().size();
    tablet.app.act(ShowAnswer{});
    CHECK_FALSE(tablet.app.state().drilling->reveal.has_value());
    tablet.app.act(LeaveDrill{});
    CHECK(tablet.app.state().screen == Screen::home);
    CHECK(tablet.records().size() == before);
}

TEST_CASE("five drills a day are enough: what is left waits and is no debt", "[session]") {
    Yesterday tablet;
    for (std::size_t scenario = 1; scenario < tablet.loaded.library.scenarios.size(); ++scenario) {
        tablet.play(scenario, worst_path(tablet.loaded, scenario));
        tablet.app.act(FinishDebrief{});
    }
    tablet.clock.skip(day);
    tablet.app.act(OpenPage{Page::home});
    int answered = 0;
    while (!drills_only(tablet.app.state().learner).empty()) {
        tablet.app.act(StartDrills{});
        while (tablet.app.state().screen == Screen::drill) {
            tablet.answer();
            ++answered;
            tablet.app.act(NextItem{});
        }
    }
    CHECK(answered == drills_a_day);
}

TEST_CASE("the turning point can be tried again: kept apart, with the coach's words after each answer",
          "[session]") {
    Tablet tablet;
    tablet.name_myself();
    tablet.play(0, worst_path(tablet.loaded, 0));
    REQUIRE(tablet.app.state().screen == Screen::debrief);
    Headless headless;
    REQUIRE(headless.tap(tablet.app, landscape, "Try this moment again"));
    REQUIRE(tablet.app.state().screen == Screen::stage);
    const auto begun = std::get<EncounterBegun>(tablet.records().back().body);
    CHECK(begun.mode == "retry");
    CHECK(begun.parent_encounter.has_value());
    const Playing playing = *tablet.app.state().playing;
    const Scenario& scenario = tablet.loaded.library.scenarios[0];
    const Moment& moment = scenario.moments[playing.encounter.moment];
    const std::size_t best = best_choice(moment, playing.encounter.facts);
    tablet.choose(moment.choices[best].id);
    const std::string feedback = tablet.loaded.texts.find(
        "en", scenario.id + "/" + moment.id + "/" + moment.choices[best].id + "/feedback");
    CHECK(headless.frame(tablet.app, landscape).find_label(feedback) != nullptr);
    tablet.app.act(GoOn{});
    if (tablet.app.state().screen == Screen::stage) tablet.app.act(EndHere{});
    tablet.app.act(FinishDebrief{});
    const AttemptScores& scores = tablet.app.state().learner.fold.scenarios.at(scenario.id);
    CHECK(scores.attempts == 1);
    CHECK(scores.retries == 1);
    CHECK(scores.best == 0);
}

TEST_CASE("a retry that was cut off goes on as a retry", "[session]") {
    Tablet tablet;
    tablet.name_myself();
    tablet.play(0, worst_path(tablet.loaded, 0));
    tablet.app.act(Retry{});
    const CustomerState state = tablet.app.state().playing->encounter.state;
    const std::string person = tablet.app.state().person->id.text;
    tablet.open();
    tablet.app.act(PickPerson{person});
    Headless headless;
    REQUIRE(headless.tap(tablet.app, landscape, "GO ON"));
    CHECK(tablet.app.state().playing->mode == "retry");
    CHECK(tablet.app.state().playing->encounter.state == state);
}

TEST_CASE("the encounter can be seen from the other side, moment by moment", "[session]") {
    Tablet tablet;
    tablet.name_myself();
    const auto path = worst_path(tablet.loaded, 0);
    tablet.play(0, path);
    Headless headless;
    REQUIRE(headless.tap(tablet.app, landscape, "The other side"));
    REQUIRE(tablet.app.state().screen == Screen::shoes);
    const std::size_t moments = tablet.app.state().playing->scoring->choices.size();
    for (std::size_t i = 1; i < moments; ++i) REQUIRE(headless.tap(tablet.app, landscape, "Next moment"));
    REQUIRE(headless.tap(tablet.app, landscape, "Back to the score"));
    CHECK(tablet.app.state().screen == Screen::debrief);
}

TEST_CASE("the map shows a number from enough evidence on, and what moved it", "[session]") {
    Tablet tablet(shop());
    tablet.name_myself();
    tablet.app.act(OpenPage{Page::map});
    Headless headless;
    const auto numbers = [&] {
        int count = 0;
        for (const Node& node : headless.frame(tablet.app, landscape).nodes)
            if (node.id.starts_with("behaviour/") && !node.value.empty() && node.value[0] >= '0' && node.value[0] <= '9')
                ++count;
        return count;
    };
    CHECK(numbers() == 0);
    for (std::size_t scenario = 0; scenario < 3; ++scenario) {
        tablet.play(scenario, worst_path(tablet.loaded, scenario));
        tablet.app.act(FinishDebrief{});
    }
    tablet.app.act(OpenPage{Page::map});
    int expected = 0;
    for (std::size_t i = 0; i < behaviour_count; ++i)
        if (may_show(tablet.app.state().learner.now, i)) ++expected;
    REQUIRE(expected > 0);
    CHECK(numbers() == expected);
    std::size_t shown = 0;
    while (!may_show(tablet.app.state().learner.now, shown)) ++shown;
    tablet.app.act(LookAt{shown});
    const std::string title = tablet.loaded.texts.find("en", tablet.loaded.library.scenarios[2].id + "/title");
    bool told = false;
    for (const Node& node : headless.frame(tablet.app, landscape).nodes)
        told = told || node.value.find(" · today") != std::string::npos;
    CHECK(told);
}

TEST_CASE("a sector that was chosen is what home offers, also after a restart", "[session]") {
    Tablet tablet;
    tablet.name_myself();
    tablet.app.act(SetSector{"hotel"});
    for (const RankedPractice& one : tablet.app.state().learner.ranked)
        CHECK(tablet.loaded.library.scenarios[one.candidate].sector == "hotel");
    const std::string person = tablet.app.state().person->id.text;
    tablet.open();
    tablet.app.act(PickPerson{person});
    REQUIRE_FALSE(tablet.app.state().learner.ranked.empty());
    CHECK(tablet.app.state().sector == "hotel");
}

TEST_CASE("a person takes all that is kept of them along as a file", "[session]") {
    Tablet tablet;
    tablet.name_myself();
    tablet.play(0, worst_path(tablet.loaded, 0));
    tablet.app.act(FinishDebrief{});
    tablet.app.act(KeepCopy{});
    REQUIRE(tablet.app.state().screen != Screen::problem);
    std::string copy;
    for (const auto& entry : std::filesystem::directory_iterator(tablet.folder.file("copies")))
        copy = entry.path().string();
    CHECK(copy.find("Daria") != std::string::npos);
    const auto text = platform::read_file(copy);
    REQUIRE(text);
    CHECK(static_cast<std::size_t>(std::count(text->begin(), text->end(), '\n')) == tablet.records().size());
    CHECK(text->find("\"kind\":\"encounter-finished\"") != std::string::npos);
}

}  // namespace touchstone::game::test
