// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "game/app/forget_numbers.h"
#include "tests/game/tablet.h"

namespace touchstone::game::test {
namespace {

constexpr Size landscape{1280, 800};
constexpr Micros second = 1'000'000;

void type(App& app, const std::string& digits) {
    for (const char digit : digits) app.act(TypePin{{std::string(1, digit)}});
}

/// A tablet on which Daria has chosen 4711 and sits at home.
struct Locked : Tablet {
    Locked() {
        ask_for_numbers();
        name_myself();
        type(app, "4711");
        type(app, "4711");
    }
    std::string person() const { return app.state().people.front().id.text; }
};

}  // namespace

TEST_CASE("four numbers are chosen twice and then open the page with the fourth", "[lock]") {
    Locked tablet;
    REQUIRE(tablet.app.state().screen == Screen::home);
    tablet.app.act(ShowPeople{});
    tablet.app.act(PickPerson{tablet.person()});
    CHECK(tablet.app.state().screen == Screen::who);
    type(tablet.app, "471");
    CHECK_FALSE(tablet.app.state().person.has_value());
    type(tablet.app, "1");
    CHECK(tablet.app.state().screen == Screen::home);
}

TEST_CASE("wrong numbers show nothing of the person, and who is not that person goes back", "[lock]") {
    Locked tablet;
    tablet.app.act(ShowPeople{});
    tablet.app.act(PickPerson{tablet.person()});
    type(tablet.app, "0000");
    CHECK_FALSE(tablet.app.state().person.has_value());
    CHECK(tablet.app.state().learner.records.empty());
    Headless headless;
    CHECK(headless.frame(tablet.app, landscape).find_label("These are not the numbers") != nullptr);
    REQUIRE(headless.tap(tablet.app, landscape, "Not me"));
    CHECK_FALSE(tablet.app.state().pin.has_value());
}

TEST_CASE("after five wrong tries the pad waits", "[lock]") {
    Locked tablet;
    tablet.app.act(ShowPeople{});
    tablet.app.act(PickPerson{tablet.person()});
    for (int i = 0; i < 5; ++i) type(tablet.app, "0000");
    Headless headless;
    CHECK(headless.frame(tablet.app, landscape).find_label("Too many tries") != nullptr);
    type(tablet.app, "4711");
    CHECK_FALSE(tablet.app.state().person.has_value());
    tablet.clock.skip(31 * second);
    type(tablet.app, "4711");
    CHECK(tablet.app.state().screen == Screen::home);
}

TEST_CASE("two different fours are asked for again", "[lock]") {
    Tablet tablet;
    tablet.ask_for_numbers();
    tablet.name_myself();
    type(tablet.app, "4711");
    type(tablet.app, "4712");
    CHECK_FALSE(tablet.app.state().person.has_value());
    type(tablet.app, "4711");
    type(tablet.app, "4711");
    CHECK(tablet.app.state().person.has_value());
}

TEST_CASE("who does not want numbers is not asked again", "[lock]") {
    Tablet tablet;
    tablet.ask_for_numbers();
    tablet.name_myself();
    tablet.app.act(LeavePin{});
    REQUIRE(tablet.app.state().screen == Screen::home);
    const std::string person = tablet.app.state().person->id.text;
    tablet.open();
    tablet.app.act(PickPerson{person});
    CHECK(tablet.app.state().screen == Screen::home);
}

TEST_CASE("a curtain falls after a while, and whoever is still there goes on from the same line", "[lock]") {
    Tablet tablet;
    tablet.name_myself();
    tablet.app.act(StartScenario{0, false});
    Headless headless;
    const std::string says = headless.frame(tablet.app, landscape).find("says")->label;
    tablet.clock.skip(299 * second);
    CHECK_FALSE(tablet.app.tick());
    tablet.clock.skip(2 * second);
    CHECK(tablet.app.tick());
    const Tree& covered = headless.frame(tablet.app, landscape);
    CHECK(covered.find("says") == nullptr);
    for (const TextRun& run : covered.runs) CHECK(run.text.find(says) == std::string::npos);
    REQUIRE(headless.tap(tablet.app, landscape, "I’M HERE"));
    tablet.app.tick();
    CHECK(headless.frame(tablet.app, landscape).find("says")->label == says);
}

TEST_CASE("nobody there: the tablet is free for a colleague, and the practice waits where it was", "[lock]") {
    Tablet tablet;
    tablet.name_myself();
    const std::string person = tablet.app.state().person->id.text;
    tablet.app.act(StartScenario{0, false});
    const Scenario& scenario = tablet.loaded.library.scenarios[0];
    tablet.choose(scenario.moments[scenario.start].choices[0].id);
    tablet.app.act(GoOn{});
    const CustomerState state = tablet.app.state().playing->encounter.state;
    tablet.clock.skip(321 * second);
    tablet.app.tick();
    CHECK(tablet.app.state().screen == Screen::who);
    CHECK_FALSE(tablet.app.state().person.has_value());
    CHECK_FALSE(tablet.app.state().playing.has_value());
    tablet.app.act(PickPerson{person});
    Headless headless;
    REQUIRE(headless.tap(tablet.app, landscape, "GO ON"));
    CHECK(tablet.app.state().playing->encounter.state == state);
}

TEST_CASE("the program wakes up for the curtain by itself, and sleeps until then", "[lock]") {
    Tablet tablet;
    CHECK_FALSE(tablet.app.next_wake_ms().has_value());
    tablet.name_myself();
    REQUIRE(tablet.app.next_wake_ms().has_value());
    CHECK(*tablet.app.next_wake_ms() > 85'000);
    CHECK(*tablet.app.next_wake_ms() <= 90'000);
    tablet.clock.skip(95 * second);
    tablet.app.tick();
    CHECK(*tablet.app.next_wake_ms() <= 1'001);
}

TEST_CASE("two people of one name are told to add a letter", "[writing]") {
    Tablet tablet;
    tablet.name_myself();
    tablet.app.act(ShowPeople{});
    tablet.name_myself();
    CHECK(tablet.app.state().screen == Screen::who);
    CHECK(tablet.app.state().name_problem.find("Daria") != std::string::npos);
    CHECK(tablet.store->people()->size() == 1);
    tablet.app.act(TypeName{{" ", "K"}});
    tablet.app.act(FinishName{});
    CHECK(tablet.store->people()->size() == 2);
}

TEST_CASE("numbers that were forgotten are taken away on the tablet, and only those of this name", "[lock]") {
    Locked tablet;
    const std::string folder = tablet.folder.path().string();
    tablet.store.reset();  // the window has ended
    const auto nobody = forget_numbers(folder, "Dario");
    REQUIRE_FALSE(nobody);
    CHECK((nobody.error().detail + nobody.error().remedy).find("Daria") != std::string::npos);
    tablet.open();
    tablet.app.act(PickPerson{tablet.person()});
    CHECK(tablet.app.state().pin->step == PinEntry::Step::check);
    tablet.store.reset();
    REQUIRE(forget_numbers(folder, "Daria"));
    tablet.open();
    tablet.app.act(PickPerson{tablet.person()});
    CHECK(tablet.app.state().pin->step == PinEntry::Step::choose);
}

TEST_CASE("whoever took the wrong tile leaves the offer of numbers without having chosen any", "[lock]") {
    Tablet tablet;
    tablet.ask_for_numbers();
    tablet.name_myself();
    REQUIRE(tablet.app.state().pin->step == PinEntry::Step::choose);
    tablet.app.act(ShowPeople{});
    tablet.app.act(PickPerson{tablet.app.state().people.front().id.text});
    type(tablet.app, "47");
    Headless headless;
    REQUIRE(headless.tap(tablet.app, landscape, "Not me"));
    CHECK_FALSE(tablet.app.state().pin.has_value());
    CHECK_FALSE(tablet.app.state().person.has_value());
}

}  // namespace touchstone::game::test
