// SPDX-License-Identifier: Apache-2.0
#include "engine/play/encounter.h"

#include <catch2/catch_test_macros.hpp>

#include "engine/basics/seeded.h"
#include "tests/support/random_scenario.h"
#include "tests/support/scenario_text.h"

using namespace touchstone;

namespace {

Encounter played(const Scenario& scenario, const std::vector<PlayEvent>& events) {
    Encounter now = begin(scenario, 1);
    for (const PlayEvent& event : events) {
        auto next = advance(now, scenario, event);
        REQUIRE(next);
        now = next->encounter;
    }
    return now;
}

}  // namespace

TEST_CASE("an ask reveals a fact, costs no turn and can be made once", "[play]") {
    const Library library = test::small_library();
    const Scenario& scenario = library.scenarios[0];
    const Encounter asked = played(scenario, {AskEvent{"ask-when"}});
    CHECK(asked.moment == scenario.start);
    CHECK(asked.facts == 1);
    CHECK(asked.state == CustomerState{50, 55, 35});
    CHECK_FALSE(advance(asked, scenario, AskEvent{"ask-when"}));
}

TEST_CASE("a choice moves the customer, and patience thins while the encounter goes on", "[play]") {
    const Library library = test::small_library();
    const Encounter next = played(library.scenarios[0], {ChooseEvent{"own-it"}});
    CHECK(next.state == CustomerState{60, 60, 40});  // 40 + 5 - 5
    CHECK(next.marks == 1);
    CHECK(library.scenarios[0].moments[next.moment].id == "closing");
}

TEST_CASE("a choice that needs a fact is shown only once the fact is found", "[play]") {
    const Library library = test::small_library();
    const Scenario& scenario = library.scenarios[0];
    const Encounter unasked = played(scenario, {ChooseEvent{"own-it"}});
    CHECK(shown_choices(unasked, scenario).size() == 2);
    CHECK_FALSE(advance(unasked, scenario, ChooseEvent{"swap"}));
    const Encounter asked = played(scenario, {AskEvent{"ask-when"}, ChooseEvent{"own-it"}});
    CHECK(shown_choices(asked, scenario).size() == 3);
}

TEST_CASE("when patience is gone the customer leaves at once", "[play]") {
    const Library library = test::small_library();
    const Encounter gone = played(library.scenarios[0], {ChooseEvent{"blame"}});
    REQUIRE(gone.end);
    CHECK(gone.end->how == End::How::patience_gone);
    CHECK(library.scenarios[0].endings[gone.end->ending].id == "leaves");
}

TEST_CASE("leaving ends the encounter, and nothing can follow", "[play]") {
    const Library library = test::small_library();
    const Encounter left = played(library.scenarios[0], {LeaveEvent{}});
    REQUIRE(left.end);
    CHECK(left.end->how == End::How::left);
    CHECK_FALSE(advance(left, library.scenarios[0], ChooseEvent{"own-it"}));
}

TEST_CASE("an impossible event is an error and changes nothing", "[play]") {
    const Library library = test::small_library();
    const Encounter start = begin(library.scenarios[0], 1);
    const auto wrong = advance(start, library.scenarios[0], ChooseEvent{"no-such-choice"});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().detail.find("no-such-choice") != std::string::npos);
    CHECK_FALSE(wrong.error().remedy.empty());
}

TEST_CASE("the outcome is the first whose condition holds", "[play]") {
    const Library library = test::small_library();
    const Scenario& scenario = library.scenarios[0];
    const Encounter best =
        played(scenario, {AskEvent{"ask-when"}, ChooseEvent{"own-it"}, ChooseEvent{"swap"}});
    CHECK(scenario.endings[best.end->ending].outcomes[best.end->outcome].id == "delighted");
    const Encounter form = played(scenario, {ChooseEvent{"ask-form"}, ChooseEvent{"plain-swap"}});
    CHECK(scenario.endings[form.end->ending].outcomes[form.end->outcome].id == "content");
}

TEST_CASE("in a recovery a fix before anybody listened counts half, and satisfaction is capped at the end",
          "[play]") {
    Scenario scenario = test::random_scenario(3, 1, 1);
    scenario.recovery = Recovery{50, false};
    Choice fix;
    fix.steps = step_fix;
    fix.effect = {15, 10, -20};
    CHECK(effect_of(scenario, fix, 0) == Effect{5, 5, -20});
    CHECK(effect_of(scenario, fix, step_listen) == fix.effect);
    fix.steps = step_fix | step_apologise;
    CHECK(effect_of(scenario, fix, 0) == fix.effect);
    CHECK(capped(scenario, {90, 90, 90}).satisfaction == 55);
    scenario.recovery->severe = true;
    CHECK(capped(scenario, {90, 90, 90}).satisfaction == 50);
    scenario.recovery.reset();
    CHECK(capped(scenario, {90, 90, 90}).satisfaction == 90);
}

TEST_CASE("random play never leaves the bounds and replays bit for bit", "[play][property]") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const Scenario scenario = test::random_scenario(seed, 5, 3);
        SplitMix64 random(seed);
        Encounter now = begin(scenario, seed);
        std::vector<PlayEvent> events;
        while (!now.end) {
            const Moment& moment = scenario.moments[now.moment];
            const auto shown = shown_choices(now, scenario);
            REQUIRE_FALSE(shown.empty());
            PlayEvent event = ChooseEvent{moment.choices[shown[random.below(shown.size())]].id};
            if (!moment.asks.empty() && now.asked == 0 && random.below(2) == 0)
                event = AskEvent{moment.asks[0].id};
            if (random.below(30) == 0) event = LeaveEvent{};
            auto next = advance(now, scenario, event);
            REQUIRE(next);
            now = next->encounter;
            events.push_back(event);
            for (const int value : {now.state.satisfaction, now.state.trust, now.state.patience}) {
                CHECK(value >= 0);
                CHECK(value <= 100);
                CHECK(value % 5 == 0);
            }
        }
        Encounter again = begin(scenario, seed);
        for (const PlayEvent& event : events) again = advance(again, scenario, event)->encounter;
        CHECK(again.log == now.log);
        CHECK(again.state == now.state);
        CHECK(again.end->outcome == now.end->outcome);
    }
}
